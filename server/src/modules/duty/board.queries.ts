import { and, sql } from 'drizzle-orm';
import { problemEntity } from '#modules/visit/problem.entity.ts';
import type { Context } from '#platform/context.ts';
import { filterSql } from '#platform/read/page.ts';
import { anyValue, inScope } from '#platform/read/select.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { problem } from '#schema/visit/visit.table.ts';

/** Problems of the households that each cadre is paired with today. */
export async function problemsByCadre(
  ctx: Context,
  filter: Record<string, unknown>,
  keys?: { countyCode: string[]; cadreId: string[] },
) {
  const rows = await ctx.db
    .select({
      countyCode: pairing.countyCode,
      cadreId: pairing.cadreId,
      count: sql<number>`count(*)::int`,
    })
    .from(problem)
    .innerJoin(
      pairing,
      sql`${pairing.countyCode} = ${problem.countyCode} and ${pairing.householdId} = ${problem.householdId}
        and ${pairing.endedOn} is null`,
    )
    .where(
      and(
        inScope(ctx, problemEntity),
        filterSql(ctx, problemEntity, filter),
        keys && anyValue(pairing.countyCode, keys.countyCode),
        keys && anyValue(pairing.cadreId, keys.cadreId),
      ),
    )
    .groupBy(pairing.countyCode, pairing.cadreId);
  return rows;
}
