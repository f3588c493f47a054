import { and, eq, or, sql } from 'drizzle-orm';
import { countStale, deleteMany, type Kept, sendRows, updateMany } from '#platform/bulk.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import type { PairingRow } from './pairing.queries.ts';

export const sendPairings = (work: WorkContext, rows: readonly PairingRow[]) => sendRows(work, pairing, rows);
export const updatePairings = (
  ctx: Context,
  countyCode: string,
  rows: readonly (Partial<PairingRow> & { id: string })[],
) => updateMany(ctx, pairing, countyCode, rows);
export const countStalePairings = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  countStale(ctx, pairing, countyCode, kept);
export const deletePairings = (ctx: Context, countyCode: string, ids: readonly string[]) =>
  deleteMany(ctx, pairing, countyCode, ids);

/** Pairings of these households or cadres beside those named. */
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
