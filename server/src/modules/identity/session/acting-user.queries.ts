import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { apiToken, appUser } from '#schema/identity/identity.table.ts';

export async function findActiveUser(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select({
      id: appUser.id,
      username: appUser.username,
      displayName: appUser.displayName,
      secondFactorSince: appUser.secondFactorSince,
    })
    .from(appUser)
    .where(and(eq(appUser.id, id), eq(appUser.status, 'ACTIVE')));
  return found ?? null;
}

/** A token that is valid now, with its owner. */
export async function findUsableToken(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select({ token: apiToken, user: appUser })
    .from(apiToken)
    .innerJoin(appUser, eq(appUser.id, apiToken.ownerId))
    .where(
      and(
        eq(apiToken.id, id),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, ctx.clock.now().toISOString()),
        eq(appUser.status, 'ACTIVE'),
      ),
    );
  return found ?? null;
}
