import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Context } from '#platform/context.ts';
import { apiToken, appUser } from '#schema/identity/identity.table.ts';
import { accessToken } from '#schema/identity/pace.table.ts';

export async function insertAccessToken(ctx: Context, row: typeof accessToken.$inferInsert): Promise<void> {
  await ctx.db.insert(accessToken).values(row);
}

/** What is over opens nothing any more, so it need not be kept. */
export async function sweepAccessTokens(ctx: Context, now: string): Promise<void> {
  await ctx.db.delete(accessToken).where(lte(accessToken.expiresAt, now));
}

/** An access token with the token it was made from and that one's owner, all of them good now. */
export async function findAccessToken(ctx: Context, tokenHash: Buffer, now: string) {
  const [found] = await ctx.db
    .select({ access: accessToken, token: apiToken, user: appUser })
    .from(accessToken)
    .innerJoin(apiToken, eq(apiToken.id, accessToken.apiTokenId))
    .innerJoin(appUser, eq(appUser.id, apiToken.ownerId))
    .where(
      and(
        eq(accessToken.tokenHash, tokenHash),
        gt(accessToken.expiresAt, now),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, now),
        eq(appUser.status, 'ACTIVE'),
      ),
    );
  return found ?? null;
}
