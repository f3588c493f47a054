import { findUserByName } from '#modules/identity/user/user.queries.ts';
import type { Holding, Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { notFound, refuse } from '#platform/core/errors.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import {
  type Credentials,
  cacheAuthentication,
  credentialLookupOf,
  holdingOf,
  holdingsOfToken,
  isExpired,
  person,
} from './authentication.ts';
import { findGrants, touchSession, touchToken } from './session.queries.ts';
import { isNoteworthy } from './session.rules.ts';

/**
 * The viewer of a request, read from the database each time; null without a valid session. An invalid token is refused.
 */
export async function authenticate(ctx: Context, credentials: Credentials): Promise<Viewer | null> {
  const lookup = credentialLookupOf(ctx, credentials);
  if (!lookup) return null;
  const read = await lookup.statement.read(ctx.db, lookup.values);
  const authentication = cacheAuthentication(lookup, read);
  if (!authentication && lookup.isToken) throw refuse('UNAUTHENTICATED', { authorization: 'TOKEN_INVALID' });
  if (!read || !authentication || isExpired(ctx, read.value)) return null;
  const now = ctx.clock.now();
  if (isNoteworthy(authentication.lastUsedAt, now)) {
    const touch = lookup.isToken ? touchToken : touchSession;
    await touch(ctx, authentication.credentialId, now.toISOString());
  }
  return authentication.viewer;
}

export async function holdingsOf(ctx: Context, userId: string, before?: number): Promise<Holding[]> {
  return (await findGrants(ctx, userId, today(ctx.clock), before)).map(holdingOf);
}

/** The user in whose name a command line runs, with the rights held today. */
export async function viewerNamed(ctx: Context, username: string): Promise<Viewer> {
  const user = await findUserByName(ctx, normaliseUsername(username));
  if (user?.status !== 'ACTIVE') throw notFound('username');
  const displayName = `${user.displayName} (command line)`;
  const holdings = await holdingsOf(ctx, user.id);
  return { ...person({ ...user, displayName }), sessionId: null, tokenId: null, holdings, cadres: [] };
}

/** The rights of a token today, for work that runs after its request. */
export const heldByToken = async (
  ctx: Context,
  token: { ownerId: string; divisionCode: string; rights: readonly string[]; ordinal: number },
): Promise<Holding[]> => holdingsOfToken(token, await holdingsOf(ctx, token.ownerId, token.ordinal));
