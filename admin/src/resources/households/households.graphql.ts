import { graphql } from '../../api/graphql.ts';
import { listOf, oneOf, pickKeys, type ResourceDefinition, saveOf } from '../../providers/definition.ts';

const householdRow = graphql(`
  fragment HouseholdRow on Household {
    id
    version
    headName
    headIdMasked
    phoneMasked
    number
    size
    category
    status
    village {
      code
      name
      shortName
      path
    }
  }
`);

const householdList = graphql(
  `
    query HouseholdList($filter: HouseholdFilter, $orderBy: [HouseholdOrder!], $first: Int!, $offset: Int) {
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

const householdDetails = graphql(
  `
    fragment HouseholdDetails on Household {
      ...HouseholdRow
      groupName
      address
      note
      closedOn
      createdAt
    }
  `,
  [householdRow],
);

const householdPage = graphql(
  `
    query HouseholdPage($id: ID!) {
      household(id: $id) {
        ...HouseholdDetails
      }
    }
  `,
  [householdDetails],
);

const createHousehold = graphql(
  `
    mutation CreateHousehold($input: CreateHouseholdInput!) {
      createHousehold(input: $input) {
        household {
          ...HouseholdDetails
        }
      }
    }
  `,
  [householdDetails],
);

const updateHousehold = graphql(
  `
    mutation UpdateHousehold($input: UpdateHouseholdInput!) {
      updateHousehold(input: $input) {
        household {
          ...HouseholdDetails
        }
      }
    }
  `,
  [householdDetails],
);

const edited = ['number', 'groupName', 'address', 'size', 'phone', 'note'];

export const householdDefinition: ResourceDefinition = {
  list: listOf(householdList, (result) => result.households),
  one: oneOf(householdPage, (result) => result.household),
  create: saveOf(createHousehold, (result) => result.createHousehold.household),
  update: saveOf(updateHousehold, (result) => result.updateHousehold.household),
  createInput: pickKeys(...edited, 'villageCode', 'headName', 'headResidentId', 'category', 'categoryFrom'),
  updateInput: pickKeys(...edited),
  sortFields: {
    headName: 'HEAD_NAME',
    'village.code': 'VILLAGE',
    category: 'CATEGORY',
    createdAt: 'CREATED_AT',
  },
};
