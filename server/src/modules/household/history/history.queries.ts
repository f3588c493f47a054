import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { householdCategory } from '#schema/household/household.table.ts';

type NewPeriod = typeof householdCategory.$inferInsert;

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

export async function changeCurrentPeriod(
  ctx: Context,
  countyCode: string,
  householdId: string,
  changes: Partial<NewPeriod>,
) {
  const changed = await ctx.db
    .update(householdCategory)
    .set(changes)
    .where(currentOf(countyCode, householdId))
    .returning();
  noteUpdated(ctx, householdCategory, changed);
}

export async function insertPeriod(ctx: Context, period: NewPeriod) {
  await ctx.db.insert(householdCategory).values(period);
  noteInserted(ctx, householdCategory, [period]);
}
