import type { ResultOf, VariablesOf } from 'gql.tada';
import type { Answered } from '../../api/client.ts';
import { graphql } from '../../api/graphql.ts';
import {
  type InputOf,
  listOf,
  manyOf,
  oneOf,
  type ResourceDocuments,
  saveOf,
} from '../../providers/data/documents.ts';

export const householdRow = graphql(`
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
    currentPairing {
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

export const householdDetails = graphql(
  `
    fragment HouseholdDetails on Household {
      ...HouseholdRow
      groupName
      address
      note
      closedOn
      closedReason
      createdAt
      memberCount
      mergedInto {
        id
        headName
      }
      currentPairing {
        id
        startedOn
        cadre {
          id
          name
          jobTitle
          organization {
            id
            name
          }
        }
      }
      currentDuty {
        id
        status
        period
        dueOn
        isOverdue
      }
      lastVisit {
        id
        visitedOn
      }
    }
  `,
  [householdRow],
);

const memberFields = graphql(`
  fragment MemberFields on Member {
    id
    version
    name
    relation
    sex
    birthYear
    documentKind
    residentIdMasked
    phoneMasked
    ethnicity
    education
    schoolStatus
    dropoutReason
    labour
    health
    politicalStatus
    workPlace
    workMonths
    hasDibao
    leftOn
    leftReason
  }
`);

/** Everything on the page of one household, except long lists, which have pages of their own. */
const householdPage = graphql(
  `
    query HouseholdPage($id: ID!) {
      household(id: $id) {
        ...HouseholdDetails
        members {
          ...MemberFields
        }
        incomeYears {
          year
          wage
          business
          property
          transfer
          expense
          netIncome
          perCapita
          items {
            item
            amount
          }
        }
        risks {
          id
          version
          kind
          status
          identifiedOn
          eliminatedOn
          note
        }
        categories {
          id
          category
          fromOn
          toOn
          reason
        }
        pairings(first: 100, orderBy: [{ field: STARTED_ON, direction: DESC }]) {
          nodes {
            id
            role
            startedOn
            endedOn
            endReason
            reason
            handOverNote
            createdAt
            former {
              id
            }
            cadre {
              id
              name
              organization {
                name
              }
            }
          }
        }
      }
      formerMembers: members(filter: { householdId: $id, present: false }, first: 100) {
        nodes {
          ...MemberFields
        }
      }
    }
  `,
  [householdDetails, memberFields],
);

const householdsById = graphql(
  `
    query HouseholdsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Household {
          ...HouseholdRow
        }
      }
    }
  `,
  [householdRow],
);

type Answer = Answered<ResultOf<typeof householdPage>>;
export type Member = Answer['household']['members'][number];
export type HouseholdPage = Answer['household'] & { formerMembers: Member[] };
export type HouseholdYear = HouseholdPage['incomeYears'][number];
export type Risk = HouseholdPage['risks'][number];

/** Members who left together with the whole household are still shown as its members. */
function withFormer({ household, formerMembers }: Answer): HouseholdPage {
  const members = new Set(household.members.map(({ id }) => id));
  return { ...household, formerMembers: formerMembers.nodes.filter(({ id }) => !members.has(id)) };
}

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

export type CreateHouseholdInput = InputOf<typeof createHousehold>;
export type UpdateHouseholdInput = InputOf<typeof updateHousehold>;
export type HouseholdFilter = NonNullable<VariablesOf<typeof householdList>['filter']>;

export const householdDocuments = {
  list: listOf(householdList, (result) => result.households),
  one: oneOf(householdPage, withFormer),
  many: manyOf(householdsById, (result) => result.nodes),
  create: saveOf(createHousehold, (result) => result.createHousehold.household),
  update: saveOf(updateHousehold, (result) => result.updateHousehold.household),
  sortFields: {
    headName: 'HEAD_NAME',
    'village.code': 'VILLAGE',
    category: 'CATEGORY',
    createdAt: 'CREATED_AT',
  },
} satisfies ResourceDocuments;
