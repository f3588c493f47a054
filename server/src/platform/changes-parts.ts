import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { attachment } from '#schema/attachment/attachment.table.ts';
import type { ChangeType } from '#schema/codes/change.codes.ts';
import { householdCategory, householdIncome, householdRisk } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { dutyExcuse, problem, problemStep, visit, visitVersion } from '#schema/visit/visit.table.ts';
import type { Context, Parts } from './context.ts';

const ofHousehold: readonly (readonly [ChangeType, PgTable])[] = [
  ['MEMBER', member],
  ['CATEGORY_PERIOD', householdCategory],
  ['HOUSEHOLD_RISK', householdRisk],
  ['HOUSEHOLD_INCOME', householdIncome],
  ['PAIRING', pairing],
  ['VISIT', visit],
  ['PROBLEM', problem],
  ['DUTY_EXCUSE', dutyExcuse],
];
const ofParent: readonly (readonly [ChangeType, PgTable, PgTable, string])[] = [
  ['VISIT_VERSION', visitVersion, visit, 'visit_id'],
  ['ATTACHMENT', attachment, visit, 'visit_id'],
  ['PROBLEM_STEP', problemStep, problem, 'problem_id'],
];

/** What belongs to each of some households as it stands: ids by type. */
export async function selectParts(
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
): Promise<Map<string, Parts>> {
  const found = new Map<string, Parts>();
  if (householdIds.length === 0) return found;
  const wanted = sql`${sql.param([...householdIds])}::uuid[]`;
  const belonging: SQL[] = [
    ...ofHousehold.map(
      ([type, table]) => sql`select ${type}::text as type, household_id, id from ${table}
        where county_code = ${countyCode} and household_id = any(${wanted})`,
    ),
    ...ofParent.map(
      ([
        type,
        table,
        parent,
        key,
      ]) => sql`select ${type}::text, above.household_id, below.id from ${parent} as above
        join ${table} as below on below.county_code = above.county_code and below.${sql.identifier(key)} = above.id
        where above.county_code = ${countyCode} and above.household_id = any(${wanted})`,
    ),
  ];
  const rows = await ctx.db.execute<{ household_id: string; parts: string }>(sql`
    select household_id, json_object_agg(type, ids order by type)::text as parts
    from (select household_id, type, json_agg(id order by id) as ids
      from (${sql.join(belonging, sql` union all `)}) as belonging group by household_id, type) as grouped
    group by household_id`);
  for (const row of rows) found.set(row.household_id, JSON.parse(row.parts) as Parts);
  return found;
}
