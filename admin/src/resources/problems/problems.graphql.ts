import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import { listOf, manyOf, oneOf, type ResourceDocuments, saveOf } from '../../providers/data/documents.ts';

const problemRow = graphql(`
  fragment ProblemRow on Problem {
    id
    version
    kind
    status
    description
    raisedOn
    handler
    closedOn
    outcome
    household {
      id
      headName
      village {
        code
        name
        path
      }
    }
  }
`);

const problemList = graphql(
  `
    query ProblemList($filter: ProblemFilter, $orderBy: [ProblemOrder!], $first: Int!, $offset: Int) {
      problems(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...ProblemRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [problemRow],
);

const problemDetails = graphql(
  `
    fragment ProblemDetails on Problem {
      ...ProblemRow
      visit {
        id
        visitedOn
        cadre {
          id
          name
        }
      }
      steps {
        id
        fromStatus
        toStatus
        happenedOn
        note
        recordedAt
        recordedBy
      }
    }
  `,
  [problemRow],
);

const problemPage = graphql(
  `
    query ProblemPage($id: ID!) {
      problem(id: $id) {
        ...ProblemDetails
      }
    }
  `,
  [problemDetails],
);

const problemsById = graphql(
  `
    query ProblemsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Problem {
          ...ProblemRow
        }
      }
    }
  `,
  [problemRow],
);

/** Counts by status, under the list's other filters. */
export const problemCounts = graphql(`
  query ProblemCounts(
    $all: ProblemFilter
    $open: ProblemFilter
    $inHand: ProblemFilter
    $solved: ProblemFilter
    $unsolvable: ProblemFilter
  ) {
    ALL: problems(filter: $all, first: 1) {
      totalCount
    }
    OPEN: problems(filter: $open, first: 1) {
      totalCount
    }
    IN_HAND: problems(filter: $inHand, first: 1) {
      totalCount
    }
    SOLVED: problems(filter: $solved, first: 1) {
      totalCount
    }
    UNSOLVABLE: problems(filter: $unsolvable, first: 1) {
      totalCount
    }
  }
`);

const raiseProblemMutation = graphql(
  `
    mutation RaiseProblem($input: RaiseProblemInput!) {
      raiseProblem(input: $input) {
        problem {
          ...ProblemDetails
        }
      }
    }
  `,
  [problemDetails],
);

const takeProblemMutation = graphql(`
  mutation TakeProblem($input: TakeProblemInput!) {
    takeProblem(input: $input) {
      problem {
        id
        version
        status
      }
    }
  }
`);

const closeProblemMutation = graphql(`
  mutation CloseProblem($input: CloseProblemInput!) {
    closeProblem(input: $input) {
      problem {
        id
        version
        status
      }
    }
  }
`);

const reopenProblemMutation = graphql(`
  mutation ReopenProblem($input: ReopenProblemInput!) {
    reopenProblem(input: $input) {
      problem {
        id
        version
        status
      }
    }
  }
`);

export const raiseProblem = saveOf(raiseProblemMutation, (result) => result.raiseProblem.problem);
export const takeProblem = saveOf(takeProblemMutation, (result) => result.takeProblem.problem);
export const closeProblem = saveOf(closeProblemMutation, (result) => result.closeProblem.problem);
export const reopenProblem = saveOf(reopenProblemMutation, (result) => result.reopenProblem.problem);

export type ProblemRecord = ResultOf<typeof problemDetails>;
export type ProblemRowRecord = ResultOf<typeof problemRow>;

export const problemDocuments: ResourceDocuments = {
  list: listOf(problemList, (result) => result.problems),
  one: oneOf(problemPage, (result) => result.problem),
  many: manyOf(problemsById, (result) => result.nodes),
  create: raiseProblem,
  sortFields: { raisedOn: 'RAISED_ON', closedOn: 'CLOSED_ON', 'household.village.code': 'VILLAGE' },
};
