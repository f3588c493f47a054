import { request } from '../../api/client.ts';
import { graphql } from '../../api/graphql.ts';
import { type InputOf, listOf, oneOf, type ResourceDocuments } from '../../providers/data/documents.ts';

const webhookFields = graphql(`
  fragment WebhookFields on Webhook {
    id
    name
    url
    types
    status
    pauseReason
    failingSince
    nextTryAt
    formerSecretUntil
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
  }
`);

const webhookList = graphql(
  `
    query WebhookList($filter: WebhookFilter, $orderBy: [WebhookOrder!], $first: Int!, $offset: Int) {
      webhooks(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
        nodes {
          ...WebhookFields
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
        }
        totalCount
      }
    }
  `,
  [webhookFields],
);

const webhookPage = graphql(
  `
    query WebhookPage($id: ID!) {
      webhook(id: $id) {
        ...WebhookFields
        deliveries(first: 50) {
          nodes {
            id
            kind
            changeCount
            status
            attempts
            responseCode
            failure
            durationMs
            createdAt
            nextTryAt
          }
        }
      }
    }
  `,
  [webhookFields],
);

const createWebhook = graphql(
  `
    mutation CreateWebhook($input: CreateWebhookInput!) {
      createWebhook(input: $input) {
        secret
        webhook {
          ...WebhookFields
        }
      }
    }
  `,
  [webhookFields],
);

export const pauseWebhook = graphql(`
  mutation PauseWebhook($input: WebhookInput!) {
    pauseWebhook(input: $input) {
      clientMutationId
    }
  }
`);
export const resumeWebhook = graphql(`
  mutation ResumeWebhook($input: WebhookInput!) {
    resumeWebhook(input: $input) {
      clientMutationId
    }
  }
`);
export const testWebhook = graphql(`
  mutation TestWebhook($input: WebhookInput!) {
    testWebhook(input: $input) {
      clientMutationId
    }
  }
`);
export const removeWebhook = graphql(`
  mutation RemoveWebhook($input: WebhookInput!) {
    removeWebhook(input: $input) {
      clientMutationId
    }
  }
`);
export const rotateSecret = graphql(`
  mutation RotateWebhookSecret($input: WebhookInput!) {
    rotateWebhookSecret(input: $input) {
      secret
    }
  }
`);
export const redeliver = graphql(`
  mutation RedeliverWebhook($input: RedeliverInput!) {
    redeliverWebhook(input: $input) {
      clientMutationId
    }
  }
`);

/** The secret is returned only by the creation, in no later answer. */
async function create(input: CreateWebhookInput) {
  const { createWebhook: made } = await request(createWebhook, { input });
  return made.webhook && { ...made.webhook, secret: made.secret };
}

export type CreateWebhookInput = InputOf<typeof createWebhook>;

export const webhookDocuments: ResourceDocuments = {
  list: listOf(webhookList, (result) => result.webhooks),
  one: oneOf(webhookPage, (result) => result.webhook),
  create,
  sortFields: { createdAt: 'CREATED_AT' },
};
