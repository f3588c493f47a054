import type { KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import {
  addVisits,
  type KnownProblem,
  type KnownVisit,
  visitRow,
} from '#modules/visit/visit.bulk.service.ts';
import { creditOf } from '#modules/visit/visit.rules.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { newId } from '#platform/ids.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import type { Fault } from './cells.rules.ts';
import { done, type Outcome, rejected, type Written } from './outcome.ts';
import type { Bounds } from './stage.ts';
import {
  headKey,
  telephoneKey,
  type VisitBook,
  type VisitChanges,
  type VisitedHouse,
  visitKey,
} from './visits.book.ts';
import type { VisitOfRow } from './visits.rules.ts';

export function decideVisitRow(
  ctx: Context,
  book: VisitBook,
  changes: VisitChanges,
  row: VisitOfRow,
  bounds: Bounds,
): Outcome {
  const refuse = (column: string, code: ErrorCode) => rejected(row.number, [{ column, code }]);
  const house = book.houses.get(headKey(ctx, row.headId)) ?? null;
  if (!house || !bounds.covers(house.household.villageCode)) return refuse('headId', 'HOUSEHOLD_UNKNOWN');
  const { household, pairings } = house;
  if (household.closedOn && household.closedOn < row.visitedOn) return refuse('headId', 'HOUSEHOLD_CLOSED');
  const mode = row.mode ?? (bounds.has('mode') ? null : 'IN_PERSON');
  if (!mode) return refuse('mode', 'REQUIRED_MISSING');
  const cadre = findVisitor(ctx, book, house, row);
  if ('code' in cadre) return rejected(row.number, [cadre]);
  const identity = { householdId: household.id, visitedOn: row.visitedOn, mode, cadreId: cadre.id };
  if (book.visits.has(visitKey(identity))) return done(row.number, [], false);
  const credit = creditOf(pairings, {
    visitedOn: row.visitedOn,
    namedCadreId: cadre.id,
    ownCadreId: null,
    isHelper: false,
  });
  if (credit.refusal) return refuse('visitedOn', credit.refusal);

  const visit = visitRow(ctx, book.countyCode, {
    ...identity,
    id: newId(),
    villageCode: household.villageCode,
    pairingId: credit.pairing.id,
    met: row.met,
    findings: row.findings,
    request: row.request,
    incomeNote: row.incomeNote,
    nextVisitOn: row.nextVisitOn,
  });
  changes.visits.push(visit);
  book.visits.add(visitKey(identity));
  const written: Written[] = [{ table: 'visit', id: visit.id, version: 1, before: null }];
  if (row.problem) {
    const problem = problemOf(visit, row.problem);
    changes.problems.push(problem);
    written.push({ table: 'problem', id: problem.id, version: 1, before: null });
  }
  return done(row.number, written, true);
}

/** By phone; without one, by name: a namesake who was paired with the household on that day comes first. */
function findVisitor(
  ctx: Context,
  book: VisitBook,
  house: VisitedHouse,
  row: VisitOfRow,
): KnownCadre | Fault {
  if (row.helperPhone) {
    const found = book.cadresByPhone.get(telephoneKey(ctx, row.helperPhone));
    return found ?? { column: 'helperPhone', code: 'CADRE_UNKNOWN' };
  }
  const namesakes = book.cadresByName.get(row.helperName) ?? [];
  const paired = namesakes.filter(({ id }) =>
    house.pairings.some(
      (spell) =>
        spell.cadreId === id &&
        spell.startedOn <= row.visitedOn &&
        (spell.endedOn ?? row.visitedOn) >= row.visitedOn,
    ),
  );
  const [only, ...others] = paired.length > 0 ? paired : namesakes;
  if (!only) return { column: 'helperName', code: 'CADRE_UNKNOWN' };
  return others.length > 0 ? { column: 'helperName', code: 'CADRE_AMBIGUOUS' } : only;
}

function problemOf(visit: KnownVisit, problem: NonNullable<VisitOfRow['problem']>): KnownProblem {
  const { countyCode, householdId, villageCode, visitedOn } = visit;
  const isClosed = problem.status === 'SOLVED' || problem.status === 'UNSOLVABLE';
  return {
    countyCode,
    id: newId(),
    householdId,
    villageCode,
    visitId: visit.id,
    ...problem,
    raisedOn: visitedOn,
    closedOn: isClosed ? visitedOn : null,
    version: 1,
  };
}

export const writeVisits = (work: WorkContext, countyCode: string, changes: VisitChanges): void =>
  addVisits(work, countyCode, 'importVisits', changes.visits, changes.problems);
