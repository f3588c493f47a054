import { and, eq } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { division } from '#schema/division/division.table.ts';
import { household } from '#schema/household/household.table.ts';

export async function findVillage(ctx: Context, code: string) {
  const [village] = await ctx.db
    .select()
    .from(division)
    .where(and(eq(division.code, code), eq(division.level, 'VILLAGE')));
  return village ?? null;
}

/** Ids of the households in a village, locked until the transaction ends. */
export async function lockVillage(work: WorkContext, countyCode: string, villageCode: string) {
  const rows = await work.db
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.countyCode, countyCode), eq(household.villageCode, villageCode)))
    .orderBy(household.id)
    .for('update');
  return rows.map(({ id }) => id);
}
