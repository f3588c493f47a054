import { recordMany, recordRemoved } from '#platform/audit/many.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import {
  countAddedTo,
  countVisitsOf,
  deleteProblems,
  deleteVisits,
  type ProblemRow,
  selectFormerVisits,
  selectProblemsOf,
  selectVisits,
  sendProblems,
  sendVisits,
  staleProblems,
  staleVisits,
  type VisitRow,
} from './visit.bulk.queries.ts';

export type KnownVisit = Readonly<VisitRow>;
export type KnownProblem = Readonly<ProblemRow>;

export const visitsBetween = selectVisits;
export const formerVisitsOf = selectFormerVisits;
export const problemsOf = selectProblemsOf;
export const changedVisits = staleVisits;
export const changedProblems = staleProblems;
export const countVisitsBuiltOn = countVisitsOf;
export const countAddedToVisits = countAddedTo;

/** A visit of a paper register: only what such registers hold. */
export type PaperVisit = Pick<
  KnownVisit,
  'id' | 'householdId' | 'villageCode' | 'pairingId' | 'cadreId' | 'visitedOn' | 'mode'
> &
  Pick<KnownVisit, 'met' | 'findings' | 'request' | 'incomeNote' | 'nextVisitOn'>;

/** It counts as kept on the day itself. */
export function visitRow(ctx: Context, countyCode: string, paper: PaperVisit): KnownVisit {
  return {
    ...paper,
    countyCode,
    incomeChange: null,
    latitude: null,
    longitude: null,
    accuracyMetres: null,
    noLocationReason: null,
    status: 'VALID',
    withdrawnReason: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnByToken: null,
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
  countyCode: string,
  action: string,
  visits: readonly KnownVisit[],
  problems: readonly KnownProblem[],
): void {
  sendVisits(work, visits);
  sendProblems(work, problems);
  recordMany(work, { countyCode, action, entity: 'Visit' }, visits);
  recordMany(work, { countyCode, action, entity: 'Problem' }, problems);
}

export async function removeVisits(
  work: WorkContext,
  countyCode: string,
  action: string,
  ids: { visits: readonly string[]; problems: readonly string[] },
): Promise<void> {
  const problems = await deleteProblems(work, countyCode, ids.problems);
  const visits = await deleteVisits(work, countyCode, ids.visits);
  recordRemoved(work, { countyCode, action, entity: 'Problem' }, problems);
  recordRemoved(work, { countyCode, action, entity: 'Visit' }, visits);
}
