import type { Context, WorkContext } from '#platform/core/context.ts';
import { removeMany, sendMany } from '#platform/write/many.ts';
import { blankRow } from '#platform/write/writable.ts';
import { problem, visit } from '#schema/visit/visit.table.ts';
import { problemEntity } from './problem/problem.entity.ts';
import {
  countAddedTo,
  countVisitsOf,
  type ProblemRow,
  selectFormerVisits,
  selectProblemsOf,
  selectVisits,
  staleProblems,
  staleVisits,
} from './visit.bulk.queries.ts';
import { visitEntity } from './visit.entity.ts';
import type { VisitRow } from './visit.queries.ts';

export type KnownVisit = Readonly<VisitRow>;
export type KnownProblem = Readonly<ProblemRow>;

export const visitsBetween = selectVisits;
export const formerVisitsOf = selectFormerVisits;
export const problemsOf = selectProblemsOf;
export const changedVisits = staleVisits;
export const changedProblems = staleProblems;
export const countVisitsBuiltOn = countVisitsOf;
export const countAddedToVisits = countAddedTo;

/** An imported visit, with the fields of a paper register. */
export type PaperVisit = Pick<
  KnownVisit,
  'id' | 'householdId' | 'villageCode' | 'pairingId' | 'cadreId' | 'visitedOn' | 'mode'
> &
  Pick<KnownVisit, 'met' | 'findings' | 'request' | 'incomeNote' | 'nextVisitOn'>;

const blankVisit = blankRow(visit);
/** Null in each column that may be empty. */
export const blankProblem = blankRow(problem);

/** Counts as recorded on its own day. */
export function visitRow(ctx: Context, countyCode: string, paper: PaperVisit): KnownVisit {
  return {
    ...blankVisit,
    ...paper,
    countyCode,
    status: 'VALID',
    source: 'IMPORT',
    recordedOn: paper.visitedOn,
    recordedAt: ctx.clock.now().toISOString(),
    recordedBy: ctx.viewer?.userId ?? null,
    recordedByToken: ctx.viewer?.tokenId ?? null,
    version: 1,
  };
}

export function addVisits(
  work: WorkContext,
  action: string,
  visits: readonly KnownVisit[],
  problems: readonly KnownProblem[],
): void {
  sendMany(work, visitEntity, visits, { action });
  sendMany(work, problemEntity, problems, { action });
}

export async function removeVisits(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: { visits: readonly string[]; problems: readonly string[] },
): Promise<void> {
  await removeMany(work, problemEntity, countyCode, ids.problems, { action });
  await removeMany(work, visitEntity, countyCode, ids.visits, { action });
}
