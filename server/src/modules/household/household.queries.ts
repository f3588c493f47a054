import { and, eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { division } from '#schema/division/division.table.ts';

export async function findVillage(ctx: Context, code: string) {
  const [village] = await ctx.db
    .select()
    .from(division)
    .where(and(eq(division.code, code), eq(division.level, 'VILLAGE')));
  return village ?? null;
}
