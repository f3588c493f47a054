import { request } from '../../api/client.ts';
import { graphql } from '../../api/graphql.ts';
import {
  type InputOf,
  listOf,
  oneOf,
  type ResourceDocuments,
  saveOf,
} from '../../providers/data/documents.ts';

const userFields = graphql(`
  fragment UserFields on User {
    id
    version
    username
    displayName
    status
    divisionCode
    division {
      code
      name
      path
    }
    mustChangePassword
    passwordChangedAt
    secondFactorSince
    createdAt
    grants {
      id
      role
      fromOn
      toOn
      division {
        code
        name
        path
      }
    }
  }
`);

const userList = graphql(
  `
    query UserList($filter: UserFilter, $orderBy: [UserOrder!], $first: Int!, $offset: Int) {
      users(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...UserFields
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [userFields],
);

const userPage = graphql(
  `
    query UserPage($id: ID!) {
      user(id: $id) {
        ...UserFields
        isManageable
      }
    }
  `,
  [userFields],
);

const createUser = graphql(
  `
    mutation CreateUser($input: CreateUserInput!) {
      createUser(input: $input) {
        resetToken
        expiresAt
        user {
          ...UserFields
        }
      }
    }
  `,
  [userFields],
);

const updateUser = graphql(
  `
    mutation UpdateUser($input: UpdateUserInput!) {
      updateUser(input: $input) {
        user {
          ...UserFields
        }
      }
    }
  `,
  [userFields],
);

export const addGrant = graphql(`
  mutation AddGrant($input: AddGrantInput!) {
    addGrant(input: $input) {
      clientMutationId
    }
  }
`);

export const revokeGrant = graphql(`
  mutation RevokeGrant($input: RevokeGrantInput!) {
    revokeGrant(input: $input) {
      clientMutationId
    }
  }
`);

export const disableUser = graphql(`
  mutation DisableUser($input: DisableUserInput!) {
    disableUser(input: $input) {
      clientMutationId
    }
  }
`);

export const enableUser = graphql(`
  mutation EnableUser($input: EnableUserInput!) {
    enableUser(input: $input) {
      clientMutationId
    }
  }
`);

export const startPasswordReset = graphql(`
  mutation StartPasswordReset($input: StartPasswordResetInput!) {
    startPasswordReset(input: $input) {
      resetToken
      expiresAt
    }
  }
`);

export const resetSecondFactor = graphql(`
  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
    resetSecondFactor(input: $input) {
      clientMutationId
    }
  }
`);

export const linkCadre = graphql(`
  mutation LinkCadre($input: LinkCadreInput!) {
    linkCadre(input: $input) {
      clientMutationId
    }
  }
`);

export interface ResetLink {
  resetToken: string | null;
  expiresAt: string | null;
}

/** The link is returned only by the creation, in no later answer. */
async function create(input: CreateUserInput) {
  const { createUser: made } = await request(createUser, { input });
  return made.user && { ...made.user, link: { resetToken: made.resetToken, expiresAt: made.expiresAt } };
}

export type CreateUserInput = InputOf<typeof createUser>;

export const userDocuments = {
  list: listOf(userList, (result) => result.users),
  one: oneOf(userPage, (result) => result.user),
  create,
  update: saveOf(updateUser, (result) => result.updateUser.user),
  sortFields: { username: 'USERNAME', displayName: 'DISPLAY_NAME', createdAt: 'CREATED_AT' },
} satisfies ResourceDocuments;
