import { type SQL, sql } from 'drizzle-orm';
import type { Context, Parts } from '#platform/core/context.ts';
import { columnNameOf } from '#platform/database/column-name.ts';
import type { Followed } from './followed.ts';

/** The present records of some households: ids by type. */
export async function selectParts(
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
): Promise<Map<string, Parts>> {
  const found = new Map<string, Parts>();
  if (householdIds.length === 0) return found;
  const wanted = sql`${sql.param([...householdIds])}::uuid[]`;
  const belonging = [...ctx.catalog.followed.values()].flatMap(
    (followed) => idsOf(followed, countyCode, wanted) ?? [],
  );
  const rows = await ctx.db.execute<{ household_id: string; parts: string }>(sql`
    select household_id, json_object_agg(type, ids order by type)::text as parts
    from (select household_id, type, json_agg(id order by id) as ids
      from (${sql.join(belonging, sql` union all `)}) as belonging group by household_id, type) as grouped
    group by household_id`);
  for (const row of rows) found.set(row.household_id, JSON.parse(row.parts) as Parts);
  return found;
}

function idsOf({ type, table, household }: Followed, countyCode: string, wanted: SQL): SQL | undefined {
  if (household === undefined || household === 'ITSELF') return undefined;
  if (household === 'PART') {
    return sql`select ${type}::text as type, household_id, id from ${table}
      where county_code = ${countyCode} and household_id = any(${wanted})`;
  }
  return sql`select ${type}::text as type, above.household_id, below.id from ${household.on} as above
    join ${table} as below
      on below.county_code = above.county_code and below.${sql.identifier(columnNameOf(household.by))} = above.id
    where above.county_code = ${countyCode} and above.household_id = any(${wanted})`;
}
