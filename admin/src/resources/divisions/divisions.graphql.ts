import { graphql } from '../../api/graphql.ts';
import { listOf, oneOf, type ResourceDefinition } from '../../providers/definition.ts';

export const divisionFields = graphql(`
  fragment DivisionFields on Division {
    id
    code
    name
    shortName
    path
    level
  }
`);

export const divisionChildren = graphql(
  `
    query DivisionChildren($filter: DivisionFilter, $first: Int, $offset: Int) {
      divisions(filter: $filter, first: $first, offset: $offset) {
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

export const divisionByCode = graphql(
  `
    query DivisionByCode($code: String!) {
      division(code: $code) {
        ...DivisionFields
      }
    }
  `,
  [divisionFields],
);

export const divisionDefinition: ResourceDefinition = {
  list: listOf(divisionChildren, (result) => result.divisions),
  one: oneOf(divisionByCode, (result) => result.division, 'code'),
};
