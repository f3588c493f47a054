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

const projectRow = graphql(`
  fragment ProjectRow on Project {
    id
    version
    number
    name
    kind
    year
    budget
    content
    createdAt
    division {
      code
      name
      path
    }
    organization {
      id
      name
    }
  }
`);

const projectList = graphql(
  `
    query ProjectList($filter: ProjectFilter, $orderBy: [ProjectOrder!], $first: Int!, $offset: Int) {
      projects(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...ProjectRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [projectRow],
);

const projectsById = graphql(
  `
    query ProjectsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Project {
          ...ProjectRow
        }
      }
    }
  `,
  [projectRow],
);

const projectPage = graphql(
  `
    query ProjectPage($id: ID!) {
      project(id: $id) {
        ...ProjectRow
      }
    }
  `,
  [projectRow],
);

const createProject = graphql(
  `
    mutation CreateProject($input: CreateProjectInput!) {
      createProject(input: $input) {
        project {
          ...ProjectRow
        }
      }
    }
  `,
  [projectRow],
);

const updateProject = graphql(
  `
    mutation UpdateProject($input: UpdateProjectInput!) {
      updateProject(input: $input) {
        project {
          ...ProjectRow
        }
      }
    }
  `,
  [projectRow],
);

const toRecord = (node: ResultOf<typeof projectRow>) => ({
  ...node,
  divisionCode: node.division?.code,
  organizationId: node.organization?.id ?? null,
});

export type ProjectFilter = NonNullable<VariablesOf<typeof projectList>['filter']>;
export type CreateProjectInput = InputOf<typeof createProject>;

export const projectDocuments = {
  list: listOf(projectList, (result) => result.projects),
  one: oneOf(projectPage, (result) => result.project),
  many: manyOf(projectsById, (result) => result.nodes),
  create: saveOf(createProject, (result) => result.createProject.project),
  update: saveOf(updateProject, (result) => result.updateProject.project),
  sortFields: { name: 'NAME', number: 'NUMBER', year: 'YEAR', budget: 'BUDGET' },
  toRecord,
} satisfies ResourceDocuments;
