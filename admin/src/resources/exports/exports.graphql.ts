import { graphql } from '../../api/graphql.ts';
import { listOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';
import { onlyWhenOn } from '../../providers/data/filter.ts';

const exportRow = graphql(`
  fragment ExportRow on ExportJob {
    id
    version
    type
    format
    divisionCode
    purpose
    status
    total
    done
    byteSize
    failure
    createdAt
    finishedAt
    expiresAt
    startedBy
    isMine
  }
`);

const exportList = graphql(
  `
    query ExportList($filter: ExportJobFilter, $orderBy: [ExportJobOrder!], $first: Int!, $offset: Int) {
      exportJobs(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...ExportRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [exportRow],
);

const exportPage = graphql(
  `
    query ExportPage($id: ID!) {
      exportJob(id: $id) {
        ...ExportRow
      }
    }
  `,
  [exportRow],
);

const startExportMutation = graphql(`
  mutation StartExport($input: StartExportInput!) {
    startExport(input: $input) {
      exportJob {
        id
      }
    }
  }
`);

const cancelExportMutation = graphql(`
  mutation CancelExport($input: CancelExportInput!) {
    cancelExport(input: $input) {
      exportJob {
        id
        status
      }
    }
  }
`);

const retryExportMutation = graphql(`
  mutation RetryExport($input: RetryExportInput!) {
    retryExport(input: $input) {
      exportJob {
        id
        status
      }
    }
  }
`);

export const startExport = saveOf(startExportMutation, (result) => result.startExport.exportJob);
export const cancelExport = saveOf(cancelExportMutation, (result) => result.cancelExport.exportJob);
export const retryExport = saveOf(retryExportMutation, (result) => result.retryExport.exportJob);

export const exportDocuments: ResourceDocuments = {
  list: listOf(exportList, (result) => result.exportJobs),
  one: oneOf(exportPage, (result) => result.exportJob),
  mapFilter: onlyWhenOn('mine'),
  sortFields: { createdAt: 'CREATED_AT' },
};
