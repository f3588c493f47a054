import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { notFound, refuse } from '#platform/errors.ts';
import type { Holding, Viewer } from '#platform/viewer.ts';
import { pairedOnlyRoles, type Right, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import { findAccessToken } from './oauth.queries.ts';
import { accessPrefix, tokenHash } from './secret.ts';
import {
  findApiToken,
  findCadresOf,
  findGrants,
  findSession,
  touchSession,
  touchToken,
} from './session.queries.ts';
import { isNoteworthy, isRunning } from './session.rules.ts';
import { isForTokens } from './user.policy.ts';
import { findUserByName } from './user.queries.ts';

interface Credentials {
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
}

/** Who asks, read anew at each request; null when nobody is signed in. A token that opens nothing is refused. */
export async function identify(
  ctx: Context,
  { sessionToken, bearerToken }: Credentials,
): Promise<Viewer | null> {
  if (bearerToken !== null) return byApiToken(ctx, bearerToken);
  return sessionToken ? bySession(ctx, sessionToken) : null;
}

async function bySession(ctx: Context, token: string): Promise<Viewer | null> {
  const found = await findSession(ctx, tokenHash(token));
  const now = ctx.clock.now();
  if (!found || !isRunning(found.session, now)) return null;
  const { user, session } = found;
  if (isNoteworthy(session.lastSeenAt, now)) await touchSession(ctx, session.id, now.toISOString());
  const viewer = { ...person(user), sessionId: session.id, tokenId: null };
  // Until the password is changed the person may do nothing, whatever was granted.
  if (user.mustChangePassword) return { ...viewer, holdings: [], cadres: [], mustChangePassword: true };
  const [holdings, cadres] = await Promise.all([holdingsOf(ctx, user.id), findCadresOf(ctx, user.id)]);
  return { ...viewer, holdings, cadres };
}

const person = (user: { id: string; username: string; displayName: string }) => ({
  userId: user.id,
  username: user.username,
  displayName: user.displayName,
});

export async function holdingsOf(ctx: Context, userId: string): Promise<Holding[]> {
  const grants = await findGrants(ctx, userId, today(ctx.clock));
  return grants.map((grant) => ({
    role: grant.role,
    divisionCode: grant.divisionCode ?? '',
    rights: new Set<Right>(rightsOfRole[grant.role as RoleKey] ?? []),
    pairedOnly: pairedOnlyRoles.has(grant.role),
  }));
}

/** Somebody for whom the command line acts, with what that person holds today. */
export async function viewerNamed(ctx: Context, username: string): Promise<Viewer> {
  const user = await findUserByName(ctx, normaliseUsername(username));
  if (user?.status !== 'ACTIVE') throw notFound('username');
  const displayName = `${user.displayName} (command line)`;
  const holdings = await holdingsOf(ctx, user.id);
  return { ...person({ ...user, displayName }), sessionId: null, tokenId: null, holdings, cadres: [] };
}

/** By the token itself, or by one of the short-lived ones made from it. */
async function findByBearer(ctx: Context, token: string, now: string) {
  if (!token.startsWith(accessPrefix)) return findApiToken(ctx, tokenHash(token), now);
  const found = await findAccessToken(ctx, tokenHash(token), now);
  if (!found) return null;
  const rights = found.token.rights.filter((right) => found.access.rights.includes(right));
  return { user: found.user, token: { ...found.token, rights } };
}

async function byApiToken(ctx: Context, token: string): Promise<Viewer> {
  const now = ctx.clock.now();
  const found = await findByBearer(ctx, token, now.toISOString());
  if (!found) throw refuse('UNAUTHENTICATED', { authorization: 'TOKEN_INVALID' });
  if (isNoteworthy(found.token.lastUsedAt, now)) await touchToken(ctx, found.token.id, now.toISOString());
  const holdings = await heldByToken(ctx, found.token);
  return {
    ...person(found.user),
    sessionId: null,
    tokenId: found.token.id,
    pointsPerMinute: found.token.pointsPerMinute,
    holdings,
    cadres: [],
  };
}

/** What a token holds today: never more than its owner does. */
export async function heldByToken(
  ctx: Context,
  { ownerId, divisionCode, rights: given }: { ownerId: string; divisionCode: string; rights: string[] },
): Promise<Holding[]> {
  const owned = await holdingsOf(ctx, ownerId);
  const rights = given.filter(
    (right) =>
      isForTokens(right) &&
      owned.some(
        (held) => !held.pairedOnly && held.rights.has(right) && divisionCode.startsWith(held.divisionCode),
      ),
  ) as Right[];
  // Names of places are public, and nearly everything else shows one.
  const held = new Set<Right>([...rights, 'division.read']);
  return [{ role: 'API_CLIENT', divisionCode, rights: held, pairedOnly: false }];
}
