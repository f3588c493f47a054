import { timingSafeEqual } from 'node:crypto';
import {
  type Attempt,
  attemptFailed,
  attemptSucceeded,
  beginAttempt,
} from '#modules/identity/account/lockout.service.ts';
import { stranger } from '#modules/identity/account/refused-entry.ts';
import { charge } from '#modules/identity/rate-limit/rate-limit.service.ts';
import { findUsableToken } from '#modules/identity/session/acting-user.queries.ts';
import { viewerOfToken } from '#modules/identity/session/acting-user.service.ts';
import { accessPrefix, newToken, tokenHash } from '#modules/identity/session/secret.ts';
import { touchToken } from '#modules/identity/session/session.queries.ts';
import { isNoteworthy } from '#modules/identity/session/session.rules.ts';
import { tokenEntity } from '#modules/identity/user/user.entity.ts';
import type { Restriction } from '#platform/access/viewer.ts';
import type { AuditEntry, Context, WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { insertAccessToken, sweepAccessTokens } from './oauth.queries.ts';
import {
  grantedRights,
  isClientId,
  lifetimeSeconds,
  OAuthRefusal,
  type TokenRequest,
} from './oauth.rules.ts';

/** Clients rarely need a token, so it is priced like a mutation. */
const price = 50;

export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly scope: string;
}

type Client = NonNullable<Awaited<ReturnType<typeof findUsableToken>>>['token'];

/** Issues a short-lived access token for an API token's id and secret, with the same rights or fewer. */
export async function issueAccessToken(ctx: Context, request: TokenRequest): Promise<IssuedToken> {
  const attempt = await beginAttempt(ctx, {
    name: request.clientId,
    kind: 'client',
    find: (within) => findClientById(within, request.clientId),
    note: (work, client, facts) => note(work, client, facts, stranger),
  });
  const client = isClientId(request.clientId) ? await findClient(ctx, request) : null;
  if (!client) {
    await noteFailure(ctx, attempt, request.clientId);
    throw new OAuthRefusal('invalid_client', 'unknown client, wrong secret, or a token that has ended');
  }
  await attemptSucceeded(ctx, attempt);
  const rights = grantedRights(client.rights, request.scope);
  const viewer = await viewerOfToken(ctx, client.id);
  if (!viewer) throw new OAuthRefusal('invalid_client', 'the token has just ended');
  if (viewer.restriction) await refuseRestricted(ctx, client, viewer.restriction);
  await charge({ ...ctx, viewer }, price);
  const now = ctx.clock.now();
  const expiresIn = lifetimeSeconds(client.expiresAt, now);
  const secret = newToken(accessPrefix);
  await withTransaction({ ...ctx, viewer }, async (work) => {
    await sweepAccessTokens(work, now.toISOString());
    await insertAccessToken(work, {
      id: newId(),
      tokenHash: tokenHash(secret),
      apiTokenId: client.id,
      rights,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + expiresIn * 1_000).toISOString(),
    });
    if (isNoteworthy(client.lastUsedAt, now)) await touchToken(work, client.id, now.toISOString());
    note(work, client, { outcome: 'SUCCEEDED', rights, expiresIn, address: ctx.address });
  });
  return { accessToken: secret, expiresIn, scope: rights.join(' ') };
}

/** Refuses a token that would have no rights, with the reason, where the operator of the client sees it first. */
async function refuseRestricted(ctx: Context, client: Client, outcome: Restriction): Promise<never> {
  await withTransaction(ctx, async (work) => note(work, client, { outcome, address: ctx.address }, stranger));
  throw new OAuthRefusal(
    'unauthorized_client',
    'the owner of the client has to set up a second factor first (SECOND_FACTOR_REQUIRED)',
  );
}

async function findClient(ctx: Context, { clientId, clientSecret }: TokenRequest): Promise<Client | null> {
  const found = await findUsableToken(ctx, clientId);
  return found && timingSafeEqual(found.token.tokenHash, tokenHash(clientSecret)) ? found.token : null;
}

const findClientById = async (ctx: Context, clientId: string): Promise<Client | null> =>
  isClientId(clientId) ? ((await findUsableToken(ctx, clientId))?.token ?? null) : null;

function noteFailure(ctx: Context, attempt: Attempt, clientId: string): Promise<void> {
  return withTransaction(ctx, async (work) => {
    const locked = await attemptFailed(work, attempt);
    const client = await findClientById(work, clientId);
    const outcome = locked ? 'LOCKED_OUT' : 'WRONG_CREDENTIALS';
    note(work, client, { outcome, address: ctx.address }, stranger);
  });
}

const note = (work: WorkContext, client: Client | null, facts: object, actor?: AuditEntry['actor']): void =>
  auditAct(work, tokenEntity, client, {
    action: 'issueAccessToken',
    actor,
    after: { ...facts, name: client?.name },
  });
