import { getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { pairedWith } from '#modules/household/household.policy.ts';
import type { Columns, ScopeRule } from '#platform/read/entity.ts';
import { byCounty, byDivision, type PersonRule } from '#platform/read/scope.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { claim } from '#schema/claim/claim.table.ts';

/** Whether a claim was sent to the insurer whom a person works for. */
const sentToInsurerOf: PersonRule = (columns, person, county) =>
  sql`(${columns.countyCode} = ${person.countyCode} and exists (
    select from ${cadre} as own
    where own.county_code = ${county} and own.id = ${person.id} and own.organization_id = ${columns.insurerId}))`;

/** Claims of the households in reach; an insurer sees those sent to it, wherever the household is. */
export const claimScope = byDivision('villageCode', pairedWith('householdId'), sentToInsurerOf);

/** A separate condition, so that a statement within one county goes to one shard. */
const inCounties = byCounty();
const asked = alias(claim, 'asked');

/** Parts of a claim are visible with the claim. */
export const ofClaimScope: ScopeRule = (columns, reach) =>
  sql`${inCounties(columns, reach)} and exists (select from ${claim} as asked where ${asked.countyCode} = ${columns.countyCode}
    and ${asked.id} = ${columns.claimId} and ${claimScope(getTableColumns(asked) as Columns, reach)})`;
