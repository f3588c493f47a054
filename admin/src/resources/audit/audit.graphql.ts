import { graphql } from '../../api/graphql.ts';
import { listOf, type ResourceDocuments } from '../../providers/data/documents.ts';

const auditList = graphql(`
  query AuditList($filter: AuditEventFilter, $orderBy: [AuditEventOrder!], $first: Int!, $offset: Int) {
    auditEvents(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes {
        id
        countyCode
        seq
        at
        actorName
        action
        entity
        entityId
        before
        after
        requestId
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
      }
      totalCount
    }
  }
`);

export const auditDocuments: ResourceDocuments = {
  list: listOf(auditList, (result) => result.auditEvents),
  mapFilter: ({ atFrom: from, atTo: to, ...filter }) => ({ ...filter, from, to }),
  sortFields: { at: 'AT' },
};
