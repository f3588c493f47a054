import { rolesRequireOne } from '#modules/identity/second-factor/policy.queries.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { findActiveUser, findUsableToken } from './acting-user.queries.ts';
import { restricted } from './authentication.ts';
import { heldByToken, holdingsOf } from './identity.service.ts';
import { findCadresOf } from './session.queries.ts';

/**
 * A user with the rights held today, for background work in their name; null if the account is closed. A user who must
 * first set up a second factor holds no rights here either, and `restriction` says why.
 */
export async function viewerOf(ctx: Context, userId: string): Promise<Viewer | null> {
  const user = await findActiveUser(ctx, userId);
  if (!user) return null;
  const [holdings, cadres] = await Promise.all([holdingsOf(ctx, user.id), findCadresOf(ctx, user.id)]);
  const { id, username, displayName } = user;
  const viewer = { userId: id, username, displayName, sessionId: null, tokenId: null, holdings, cadres };
  return restricted(viewer, await restrictionOf(ctx, user));
}

/** An API token with the rights it holds today; null if it was revoked or has expired. */
export async function viewerOfToken(ctx: Context, tokenId: string): Promise<Viewer | null> {
  const found = await findUsableToken(ctx, tokenId);
  if (!found) return null;
  const { id: userId, username, displayName } = found.user;
  const holdings = await heldByToken(ctx, found.token);
  const { pointsPerMinute } = found.token;
  const program = { userId, username, displayName, sessionId: null, tokenId, pointsPerMinute };
  return restricted({ ...program, holdings, cadres: [] }, await restrictionOf(ctx, found.user));
}

async function restrictionOf(ctx: Context, user: { id: string; secondFactorSince: string | null }) {
  const mustEnrol =
    user.secondFactorSince === null && (await rolesRequireOne(ctx, user.id, today(ctx.clock)));
  return mustEnrol ? 'SECOND_FACTOR_REQUIRED' : undefined;
}
