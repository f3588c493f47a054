import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { county, dutyRule } from '#schema/county/county.table.ts';

export async function hasCounty(ctx: Context, countyCode: string): Promise<boolean> {
  const found = await ctx.db
    .select({ countyCode: county.countyCode })
    .from(county)
    .where(eq(county.countyCode, countyCode));
  return found.length > 0;
}

/** The rule of a category that begins last; the county's row, locked before, keeps others from adding one. */
export async function latestRule(ctx: Context, countyCode: string, category: string) {
  const [rule] = await ctx.db
    .select()
    .from(dutyRule)
    .where(and(eq(dutyRule.countyCode, countyCode), eq(dutyRule.category, category)))
    .orderBy(desc(dutyRule.fromOn))
    .limit(1);
  return rule ?? null;
}
