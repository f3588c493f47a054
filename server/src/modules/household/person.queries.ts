import { type SQL, sql } from 'drizzle-orm';
import { everyCounty } from '#modules/county/county.policy.ts';
import type { Context } from '#platform/context.ts';
import { residentIdHash } from '#platform/personal.ts';
import { member } from '#schema/household/member.table.ts';

/** Whoever is or was a member of a household under this id, as rows to select from. */
export function membersWithId(ctx: Context, id: string): SQL {
  const hash = residentIdHash(ctx, id);
  // Each half has an index of its own: of those present an id is unique.
  const half = (
    left: SQL,
  ) => sql`select person.county_code, person.id, person.household_id from ${member} as person
    where person.county_code = any(${everyCounty}) and person.resident_id_hash = ${hash} and person.left_on is ${left}`;
  return sql`(${half(sql`null`)} union all ${half(sql`not null`)}) as person`;
}
