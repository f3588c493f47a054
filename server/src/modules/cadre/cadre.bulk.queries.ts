import { and, asc, eq, sql } from 'drizzle-orm';
import { countStale, deleteMany, idsByHash, type Kept, sendRows, updateMany } from '#platform/bulk.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';

export type CadreRow = typeof cadre.$inferSelect;
export type CadreValues = Partial<CadreRow> & { id: string };

export interface WantedCadres {
  readonly phoneHashes: readonly Buffer[];
  readonly names: readonly string[];
  /** Names of which only those without a phone are wanted. */
  readonly phonelessNames?: readonly string[];
  readonly lock: boolean;
}

export function selectCadres(ctx: Context, countyCode: string, wanted: WantedCadres): Promise<CadreRow[]> {
  const rows = ctx.db
    .select()
    .from(cadre)
    .where(
      and(
        eq(cadre.countyCode, countyCode),
        sql`${cadre.id} = any(${idsByHash(cadre, cadre.phoneHash, countyCode, wanted.phoneHashes)} || array(
          select id from ${cadre} where county_code = ${countyCode} and
            (${anyValue(cadre.name, wanted.names)}
              or ${anyValue(cadre.name, wanted.phonelessNames ?? [])} and phone_hash is null)))`,
      ),
    )
    .orderBy(asc(cadre.id));
  return wanted.lock ? rows.for('update') : rows;
}

export function selectCadreNames(ctx: Context, countyCode: string, ids: readonly string[]) {
  return ctx.db
    .select({ id: cadre.id, name: cadre.name })
    .from(cadre)
    .where(and(eq(cadre.countyCode, countyCode), anyValue(cadre.id, ids)));
}

export const sendCadres = (work: WorkContext, rows: readonly CadreRow[]) => sendRows(work, cadre, rows);
export const updateCadres = (ctx: Context, countyCode: string, rows: readonly CadreValues[]) =>
  updateMany(ctx, cadre, countyCode, rows);
export const countStaleCadres = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  countStale(ctx, cadre, countyCode, kept);
export const deleteCadres = (ctx: Context, countyCode: string, ids: readonly string[]) =>
  deleteMany(ctx, cadre, countyCode, ids);

/** Cadres of these organizations beside those named. */
export async function countCadresOf(
  ctx: Context,
  countyCode: string,
  organizationIds: readonly string[],
  besides: readonly string[],
): Promise<number> {
  const [found] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(cadre)
    .where(
      and(
        eq(cadre.countyCode, countyCode),
        anyValue(cadre.organizationId, organizationIds),
        sql`not ${anyValue(cadre.id, besides)}`,
      ),
    );
  return found?.count ?? 0;
}
