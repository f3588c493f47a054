import type { ResultOf } from 'gql.tada';
import { request } from '../../api/client.ts';
import { graphql } from '../../api/graphql.ts';
import { listOf, type ResourceDocuments } from '../../providers/data/documents.ts';

const divisionFields = graphql(`
  fragment DivisionFields on Division {
    id
    code
    name
    shortName
    path
    level
    abolishedOn
  }
`);

const divisionList = graphql(
  `
    query DivisionList($filter: DivisionFilter, $orderBy: [DivisionOrder!], $first: Int!, $offset: Int) {
      divisions(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...DivisionFields
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [divisionFields],
);

const divisionByCode = graphql(
  `
    query DivisionByCode($code: String!) {
      divisions(filter: { divisionCode: $code }, orderBy: [{ field: CODE }], first: 1) {
        nodes {
          ...DivisionFields
        }
      }
    }
  `,
  [divisionFields],
);

export const loadDivisions = graphql(`
  mutation LoadDivisions($input: LoadDivisionsInput!) {
    loadDivisions(input: $input) {
      created
      updated
      unchanged
    }
  }
`);

export const moveDivisions = graphql(`
  mutation MoveDivisions($input: MoveDivisionsInput!) {
    moveDivisions(input: $input) {
      moves {
        households
        cadres
        grants
      }
    }
  }
`);

/** The console uses a division's official code as its id: filters and inputs of the API take codes. */
export const divisionDocuments: ResourceDocuments = {
  list: listOf(divisionList, (result) => result.divisions),
  one: async (code, options) => {
    const { divisions } = await request(divisionByCode, { code }, options);
    return divisions.nodes.find((division) => division.code === code);
  },
  toRecord: (division: ResultOf<typeof divisionFields>) => ({ ...division, id: division.code }),
  sortFields: { code: 'CODE', name: 'PINYIN' },
};
