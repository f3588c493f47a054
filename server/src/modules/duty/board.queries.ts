import { and, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { Entity } from '#platform/read/entity.ts';
import { filterSql } from '#platform/read/page/page.ts';
import { anyValue, columnNamed, inScope } from '#platform/read/select.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';

export interface CadreKeys {
  readonly countyCode: string[];
  readonly cadreId: string[];
}

/** How many rows of a list belong to households that each cadre is paired with today, in any role. */
export function countByHelper(
  ctx: Context,
  entity: Entity,
  householdColumn: 'id' | 'householdId',
  filter: Record<string, unknown>,
  keys?: CadreKeys,
) {
  return ctx.db
    .select({ countyCode: pairing.countyCode, cadreId: pairing.cadreId, count: sql<number>`count(*)::int` })
    .from(entity.table)
    .innerJoin(
      pairing,
      sql`${pairing.countyCode} = ${columnNamed(entity, 'countyCode')}
        and ${pairing.householdId} = ${columnNamed(entity, householdColumn)} and ${pairing.endedOn} is null`,
    )
    .where(
      and(
        inScope(ctx, entity),
        filterSql(ctx, entity, filter),
        keys && anyValue(pairing.countyCode, keys.countyCode),
        keys && anyValue(pairing.cadreId, keys.cadreId),
      ),
    )
    .groupBy(pairing.countyCode, pairing.cadreId);
}
