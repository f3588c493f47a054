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

const organizationRow = graphql(`
  fragment OrganizationRow on Organization {
    id
    version
    name
    level
    createdAt
    county {
      code
      name
      path
    }
    cadres(first: 1) {
      totalCount
    }
  }
`);

const organizationList = graphql(
  `
    query OrganizationList(
      $filter: OrganizationFilter
      $orderBy: [OrganizationOrder!]
      $first: Int!
      $offset: Int
    ) {
      organizations(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...OrganizationRow
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [organizationRow],
);

const organizationsById = graphql(
  `
    query OrganizationsById($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Organization {
          ...OrganizationRow
        }
      }
    }
  `,
  [organizationRow],
);

const organizationPage = graphql(
  `
    query OrganizationPage($id: ID!) {
      organization(id: $id) {
        ...OrganizationRow
      }
    }
  `,
  [organizationRow],
);

const createOrganization = graphql(
  `
    mutation CreateOrganization($input: CreateOrganizationInput!) {
      createOrganization(input: $input) {
        organization {
          ...OrganizationRow
        }
      }
    }
  `,
  [organizationRow],
);

const updateOrganization = graphql(
  `
    mutation UpdateOrganization($input: UpdateOrganizationInput!) {
      updateOrganization(input: $input) {
        organization {
          ...OrganizationRow
        }
      }
    }
  `,
  [organizationRow],
);

const toRecord = (node: ResultOf<typeof organizationRow>) => ({
  ...node,
  countyCode: node.county?.code,
  cadreCount: node.cadres?.totalCount,
});

export type OrganizationFilter = NonNullable<VariablesOf<typeof organizationList>['filter']>;
export type CreateOrganizationInput = InputOf<typeof createOrganization>;

export const organizationDocuments = {
  list: listOf(organizationList, (result) => result.organizations),
  one: oneOf(organizationPage, (result) => result.organization),
  many: manyOf(organizationsById, (result) => result.nodes),
  create: saveOf(createOrganization, (result) => result.createOrganization.organization),
  update: saveOf(updateOrganization, (result) => result.updateOrganization.organization),
  sortFields: { name: 'NAME', level: 'LEVEL', createdAt: 'CREATED_AT' },
  toRecord,
} satisfies ResourceDocuments;
