import { rolesRequireOne } from '#modules/identity/second-factor/policy.queries.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { findActiveUser, findUsableToken } from './acting-user.queries.ts';
import { restricted } from './asker.ts';
import { heldByToken, holdingsOf } from './identity.service.ts';
import { findCadresOf } from './session.queries.ts';

/**
 * Somebody with what they hold today, for work done in their name; null where the account is closed. Whoever must set up
 * a second factor first holds nothing here either, and `restriction` says why.
 */
export async function viewerOf(ctx: Context, userId: string): Promise<Viewer | null> {
  const user = await findActiveUser(ctx, userId);
  if (!user) return null;
  const [holdings, cadres] = await Promise.all([holdingsOf(ctx, user.id), findCadresOf(ctx, user.id)]);
  const { id, username, displayName } = user;
  const viewer = { userId: id, username, displayName, sessionId: null, tokenId: null, holdings, cadres };
  return restricted(viewer, await restrictionOf(ctx, user));
}

/** A program with what its token holds today; null where the token was revoked or is over. */
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
