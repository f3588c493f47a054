import { graphql } from '../../api/graphql.ts';
import { listOf, oneOf, type ResourceDefinition, saveOf } from '../../providers/definition.ts';

const householdRow = graphql(`
  fragment HouseholdRow on Household {
    id
    version
    headName
    headIdMasked
    number
    size
    category
    status
    village {
      code
      name
      path
    }
    helper {
      id
      cadre {
        id
        name
      }
    }
  }
`);

const householdList = graphql(
  `
    query HouseholdList($filter: HouseholdFilter, $orderBy: [HouseholdOrder!], $first: Int, $offset: Int) {
      households(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...HouseholdRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [householdRow],
);

const householdPage = graphql(
  `
    query HouseholdPage($id: ID!) {
      household(id: $id) {
        ...HouseholdRow
        address
        groupName
        phoneMasked
        members {
          id
          name
          relation
          idMasked
        }
      }
    }
  `,
  [householdRow],
);

const updateHousehold = graphql(
  `
    mutation UpdateHousehold($input: UpdateHouseholdInput!) {
      updateHousehold(input: $input) {
        household {
          ...HouseholdRow
        }
      }
    }
  `,
  [householdRow],
);

export const householdDefinition: ResourceDefinition = {
  list: listOf(householdList, (result) => result.households),
  one: oneOf(householdPage, (result) => result.household),
  update: saveOf(updateHousehold, (result) => result.updateHousehold.household),
  sortFields: { headName: 'HEAD_NAME', 'village.code': 'VILLAGE_CODE', category: 'CATEGORY' },
};
