import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { householdCategory } from '#schema/household/household.table.ts';

const currentOf = (countyCode: string, householdId: string) =>
  and(
    eq(householdCategory.countyCode, countyCode),
    eq(householdCategory.householdId, householdId),
    isNull(householdCategory.toOn),
  );

/** The category in force; the household's row, locked before, keeps others from changing it. */
export async function currentPeriod(ctx: Context, countyCode: string, householdId: string) {
  const [period] = await ctx.db.select().from(householdCategory).where(currentOf(countyCode, householdId));
  return period ?? null;
}
