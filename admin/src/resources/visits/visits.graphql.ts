import type { ResultOf } from 'gql.tada';
import type { RaRecord } from 'react-admin';
import { ChecklistItem } from '#schema/codes/help/visit.codes.ts';
import { graphql } from '../../api/graphql.ts';
import {
  type InputOf,
  listOf,
  manyOf,
  oneOf,
  type ResourceDocuments,
  saveOf,
} from '../../providers/data/documents.ts';
import { formChecks } from './checks.ts';

const visitRow = graphql(`
  fragment VisitRow on Visit {
    id
    version
    visitedOn
    mode
    status
    source
    findings
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
  }
`);

const visitList = graphql(
  `
    query VisitList($filter: VisitFilter, $orderBy: [VisitOrder!], $first: Int!, $offset: Int) {
      visits(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...VisitRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [visitRow],
);

const visitDetails = graphql(
  `
    fragment VisitDetails on Visit {
      ...VisitRow
      met
      request
      incomeChange
      incomeNote
      latitude
      longitude
      accuracyMetres
      noLocationReason
      nextVisitOn
      withdrawnReason
      withdrawnAt
      recordedOn
      recordedAt
      checklist {
        item
        answer
        note
      }
      problems {
        id
        version
        kind
        status
        description
        raisedOn
        handler
        closedOn
        outcome
      }
      photos {
        id
        fileName
        mediaType
        byteSize
        uploadedAt
      }
      versions {
        id
        version
        content
        reason
        replacedAt
      }
      pairing {
        id
        role
        startedOn
        endedOn
        cadre {
          id
          name
        }
      }
    }
  `,
  [visitRow],
);

const visitPage = graphql(
  `
    query VisitPage($id: ID!) {
      visit(id: $id) {
        ...VisitDetails
      }
    }
  `,
  [visitDetails],
);

const visitsById = graphql(
  `
    query VisitsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Visit {
          ...VisitRow
        }
      }
    }
  `,
  [visitRow],
);

const logVisitMutation = graphql(
  `
    mutation LogVisit($input: LogVisitInput!) {
      logVisit(input: $input) {
        visit {
          ...VisitDetails
        }
      }
    }
  `,
  [visitDetails],
);

const correctVisitMutation = graphql(
  `
    mutation CorrectVisit($input: CorrectVisitInput!) {
      correctVisit(input: $input) {
        visit {
          ...VisitDetails
        }
      }
    }
  `,
  [visitDetails],
);

const withdrawVisitMutation = graphql(`
  mutation WithdrawVisit($input: WithdrawVisitInput!) {
    withdrawVisit(input: $input) {
      visit {
        id
        version
        status
      }
    }
  }
`);

/** What the form shows of the chosen household. */
export const visitedHousehold = graphql(`
  query VisitedHousehold($id: ID!) {
    household(id: $id) {
      id
      category
      village {
        code
        name
        path
      }
      currentPairing {
        startedOn
        cadre {
          id
          name
        }
      }
      lastVisit {
        id
        visitedOn
        mode
        cadre {
          id
          name
        }
        checklist {
          item
          answer
          note
        }
      }
      problems(filter: { status: [OPEN, IN_HAND] }, first: 1) {
        totalCount
      }
    }
  }
`);

export type VisitRecord = ResultOf<typeof visitDetails>;
export type VisitRowRecord = ResultOf<typeof visitRow>;

export const withdrawVisit = saveOf(withdrawVisitMutation, (result) => result.withdrawVisit.visit);

const isVisit = (node: RaRecord): node is VisitRecord => Array.isArray(node.checklist);

/** In the order of the list, so that an untouched checklist compares as equal. */
function toRecord(node: RaRecord): RaRecord {
  if (!isVisit(node)) return node;
  const checklist = [...node.checklist]
    .sort((one, other) => ChecklistItem.keys.indexOf(one.item) - ChecklistItem.keys.indexOf(other.item))
    .map(({ item, answer, note }) => ({ item, answer, note }));
  return { ...node, checklist, checks: formChecks(checklist) };
}

export type LogVisitInput = InputOf<typeof logVisitMutation>;

export const visitDocuments = {
  list: listOf(visitList, (result) => result.visits),
  one: oneOf(visitPage, (result) => result.visit),
  many: manyOf(visitsById, (result) => result.nodes),
  create: saveOf(logVisitMutation, (result) => result.logVisit.visit),
  update: saveOf(correctVisitMutation, (result) => result.correctVisit.visit),
  sortFields: { visitedOn: 'VISITED_ON', recordedAt: 'RECORDED_AT', 'household.village.code': 'VILLAGE' },
  toRecord,
} satisfies ResourceDocuments;
