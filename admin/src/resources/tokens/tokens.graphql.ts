import type { RaRecord } from 'react-admin';
import { request } from '../../api/client.ts';
import { graphql } from '../../api/graphql.ts';
import { type InputOf, listOf, oneOf, type ResourceDocuments } from '../../providers/data/documents.ts';
import { onlyWhenOn } from '../../providers/data/filter.ts';

const tokenFields = graphql(`
  fragment TokenFields on ApiToken {
    id
    name
    hint
    rights
    pointsPerMinute
    expiresAt
    lastUsedAt
    revokedAt
    createdAt
    division {
      code
      name
      path
    }
    owner {
      id
      displayName
    }
    usage {
      day
      operations
      points
      refusals
    }
  }
`);

const tokenList = graphql(
  `
    query TokenList($filter: ApiTokenFilter, $orderBy: [ApiTokenOrder!], $first: Int!, $offset: Int) {
      tokens(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...TokenFields
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [tokenFields],
);

const tokenPage = graphql(
  `
    query TokenPage($id: ID!) {
      node(id: $id) {
        ...TokenFields
      }
    }
  `,
  [tokenFields],
);

const createToken = graphql(
  `
    mutation CreateToken($input: CreateTokenInput!) {
      createToken(input: $input) {
        secret
        token {
          ...TokenFields
        }
      }
    }
  `,
  [tokenFields],
);

export const revokeToken = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      clientMutationId
    }
  }
`);

/** The secret is returned only by the creation, in no later answer. */
async function create(input: CreateTokenInput) {
  const { createToken: made } = await request(createToken, { input });
  return made.token && { ...made.token, secret: made.secret };
}

export type CreateTokenInput = InputOf<typeof createToken>;

export const tokenDocuments: ResourceDocuments = {
  list: listOf(tokenList, (result) => result.tokens),
  one: oneOf(tokenPage, (result) => result.node as RaRecord | null),
  create,
  mapFilter: onlyWhenOn('usable'),
  sortFields: { createdAt: 'CREATED_AT', expiresAt: 'EXPIRES_AT' },
};
