import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { visit } from '#schema/visit/visit.table.ts';

const former = alias(pairing, 'former');

/** The cadres from whom these pairings were taken over, read before any lock. */
export async function formerCadresOf(ctx: Context, countyCode: string, ids: readonly string[]) {
  const rows = await ctx.db
    .selectDistinct({ cadreId: former.cadreId })
    .from(pairing)
    .innerJoin(former, and(eq(former.countyCode, pairing.countyCode), eq(former.id, pairing.formerId)))
    .where(and(eq(pairing.countyCode, countyCode), anyValue(pairing.id, ids)));
  return rows.map((row) => row.cadreId).sort();
}

/** The pairings to which a visit is credited. */
export async function visitedPairings(ctx: Context, countyCode: string, ids: readonly string[]) {
  const rows = await ctx.db
    .select({ id: pairing.id })
    .from(pairing)
    .where(
      and(
        eq(pairing.countyCode, countyCode),
        anyValue(pairing.id, ids),
        sql`exists (select from ${visit} where ${visit.countyCode} = ${countyCode}
          and ${visit.householdId} = ${pairing.householdId} and ${visit.pairingId} = ${pairing.id})`,
      ),
    );
  return new Set(rows.map((row) => row.id));
}
