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

const cadreRow = graphql(`
  fragment CadreRow on Cadre {
    id
    version
    name
    sex
    status
    leftOn
    jobTitle
    phoneMasked
    load
    organization {
      id
      name
    }
    division {
      code
      name
      path
    }
  }
`);

const cadreList = graphql(
  `
    query CadreList($filter: CadreFilter, $orderBy: [CadreOrder!], $first: Int!, $offset: Int) {
      cadres(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...CadreRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [cadreRow],
);

const cadresById = graphql(
  `
    query CadresById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Cadre {
          ...CadreRow
        }
      }
    }
  `,
  [cadreRow],
);

const cadreDetails = graphql(
  `
    fragment CadreDetails on Cadre {
      ...CadreRow
      politicalStatus
      note
      createdAt
    }
  `,
  [cadreRow],
);

const cadrePage = graphql(
  `
    query CadrePage($id: ID!) {
      cadre(id: $id) {
        ...CadreDetails
      }
    }
  `,
  [cadreDetails],
);

const createCadre = graphql(
  `
    mutation CreateCadre($input: CreateCadreInput!) {
      createCadre(input: $input) {
        cadre {
          ...CadreDetails
        }
      }
    }
  `,
  [cadreDetails],
);

const updateCadre = graphql(
  `
    mutation UpdateCadre($input: UpdateCadreInput!) {
      updateCadre(input: $input) {
        cadre {
          ...CadreDetails
        }
      }
    }
  `,
  [cadreDetails],
);

const cadreLeavesMutation = graphql(`
  mutation CadreLeaves($input: CadreLeavesInput!) {
    cadreLeaves(input: $input) {
      pairings {
        id
        role
        startedOn
        cadre {
          id
          name
        }
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
      warnings {
        code
        zh
        en
      }
    }
  }
`);

export const cadreLeaves = saveOf(cadreLeavesMutation, (result) => result.cadreLeaves);

/** Forms and filters use codes and ids of the related records. */
function toRecord(node: ResultOf<typeof cadreRow>) {
  return {
    ...node,
    organizationId: node.organization?.id ?? null,
    divisionCode: node.division?.code,
    countyCode: node.division?.code.slice(0, 6),
  };
}

export type CadreFilter = NonNullable<VariablesOf<typeof cadreList>['filter']>;
export type CreateCadreInput = InputOf<typeof createCadre>;

export const cadreDocuments = {
  list: listOf(cadreList, (result) => result.cadres),
  one: oneOf(cadrePage, (result) => result.cadre),
  many: manyOf(cadresById, (result) => result.nodes),
  create: saveOf(createCadre, (result) => result.createCadre.cadre),
  update: saveOf(updateCadre, (result) => result.updateCadre.cadre),
  sortFields: { name: 'NAME', 'division.code': 'DIVISION', createdAt: 'CREATED_AT' },
  toRecord,
} satisfies ResourceDocuments;
