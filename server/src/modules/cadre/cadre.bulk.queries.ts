import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { idsByHash, type Kept, staleOf } from '#platform/write/bulk.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { organization } from '#schema/organization/organization.table.ts';

export type CadreRow = typeof cadre.$inferSelect;
export type CadreValues = Partial<CadreRow> & { id: string };

export interface WantedCadres {
  readonly phoneHashes: readonly Buffer[];
  readonly names: readonly string[];
  /** Names for which only cadres without a phone are wanted. */
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

/** A cadre's name and organization as given in a list. */
export interface Titled {
  readonly name: string;
  readonly organization: string | null;
}

/**
 * Which of some names belong to a cadre with a phone on record, by index. `isSame`: the cadre is of the same
 * organization and was created before `beforeId`; otherwise one side has no organization, or the cadre is newer.
 */
export async function selectUnderOtherPhones(
  ctx: Context,
  countyCode: string,
  titled: readonly Titled[],
  beforeId: string,
): Promise<{ place: number; isSame: boolean }[]> {
  const found: Record<string, unknown>[] = await ctx.db.execute(sql`
    select given.place::int as place,
      coalesce(bool_or(${cadre.organizationId} = ${organization.id} and ${cadre.id} < ${beforeId}::uuid), false) as same
    from unnest(${sql.param(titled.map(({ name }) => name))}::text[],
        ${sql.param(titled.map((one) => one.organization))}::text[])
      with ordinality as given (name, unit, place)
    left join ${organization} on ${organization.countyCode} = ${countyCode} and ${organization.name} = given.unit
    join ${cadre} on ${cadre.countyCode} = ${countyCode} and ${cadre.name} = given.name
      and ${cadre.phoneHash} is not null
      and (given.unit is null or ${cadre.organizationId} is null or ${cadre.organizationId} = ${organization.id})
    group by given.place`);
  return found.map(({ place, same }) => ({ place: Number(place) - 1, isSame: same === true }));
}

export function selectCadreNames(ctx: Context, countyCode: string, ids: readonly string[]) {
  return ctx.db
    .select({ id: cadre.id, name: cadre.name })
    .from(cadre)
    .where(and(eq(cadre.countyCode, countyCode), anyValue(cadre.id, ids)));
}

export const staleCadres = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, cadre, countyCode, kept);

/** Counts cadres of these organizations, besides those named. */
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
