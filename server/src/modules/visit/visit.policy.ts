import { getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import type { Columns, ScopeRule } from '#platform/read/entity.ts';
import { byCounty, inOneCounty } from '#platform/read/scope.ts';
import { problem, visit } from '#schema/visit/visit.table.ts';

/** Visits to the households in reach, and one's own visits, wherever the household is today. */
export const visitScope: ScopeRule = (columns, reach) => {
  const own = reach.cadres.map(
    (cadre) => sql` or (${columns.countyCode} = ${cadre.countyCode} and ${columns.cadreId} = ${cadre.id})`,
  );
  const condition = sql`(${ofHouseholdScope(columns, reach)}${sql.join(own)})`;
  return own.length > 0 ? inOneCounty(columns, reach, condition) : condition;
};

/** A separate condition, so that a statement within one county goes to one shard. */
const inCounties = byCounty();

const seen = alias(visit, 'seen');

/** Parts of a visit are visible with the visit. */
export const ofVisitScope: ScopeRule = (columns, reach) =>
  sql`${inCounties(columns, reach)} and exists (select from ${visit} as seen where ${seen.countyCode} = ${columns.countyCode}
    and ${seen.id} = ${columns.visitId} and ${visitScope(getTableColumns(seen) as Columns, reach)})`;

const raised = alias(problem, 'raised');

/** The steps of a problem are visible with the household. */
export const ofProblemScope: ScopeRule = (columns, reach) =>
  sql`${inCounties(columns, reach)} and exists (select from ${problem} as raised where ${raised.countyCode} = ${columns.countyCode}
    and ${raised.id} = ${columns.problemId} and ${ofHouseholdScope(getTableColumns(raised) as Columns, reach)})`;

/** Whether a person may log visits as a helper in a county, for households they are or were paired with. */
export const logsAsHelper = (viewer: Viewer | null, countyCode: string): boolean =>
  viewer?.holdings.some(
    ({ pairedOnly, rights, divisionCode }) =>
      pairedOnly &&
      rights.has('visit.write') &&
      (countyCode.startsWith(divisionCode) || divisionCode.startsWith(countyCode)),
  ) ?? false;
