import { and, eq, isNull, like, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Context } from '#platform/core/context.ts';
import { noteInserted, noteUpdated, type PlaceOfParent } from '#platform/feed/changes.ts';
import { anyValue } from '#platform/read/select.ts';
import { insertMany } from '#platform/write/bulk.ts';
import { county, dutyRule } from '#schema/county/county.table.ts';
import { division } from '#schema/division/division.table.ts';
import { household } from '#schema/household/household.table.ts';

/** Rows of one statement: large enough to be quick, small enough to hold. */
const batchSize = 1_000;

export async function insertRows<T extends PgTable>(
  ctx: Context,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    await insertMany(ctx, table, rows.slice(from, from + batchSize));
  }
}

/** Records of a visit or a problem belong where it does. */
export function noteEach<T extends object>(
  ctx: Context,
  table: PgTable,
  rows: readonly T[],
  above: readonly (PlaceOfParent & { id: string })[],
  keyOf: (row: T) => string,
): void {
  const places = new Map(above.map((row) => [row.id, row]));
  for (const row of rows) noteInserted(ctx, table, [row], places.get(keyOf(row)));
}

/** One change note for all settings and rules of the county. */
async function noteSettings(ctx: Context, countyCode: string): Promise<void> {
  const rules = await ctx.db
    .select({ countyCode: dutyRule.countyCode, id: dutyRule.id })
    .from(dutyRule)
    .where(eq(dutyRule.countyCode, countyCode));
  noteUpdated(ctx, county, [{ countyCode }]);
  noteUpdated(ctx, dutyRule, rules);
}

/** Whether the county has households already; two concurrent loads wait for each other here. */
export async function hasHouseholds(ctx: Context, countyCode: string): Promise<boolean> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`demo ${countyCode}`}, 0))`);
  const [first] = await ctx.db
    .select({ id: household.id })
    .from(household)
    .where(eq(household.countyCode, countyCode))
    .limit(1);
  return first !== undefined;
}

export function findPlaces(ctx: Context, countyCode: string) {
  return ctx.db
    .select({ code: division.code, shortName: division.shortName, level: division.level })
    .from(division)
    .where(and(like(division.code, `${countyCode}%`), isNull(division.abolishedOn)))
    .orderBy(division.code);
}

/** Full paths by code. */
export async function findPaths(ctx: Context, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .select({ code: division.code, path: division.path })
    .from(division)
    .where(anyValue(division.code, [...codes]));
  return new Map(rows.map(({ code, path }) => [code, path]));
}

export interface DutySettings {
  readonly maxLoad: number;
  readonly minDays: number;
  readonly deadlineDays: number;
}

/** The county's limit, and duty rules under which calls do not count for monitored households. */
export async function applySettings(
  ctx: Context,
  countyCode: string,
  { maxLoad, minDays, deadlineDays }: DutySettings,
): Promise<void> {
  await ctx.db.update(county).set({ maxLoad }).where(eq(county.countyCode, countyCode));
  const ofCounty = eq(dutyRule.countyCode, countyCode);
  await ctx.db.update(dutyRule).set({ minDays, deadlineDays }).where(ofCounty);
  await ctx.db
    .update(dutyRule)
    .set({ modes: ['IN_PERSON', 'VIDEO'] })
    .where(and(ofCounty, sql`${dutyRule.category} <> 'RELIEVED'`));
  await ctx.db
    .update(dutyRule)
    .set({ riskFrequency: 'MONTH' })
    .where(and(ofCounty, eq(dutyRule.category, 'SUDDEN')));
  await noteSettings(ctx, countyCode);
}

/** Usernames that are taken. */
export async function findTaken(ctx: Context, usernames: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.execute<{ username: string }>(
    sql`select username from app_user where lower(username) = any(${sql.param(usernames)}::text[])`,
  );
  return rows.map(({ username }) => username);
}
