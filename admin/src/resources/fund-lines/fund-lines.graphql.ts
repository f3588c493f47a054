import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import { listOf, manyOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

const fundLineRow = graphql(`
  fragment FundLineRow on FundLine {
    id
    version
    level
    task
    isDirect
    projectCode
    functionCode
    economicCode
    amount
    statedAllocated
    statedDisbursed
    statedPaid
    note
    reissue
    reissueDecidedBy
    reissueDecidedAt
    recordedBy
    recordedAt
    isPosted
    document {
      id
      number
      title
      budgetYear
    }
    fund {
      id
      name
    }
    reissueOf {
      id
      amount
      document {
        id
        number
      }
    }
    reduces {
      id
      amount
      document {
        id
        number
      }
    }
  }
`);

const fundLineList = graphql(
  `
    query FundLineList($filter: FundLineFilter, $orderBy: [FundLineOrder!], $first: Int!, $offset: Int) {
      fundLines(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...FundLineRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [fundLineRow],
);

const fundLinesById = graphql(
  `
    query FundLinesById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on FundLine {
          ...FundLineRow
        }
      }
    }
  `,
  [fundLineRow],
);

const fundLinePage = graphql(
  `
    query FundLinePage($id: ID!) {
      fundLine(id: $id) {
        ...FundLineRow
      }
    }
  `,
  [fundLineRow],
);

const decideReissueMutation = graphql(
  `
    mutation DecideReissue($input: DecideReissueInput!) {
      decideReissue(input: $input) {
        fundLine {
          ...FundLineRow
        }
      }
    }
  `,
  [fundLineRow],
);

const assignReductionMutation = graphql(
  `
    mutation AssignReduction($input: AssignReductionInput!) {
      assignReduction(input: $input) {
        fundLine {
          ...FundLineRow
        }
      }
    }
  `,
  [fundLineRow],
);

export const decideReissue = saveOf(decideReissueMutation, (result) => result.decideReissue.fundLine);
export const assignReduction = saveOf(assignReductionMutation, (result) => result.assignReduction.fundLine);

export type FundLineRecord = ResultOf<typeof fundLineRow>;
export type FundLineFilter = NonNullable<VariablesOf<typeof fundLineList>['filter']>;

export const fundLineDocuments = {
  list: listOf(fundLineList, (result) => result.fundLines),
  one: oneOf(fundLinePage, (result) => result.fundLine),
  many: manyOf(fundLinesById, (result) => result.nodes),
  sortFields: { amount: 'AMOUNT', level: 'LEVEL', recordedAt: 'RECORDED_AT' },
} satisfies ResourceDocuments;
