import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import type { Holding, Viewer } from '#platform/viewer.ts';
import { pairedOnlyRoles, type Right, type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { tokenHash } from './secret.ts';
import { findApiToken, findCadresOf, findGrants, findSession } from './session.queries.ts';

interface Credentials {
  readonly sessionToken: string | null;
  readonly bearerToken: string | null;
}

/** Who asks, read anew at each request; null when nobody is signed in. */
export async function identify(
  ctx: Context,
  { sessionToken, bearerToken }: Credentials,
): Promise<Viewer | null> {
  if (bearerToken) return byApiToken(ctx, bearerToken);
  return sessionToken ? bySession(ctx, sessionToken) : null;
}

async function bySession(ctx: Context, token: string): Promise<Viewer | null> {
  const found = await findSession(ctx, tokenHash(token));
  if (!found) return null;
  const { user } = found;
  const [holdings, cadres] = await Promise.all([holdingsOf(ctx, user.id), findCadresOf(ctx, user.id)]);
  return { ...person(user), sessionId: found.session.id, tokenId: null, holdings, cadres };
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

async function byApiToken(ctx: Context, token: string): Promise<Viewer | null> {
  const found = await findApiToken(ctx, tokenHash(token), ctx.clock.now().toISOString());
  if (!found) return null;
  const owned = await holdingsOf(ctx, found.user.id);
  const { divisionCode } = found.token;
  // A token never reaches further than its owner does today.
  const rights = found.token.rights.filter((right) =>
    owned.some(
      (held) =>
        !held.pairedOnly && held.rights.has(right as Right) && divisionCode.startsWith(held.divisionCode),
    ),
  ) as Right[];
  const holdings = [{ role: 'API_CLIENT', divisionCode, rights: new Set(rights), pairedOnly: false }];
  return { ...person(found.user), sessionId: null, tokenId: found.token.id, holdings, cadres: [] };
}
