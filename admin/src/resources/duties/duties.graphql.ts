import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import { listOf, manyOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

const dutyRow = graphql(`
  fragment DutyRow on VisitDuty {
    id
    period
    dueOn
    status
    isOverdue
    daysLeft
    household {
      id
      headName
      category
      village {
        code
        name
        path
      }
    }
    cadre {
      id
      name
    }
    visit {
      id
      visitedOn
      mode
    }
    excuse {
      id
      reason
      note
      excusedAt
    }
  }
`);

const dutyList = graphql(
  `
    query DutyList($filter: VisitDutyFilter, $orderBy: [VisitDutyOrder!], $first: Int!, $offset: Int) {
      visitDuties(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...DutyRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [dutyRow],
);

const dutyPage = graphql(
  `
    query DutyPage($id: ID!) {
      visitDuty(id: $id) {
        ...DutyRow
      }
    }
  `,
  [dutyRow],
);

const dutiesById = graphql(
  `
    query DutiesById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on VisitDuty {
          ...DutyRow
        }
      }
    }
  `,
  [dutyRow],
);

/** Four quarters of one household in one query: duties are read by period. */
export const householdDuties = graphql(
  `
    query HouseholdDuties($first: VisitDutyFilter, $second: VisitDutyFilter, $third: VisitDutyFilter, $fourth: VisitDutyFilter) {
      first: visitDuties(filter: $first, first: 10) {
        nodes {
          ...DutyRow
        }
      }
      second: visitDuties(filter: $second, first: 10) {
        nodes {
          ...DutyRow
        }
      }
      third: visitDuties(filter: $third, first: 10) {
        nodes {
          ...DutyRow
        }
      }
      fourth: visitDuties(filter: $fourth, first: 10) {
        nodes {
          ...DutyRow
        }
      }
    }
  `,
  [dutyRow],
);

const excuseDutyMutation = graphql(`
  mutation ExcuseDuty($input: ExcuseDutyInput!) {
    excuseDuty(input: $input) {
      excuse {
        id
      }
    }
  }
`);

const withdrawExcuseMutation = graphql(`
  mutation WithdrawExcuse($input: WithdrawExcuseInput!) {
    withdrawExcuse(input: $input) {
      excuse {
        id
      }
    }
  }
`);

export const excuseDuty = saveOf(excuseDutyMutation, (result) => result.excuseDuty.excuse);
export const withdrawExcuse = saveOf(withdrawExcuseMutation, (result) => result.withdrawExcuse.excuse);

export type DutyRecord = ResultOf<typeof dutyRow>;

/** Duties are computed by the server, never saved. */
export const dutyDocuments: ResourceDocuments = {
  list: listOf(dutyList, (result) => result.visitDuties),
  one: oneOf(dutyPage, (result) => result.visitDuty),
  many: manyOf(dutiesById, (result) => result.nodes),
  sortFields: {
    dueOn: 'DUE_ON',
    status: 'STATUS',
    isOverdue: 'OVERDUE',
    'household.village.code': 'VILLAGE',
  },
};
