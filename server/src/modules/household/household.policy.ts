import { sql } from 'drizzle-orm';
import { byDivision, type PersonRule } from '#platform/read/scope.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';

/** Whether a row belongs to a household that is paired with the cadre today. */
export const pairedWith =
  (householdId: string): PersonRule =>
  (columns, cadre, county) =>
    sql`(${columns.countyCode} = ${cadre.countyCode} and exists (
    select from ${pairing} as own
    where own.county_code = ${county} and own.household_id = ${columns[householdId]}
      and own.cadre_id = ${cadre.id} and own.ended_on is null))`;

export const householdScope = byDivision('villageCode', pairedWith('id'));
/** For everything that belongs to a household. */
export const ofHouseholdScope = byDivision('villageCode', pairedWith('householdId'));
