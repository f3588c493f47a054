import { and, eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteRemoved } from '#platform/feed/changes.ts';
import { householdIncome } from '#schema/household/household.table.ts';

type NewLine = typeof householdIncome.$inferInsert;

/** Puts the lines of a year in the place of those there are, and gives those back. */
export async function replaceYear(
  ctx: Context,
  countyCode: string,
  householdId: string,
  year: number,
  lines: readonly NewLine[],
) {
  const former = await ctx.db
    .delete(householdIncome)
    .where(
      and(
        eq(householdIncome.countyCode, countyCode),
        eq(householdIncome.householdId, householdId),
        eq(householdIncome.year, year),
      ),
    )
    .returning();
  if (lines.length > 0) await ctx.db.insert(householdIncome).values([...lines]);
  noteRemoved(ctx, householdIncome, former);
  noteInserted(ctx, householdIncome, lines);
  return former;
}
