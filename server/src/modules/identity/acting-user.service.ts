import type { Context } from '#platform/context.ts';
import type { Viewer } from '#platform/viewer.ts';
import { findActiveUser } from './acting-user.queries.ts';
import { holdingsOf } from './identity.service.ts';
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
