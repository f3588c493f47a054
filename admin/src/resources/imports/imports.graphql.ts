import { graphql } from '../../api/graphql.ts';
import { listOf, oneOf, type ResourceDocuments } from '../../providers/data/documents.ts';

const batchRow = graphql(`
  fragment ImportBatchRow on ImportBatch {
    id
    version
    divisionCode
    kind
    fileName
    asOf
    status
    total
    processed
    created
    updated
    unchanged
    rejected
    failure
    createdAt
    startedAt
    finishedAt
  }
`);

const batchList = graphql(
  `
    query ImportList($filter: ImportBatchFilter, $orderBy: [ImportBatchOrder!], $first: Int!, $offset: Int) {
      importBatches(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...ImportBatchRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [batchRow],
);

const batchPage = graphql(
  `
    query ImportPage($id: ID!) {
      importBatch(id: $id) {
        ...ImportBatchRow
        columns {
          sheetName
          headerRow
          recognised {
            key
            column
            heading
            group
            rememberedAt
            isHidden
          }
          ignored {
            column
            heading
            group
            rememberedAt
            filled
          }
          ambiguous {
            column
            heading
            group
            keys
          }
          known {
            key
            isRequired
            oneOf
          }
          sheets {
            name
            isRead
            isHidden
            isSetAside
            rows
          }
          hiddenRows
          skippedRows
          skipped {
            sheetName
            rowNumber
          }
          assumed {
            key
            label
          }
          skipsHidden
          listDay
        }
      }
    }
  `,
  [batchRow],
);

/** Refused rows, a page at a time. */
export const refusedRows = graphql(`
  query RefusedRows($id: ID!, $after: String) {
    importBatch(id: $id) {
      rows(filter: { result: [REJECTED] }, first: 100, after: $after) {
        nodes {
          id
          rowNumber
          sheetName
          errors {
            column
            code
            value
            zh
            en
          }
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Rows with warnings that are not refused, a page at a time. */
export const doubtfulRows = graphql(`
  query DoubtfulRows($id: ID!, $after: String) {
    importBatch(id: $id) {
      rows(filter: { hasWarnings: true }, first: 100, after: $after) {
        nodes {
          id
          rowNumber
          sheetName
          warnings {
            column
            code
            value
            zh
            en
          }
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Rows that change existing records, a page at a time. */
export const changedRows = graphql(`
  query ChangedRows($id: ID!, $after: String) {
    importBatch(id: $id) {
      rows(filter: { result: [UPDATED] }, first: 100, after: $after) {
        nodes {
          id
          rowNumber
          changes {
            column
            before
            after
          }
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const checkImport = graphql(`
  mutation CheckImport($input: CheckImportInput!) {
    checkImport(input: $input) {
      importBatch {
        id
      }
    }
  }
`);

export const startImport = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      importBatch {
        id
        status
      }
    }
  }
`);

export const retryImportCheck = graphql(`
  mutation RetryImportCheck($input: RetryImportCheckInput!) {
    retryImportCheck(input: $input) {
      importBatch {
        id
        status
      }
    }
  }
`);

export const rollBackImport = graphql(`
  mutation RollBackImport($input: RollBackImportInput!) {
    rollBackImport(input: $input) {
      importBatch {
        id
        status
      }
    }
  }
`);

export const importDocuments: ResourceDocuments = {
  list: listOf(batchList, (result) => result.importBatches),
  one: oneOf(batchPage, (result) => result.importBatch),
  sortFields: { createdAt: 'CREATED_AT', fileName: 'FILE_NAME' },
};
