import { sql } from 'drizzle-orm';
import type { BatchRow } from '#modules/imports/batch/imports.queries.ts';
import type { Context } from '#platform/core/context.ts';
import {
  household,
  householdCategory,
  householdIncome,
  householdRisk,
} from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { dutyExcuse, problem, visit } from '#schema/visit/visit.table.ts';

interface Moved {
  readonly id: string;
  /** The village to which the household would return. */
  readonly villageCode: string;
}

const ofHouseholds = [
  ...[member, pairing, visit, problem, dutyExcuse],
  ...[householdCategory, householdIncome, householdRisk],
];

/**
 * Counts records added to households since a batch moved them, besides the batch's own: they belong to the present
 * village and would move back too. Ids give the time of creation, except of visits, which a phone may have created
 * earlier.
 */
export async function countAddedSince(
  ctx: Context,
  { countyCode, id: batchId, startedAt }: BatchRow,
  households: readonly Moved[],
  written: readonly string[],
): Promise<number> {
  if (households.length === 0) return 0;
  const [ids, villages] = [households.map(({ id }) => id), households.map(({ villageCode }) => villageCode)];
  const counts = ofHouseholds.map((table) => {
    const isLater =
      table === visit
        ? sql`(id > ${batchId}::uuid or recorded_at > ${startedAt}::timestamptz)`
        : sql`id > ${batchId}::uuid`;
    return sql`select count(*) as count from ${table} where county_code = ${countyCode}
      and household_id in (select id from moved) and ${isLater} and id <> all(${sql.param(written)}::uuid[])`;
  });
  const [found]: Record<string, unknown>[] = await ctx.db.execute(sql`
    with moved as (select ${household.id} from ${household}
      join unnest(${sql.param(ids)}::uuid[], ${sql.param(villages)}::text[]) as former (id, village)
        on former.id = ${household.id}
      where ${household.countyCode} = ${countyCode} and ${household.villageCode} <> village)
    select coalesce(sum(count), 0)::int as count from (${sql.join(counts, sql` union all `)}) as added`);
  return Number(found?.count ?? 0);
}
