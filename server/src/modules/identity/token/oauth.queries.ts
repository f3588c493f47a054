import { lte } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { accessToken } from '#schema/identity/rate-limit.table.ts';

export async function insertAccessToken(ctx: Context, row: typeof accessToken.$inferInsert): Promise<void> {
  await ctx.db.insert(accessToken).values(row);
}

/** Deletes expired tokens. */
export async function sweepAccessTokens(ctx: Context, now: string): Promise<void> {
  await ctx.db.delete(accessToken).where(lte(accessToken.expiresAt, now));
}
