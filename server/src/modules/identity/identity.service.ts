import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { notFound, refuse } from '#platform/errors.ts';
import type { Holding, Viewer } from '#platform/viewer.ts';
import { pairedOnlyRoles, type Right, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import { askerByAccessToken, askerByApiToken, askerBySession, type HeldGrant } from './asker.queries.ts';
import { accessPrefix, tokenHash } from './secret.ts';
import { findGrants, touchSession, touchToken } from './session.queries.ts';
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
  const found = await askerBySession(ctx.db, { hash: tokenHash(token), today: today(ctx.clock) });
  const now = ctx.clock.now();
  if (!found || !isRunning(found.session, now)) return null;
  const { user, session } = found;
  if (isNoteworthy(session.lastSeenAt, now)) await touchSession(ctx, session.id, now.toISOString());
  const viewer = { ...person(user), sessionId: session.id, tokenId: null };
  // Until the password is changed the person may do nothing, whatever was granted.
  if (user.mustChangePassword) return { ...viewer, holdings: [], cadres: [], mustChangePassword: true };
  return { ...viewer, holdings: found.grants.map(holdingOf), cadres: found.cadres };
}

const person = (user: { id: string; username: string; displayName: string }) => ({
  userId: user.id,
  username: user.username,
  displayName: user.displayName,
});

const holdingOf = (grant: HeldGrant): Holding => ({
  role: grant.role,
  divisionCode: grant.divisionCode ?? '',
  rights: new Set<Right>(rightsOfRole[grant.role as RoleKey] ?? []),
  pairedOnly: pairedOnlyRoles.has(grant.role),
});

export async function holdingsOf(ctx: Context, userId: string): Promise<Holding[]> {
  return (await findGrants(ctx, userId, today(ctx.clock))).map(holdingOf);
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
async function byApiToken(ctx: Context, bearer: string): Promise<Viewer> {
  const now = ctx.clock.now();
  const find = bearer.startsWith(accessPrefix) ? askerByAccessToken : askerByApiToken;
  const asked = { hash: tokenHash(bearer), now: now.toISOString(), today: today(ctx.clock) };
  const found = await find(ctx.db, asked);
  if (!found) throw refuse('UNAUTHENTICATED', { authorization: 'TOKEN_INVALID' });
  const { user, token } = found;
  if (isNoteworthy(token.lastUsedAt, now)) await touchToken(ctx, token.id, now.toISOString());
  return {
    ...person(user),
    sessionId: null,
    tokenId: token.id,
    pointsPerMinute: token.pointsPerMinute,
    holdings: holdingsOfToken(token, found.grants.map(holdingOf)),
    cadres: [],
  };
}

/** What a token holds today, for work after its request. */
export const heldByToken = async (
  ctx: Context,
  token: { ownerId: string; divisionCode: string; rights: readonly string[] },
): Promise<Holding[]> => holdingsOfToken(token, await holdingsOf(ctx, token.ownerId));

/** Never more than its owner holds. */
function holdingsOfToken(
  { divisionCode, rights: given }: { divisionCode: string; rights: readonly string[] },
  owned: readonly Holding[],
): Holding[] {
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
