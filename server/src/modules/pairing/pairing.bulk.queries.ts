import { and, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { type Kept, staleOf } from '#platform/write/bulk.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { household } from '#schema/household/household.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';

export const stalePairings = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, pairing, countyCode, kept);

/** Pairings of these households or cadres other than those named. */
export async function countPairingsOf(
  ctx: Context,
  countyCode: string,
  of: { householdIds: readonly string[]; cadreIds: readonly string[] },
  besides: readonly string[],
): Promise<number> {
  const [found] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(pairing)
    .where(
      and(
        eq(pairing.countyCode, countyCode),
        or(anyValue(pairing.householdId, of.householdIds), anyValue(pairing.cadreId, of.cadreIds)),
        sql`not ${anyValue(pairing.id, besides)}`,
      ),
    );
  return found?.count ?? 0;
}

/**
 * Counts the pairings that cannot be reopened: the household or the cadre has left, or another helper has taken over.
 * `besides` are pairings deleted at the same time.
 */
export async function countNoLongerRunnable(
  ctx: Context,
  countyCode: string,
  ids: readonly string[],
  besides: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const other = alias(pairing, 'other');
  const [found] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(pairing)
    .innerJoin(
      household,
      and(eq(household.countyCode, pairing.countyCode), eq(household.id, pairing.householdId)),
    )
    .innerJoin(cadre, and(eq(cadre.countyCode, pairing.countyCode), eq(cadre.id, pairing.cadreId)))
    .where(
      and(
        eq(pairing.countyCode, countyCode),
        anyValue(pairing.id, ids),
        sql`(${household.status} <> 'ACTIVE' or ${cadre.status} = 'LEFT' or exists (
          select from ${pairing} as other where ${other.countyCode} = ${countyCode}
            and ${other.householdId} = ${pairing.householdId} and ${other.endedOn} is null
            and ${other.id} <> ${pairing.id} and not ${anyValue(other.id, besides)}
            and (${other.cadreId} = ${pairing.cadreId} or ${other.role} = 'MAIN' and ${pairing.role} = 'MAIN')))`,
      ),
    );
  return found?.count ?? 0;
}
