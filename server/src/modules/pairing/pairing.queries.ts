import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { notFound } from '#platform/core/errors.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { anyValue } from '#platform/read/select.ts';
import { county } from '#schema/county/county.table.ts';
import { household } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';

export type PairingRow = typeof pairing.$inferSelect;
export type NewPairing = typeof pairing.$inferInsert;

/** Households of one county, locked in the order of their ids; every writer of pairings takes this lock first. */
export function lockHouseholds(ctx: WorkContext, countyCode: string, ids: readonly string[]) {
  return ctx.db
    .select()
    .from(household)
    .where(and(eq(household.countyCode, countyCode), anyValue(household.id, ids)))
    .orderBy(asc(household.id))
    .for('update');
}

/** Households of pairings, before anything is locked. */
export async function householdsOfPairings(ctx: Context, countyCode: string, ids: readonly string[]) {
  const rows = await ctx.db
    .selectDistinct({ householdId: pairing.householdId })
    .from(pairing)
    .where(and(eq(pairing.countyCode, countyCode), anyValue(pairing.id, ids)));
  return rows.map((row) => row.householdId);
}

export function pairingsOfHouseholds(ctx: Context, countyCode: string, householdIds: readonly string[]) {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.countyCode, countyCode), anyValue(pairing.householdId, householdIds)))
    .orderBy(asc(pairing.startedOn), asc(pairing.id));
}

export function runningPairingsOf(ctx: Context, { countyCode, id }: CountyKey) {
  return ctx.db
    .select()
    .from(pairing)
    .where(and(eq(pairing.countyCode, countyCode), eq(pairing.cadreId, id), isNull(pairing.endedOn)))
    .orderBy(asc(pairing.id));
}

/** Households that each cadre is paired with today; a cadre without any is not in the map. */
export async function loadsOf(ctx: Context, countyCode: string, cadreIds: readonly string[]) {
  const rows = await ctx.db
    .select({ cadreId: pairing.cadreId, households: sql<number>`count(*)::int` })
    .from(pairing)
    .where(
      and(eq(pairing.countyCode, countyCode), anyValue(pairing.cadreId, cadreIds), isNull(pairing.endedOn)),
    )
    .groupBy(pairing.cadreId);
  return new Map(rows.map((row) => [row.cadreId, row.households]));
}

export async function getLoadRule(ctx: Context, countyCode: string) {
  const [rule] = await ctx.db
    .select({ maxLoad: county.maxLoad, loadPolicy: county.loadPolicy })
    .from(county)
    .where(eq(county.countyCode, countyCode));
  // The county code comes from an id in the input, which may be made up.
  if (!rule) throw notFound();
  return rule;
}
