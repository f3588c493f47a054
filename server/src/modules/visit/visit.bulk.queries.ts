import { and, asc, between, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { type Kept, staleOf } from '#platform/write/bulk.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { dutyExcuse, problem, visit, visitCheck, visitVersion } from '#schema/visit/visit.table.ts';
import type { VisitRow } from './visit.queries.ts';

export type ProblemRow = typeof problem.$inferSelect;

/** Visits of these households between two days, withdrawn ones too. */
export function selectVisits(
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
  from: string,
  to: string,
) {
  return ctx.db
    .select()
    .from(visit)
    .where(
      and(
        eq(visit.countyCode, countyCode),
        anyValue(visit.householdId, householdIds),
        between(visit.visitedOn, from, to),
      ),
    )
    .orderBy(asc(visit.id));
}

export function selectProblemsOf(ctx: Context, countyCode: string, visitIds: readonly string[]) {
  return ctx.db
    .select()
    .from(problem)
    .where(and(eq(problem.countyCode, countyCode), anyValue(problem.visitId, visitIds)));
}

/** Household, day and cadre of these households' visits before they were corrected. */
export async function selectFormerVisits(
  ctx: Context,
  countyCode: string,
  householdIds: readonly string[],
): Promise<Pick<VisitRow, 'householdId' | 'visitedOn' | 'cadreId'>[]> {
  const rows = await ctx.db
    .select({ householdId: visit.householdId, content: visitVersion.content })
    .from(visit)
    .innerJoin(
      visitVersion,
      and(eq(visitVersion.countyCode, visit.countyCode), eq(visitVersion.visitId, visit.id)),
    )
    .where(
      and(
        eq(visit.countyCode, countyCode),
        anyValue(visit.householdId, householdIds),
        // Only corrected visits have former versions.
        gt(visit.version, 1),
      ),
    );
  return rows.map(({ householdId, content }) => {
    const { visitedOn, cadreId } = JSON.parse(content) as Pick<VisitRow, 'visitedOn' | 'cadreId'>;
    return { householdId, visitedOn, cadreId };
  });
}

export const staleVisits = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, visit, countyCode, kept);
export const staleProblems = (ctx: Context, countyCode: string, kept: readonly Kept[]) =>
  staleOf(ctx, problem, countyCode, kept);

const ids = (list: readonly string[]) => sql`any(${sql.param(list)}::uuid[])`;

/** Visits, problems and excuses that refer to these households, pairings or cadres. */
export async function countVisitsOf(
  ctx: Context,
  countyCode: string,
  of: { householdIds: readonly string[]; pairingIds: readonly string[]; cadreIds: readonly string[] },
): Promise<number> {
  const [found]: Record<string, unknown>[] = await ctx.db.execute(sql`select (
    (select count(*) from ${visit} where county_code = ${countyCode} and (household_id = ${ids(of.householdIds)}
      or pairing_id = ${ids(of.pairingIds)} or cadre_id = ${ids(of.cadreIds)}))
    + (select count(*) from ${problem}
      where county_code = ${countyCode} and household_id = ${ids(of.householdIds)} and visit_id is null)
    + (select count(*) from ${dutyExcuse}
      where county_code = ${countyCode} and household_id = ${ids(of.householdIds)}))::int as count`);
  return Number(found?.count ?? 0);
}

/** Counts records added to these visits, except the named problems. */
export async function countAddedTo(
  ctx: Context,
  countyCode: string,
  visitIds: readonly string[],
  problemIds: readonly string[],
): Promise<number> {
  const ofVisits = sql`county_code = ${countyCode} and visit_id = ${ids(visitIds)}`;
  const [found]: Record<string, unknown>[] = await ctx.db.execute(sql`select (
    (select count(*) from ${problem} where ${ofVisits} and not id = ${ids(problemIds)})
    + (select count(*) from ${visitCheck} where ${ofVisits})
    + (select count(*) from ${attachment} where ${ofVisits}))::int as count`);
  return Number(found?.count ?? 0);
}
