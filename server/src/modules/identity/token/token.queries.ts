import { eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { apiToken } from '#schema/identity/identity.table.ts';

export async function insertToken(ctx: Context, row: typeof apiToken.$inferInsert) {
  const [made] = await ctx.db.insert(apiToken).values(row).returning();
  if (!made) throw new Error('nothing inserted');
  return made;
}

export async function revokeTokenRow(ctx: Context, id: string, now: string): Promise<void> {
  await ctx.db.update(apiToken).set({ revokedAt: now }).where(eq(apiToken.id, id));
}
