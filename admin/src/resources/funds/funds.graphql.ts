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

const fundRow = graphql(`
  fragment FundRow on Fund {
    id
    version
    kind
    name
    fiscalYear
    purpose
    status
    received
    unallocated
    allocated
    frozen
    disbursed
    paid
    createdAt
  }
`);

const fundList = graphql(
  `
    query FundList($filter: FundFilter, $orderBy: [FundOrder!], $first: Int!, $offset: Int) {
      funds(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...FundRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [fundRow],
);

const fundsById = graphql(
  `
    query FundsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Fund {
          ...FundRow
        }
      }
    }
  `,
  [fundRow],
);

const fundPage = graphql(
  `
    query FundPage($id: ID!) {
      fund(id: $id) {
        ...FundRow
      }
    }
  `,
  [fundRow],
);

const createFund = graphql(
  `
    mutation CreateFund($input: CreateFundInput!) {
      createFund(input: $input) {
        fund {
          ...FundRow
        }
      }
    }
  `,
  [fundRow],
);

const updateFund = graphql(
  `
    mutation UpdateFund($input: UpdateFundInput!) {
      updateFund(input: $input) {
        fund {
          ...FundRow
        }
      }
    }
  `,
  [fundRow],
);

const reverseTransferMutation = graphql(`
  mutation ReverseTransfer($input: ReverseTransferInput!) {
    reverseTransfer(input: $input) {
      transfer {
        id
      }
    }
  }
`);

/** A page of the statement of a fund, the newest entries first. */
export const fundStatement = graphql(`
  query FundStatement($id: ID!, $first: Int!, $offset: Int!, $filter: FundEntryFilter) {
    fund(id: $id) {
      id
      entries(
        filter: $filter
        first: $first
        offset: $offset
        orderBy: [{ field: EFFECTIVE_ON, direction: DESC }]
      ) {
        nodes {
          id
          effectiveOn
          amount
          balance
          account {
            id
            kind
          }
          transfer {
            id
            kind
            receiver
            note
            recordedAt
            isReversed
          }
        }
        totalCount
      }
    }
  }
`);

export const reverseTransfer = saveOf(reverseTransferMutation, (result) => result.reverseTransfer.transfer);

export type FundRecord = ResultOf<typeof fundRow>;
export type FundFilter = NonNullable<VariablesOf<typeof fundList>['filter']>;
export type CreateFundInput = InputOf<typeof createFund>;
export type FundEntryRow = NonNullable<
  NonNullable<ResultOf<typeof fundStatement>['fund']>['entries']
>['nodes'][number];

export const fundDocuments = {
  list: listOf(fundList, (result) => result.funds),
  one: oneOf(fundPage, (result) => result.fund),
  many: manyOf(fundsById, (result) => result.nodes),
  create: saveOf(createFund, (result) => result.createFund.fund),
  update: saveOf(updateFund, (result) => result.updateFund.fund),
  sortFields: { name: 'NAME', fiscalYear: 'FISCAL_YEAR' },
} satisfies ResourceDocuments;
