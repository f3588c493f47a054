import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { county, dutyRule } from '#schema/county/county.table.ts';

type NewRule = typeof dutyRule.$inferInsert;

export async function hasCounty(ctx: Context, countyCode: string): Promise<boolean> {
  const found = await ctx.db
    .select({ countyCode: county.countyCode })
    .from(county)
    .where(eq(county.countyCode, countyCode));
  return found.length > 0;
}

/** Makes the counties that are not there yet and tells which those were. */
export async function insertCounties(ctx: Context, countyCodes: readonly string[]): Promise<string[]> {
  if (countyCodes.length === 0) return [];
  const made = await ctx.db
    .insert(county)
    .values(countyCodes.map((countyCode) => ({ countyCode })))
    .onConflictDoNothing()
    .returning({ countyCode: county.countyCode });
  noteInserted(ctx, county, made);
  return made.map((row) => row.countyCode);
}

export async function insertRules(ctx: Context, rules: NewRule[]): Promise<void> {
  if (rules.length > 0) await ctx.db.insert(dutyRule).values(rules);
  noteInserted(ctx, dutyRule, rules);
}

export async function updateCounty(
  ctx: Context,
  countyCode: string,
  changes: Partial<typeof county.$inferInsert>,
) {
  const [changed] = await ctx.db
    .update(county)
    .set({ ...changes, version: sql`${county.version} + 1` })
    .where(eq(county.countyCode, countyCode))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, county, [changed]);
  return changed;
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

export async function updateRule(ctx: Context, countyCode: string, id: string, changes: Partial<NewRule>) {
  const [changed] = await ctx.db
    .update(dutyRule)
    .set({ ...changes, version: sql`${dutyRule.version} + 1` })
    .where(and(eq(dutyRule.countyCode, countyCode), eq(dutyRule.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  noteUpdated(ctx, dutyRule, [changed]);
  return changed;
}
