import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import {
  type InputOf,
  listOf,
  manyOf,
  oneOf,
  type ResourceDocuments,
  saveOf,
} from '../../providers/data/documents.ts';

const fundDocumentRow = graphql(`
  fragment FundDocumentRow on FundDocument {
    id
    version
    kind
    number
    title
    issuedOn
    receivedOn
    budgetYear
    isEarly
    lineCount
    total
    openReissues
    recordedBy
    recordedAt
  }
`);

const fundDocumentList = graphql(
  `
    query FundDocumentList(
      $filter: FundDocumentFilter
      $orderBy: [FundDocumentOrder!]
      $first: Int!
      $offset: Int
    ) {
      fundDocuments(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...FundDocumentRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [fundDocumentRow],
);

const fundDocumentsById = graphql(
  `
    query FundDocumentsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on FundDocument {
          ...FundDocumentRow
        }
      }
    }
  `,
  [fundDocumentRow],
);

const fundDocumentPage = graphql(
  `
    query FundDocumentPage($id: ID!) {
      fundDocument(id: $id) {
        ...FundDocumentRow
      }
    }
  `,
  [fundDocumentRow],
);

const recordFundDocument = graphql(
  `
    mutation RecordFundDocument($input: RecordFundDocumentInput!) {
      recordFundDocument(input: $input) {
        fundDocument {
          ...FundDocumentRow
        }
      }
    }
  `,
  [fundDocumentRow],
);

const updateFundDocument = graphql(
  `
    mutation UpdateFundDocument($input: UpdateFundDocumentInput!) {
      updateFundDocument(input: $input) {
        fundDocument {
          ...FundDocumentRow
        }
      }
    }
  `,
  [fundDocumentRow],
);

export type FundDocumentRecord = ResultOf<typeof fundDocumentRow>;
export type FundDocumentFilter = NonNullable<VariablesOf<typeof fundDocumentList>['filter']>;
export type RecordFundDocumentInput = InputOf<typeof recordFundDocument>;

export const fundDocumentDocuments = {
  list: listOf(fundDocumentList, (result) => result.fundDocuments),
  one: oneOf(fundDocumentPage, (result) => result.fundDocument),
  many: manyOf(fundDocumentsById, (result) => result.nodes),
  create: saveOf(recordFundDocument, (result) => result.recordFundDocument.fundDocument),
  update: saveOf(updateFundDocument, (result) => result.updateFundDocument.fundDocument),
  sortFields: {
    number: 'NUMBER',
    issuedOn: 'ISSUED_ON',
    receivedOn: 'RECEIVED_ON',
    budgetYear: 'BUDGET_YEAR',
  },
} satisfies ResourceDocuments;
