import type { Context } from '#platform/context.ts';
import type { Viewer } from '#platform/viewer.ts';
import { findActiveUser, findUsableToken } from './acting-user.queries.ts';
import { heldByToken, holdingsOf } from './identity.service.ts';
import { findCadresOf } from './session.queries.ts';

/** Somebody with what they hold today, for work done in their name; null where the account is closed. */
export async function viewerOf(ctx: Context, userId: string): Promise<Viewer | null> {
  const user = await findActiveUser(ctx, userId);
  if (!user) return null;
  const [holdings, cadres] = await Promise.all([holdingsOf(ctx, user.id), findCadresOf(ctx, user.id)]);
  return {
    userId: user.id,
    username: user.username,
    displayName: user.displayName,
    sessionId: null,
    tokenId: null,
    holdings,
    cadres,
  };
}

/** A program with what its token holds today; null where the token was revoked or is over. */
export async function viewerOfToken(ctx: Context, tokenId: string): Promise<Viewer | null> {
  const found = await findUsableToken(ctx, tokenId);
  if (!found) return null;
  const { id: userId, username, displayName } = found.user;
  const holdings = await heldByToken(ctx, found.token);
  const { pointsPerMinute } = found.token;
  return { userId, username, displayName, sessionId: null, tokenId, pointsPerMinute, holdings, cadres: [] };
}
