import type { KnownCadre } from '#modules/cadre/cadre.bulk.service.ts';
import { done, type RowOutcome, rejected, type Written } from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { isSameName } from '#modules/imports/cells/names.rules.ts';
import type { Bounds } from '#modules/imports/staging/stage.ts';
import { tieKey } from '#modules/imports/staging/ties.ts';
import {
  addVisits,
  blankProblem,
  type KnownProblem,
  type KnownVisit,
  visitRow,
} from '#modules/visit/visit.bulk.service.ts';
import { creditOf } from '#modules/visit/visit.rules.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import {
  noteVisit,
  type RecordedVisit,
  telephoneKey,
  type VisitChanges,
  type VisitedEntry,
  type VisitIndex,
  visitKey,
} from './visit-index.ts';
import type { VisitOfRow } from './visits.rules.ts';
import { findVisited } from './visits-household.ts';

export function decideVisitRow(
  ctx: Context,
  index: VisitIndex,
  changes: VisitChanges,
  row: VisitOfRow,
  bounds: Bounds,
): RowOutcome {
  const refuse = (column: string, code: ErrorCode) => rejected(row.number, [{ column, code }]);
  const entry = findVisited(index, tieKey(ctx, row), row, bounds);
  if ('code' in entry) return rejected(row.number, [entry]);
  const { household, pairings } = entry;
  const mode = row.mode ?? (bounds.has('mode') ? null : 'IN_PERSON');
  if (!mode) return refuse('mode', 'REQUIRED_MISSING');
  const cadre = findVisitor(ctx, index, entry, row);
  if ('code' in cadre) return rejected(row.number, [cadre]);
  const identity = { householdId: household.id, visitedOn: row.visitedOn, mode, cadreId: cadre.id };
  const onRecord = recordedAs(index, visitKey(identity), row, mode);
  if (onRecord === 'SAME') return done(row.number, [], false);
  if (onRecord) return rejected(row.number, [onRecord]);
  const credit = creditOf(pairings, {
    visitedOn: row.visitedOn,
    namedCadreId: cadre.id,
    ownCadreId: null,
    isHelper: false,
  });
  if (credit.refusal) return refuse('visitedOn', credit.refusal);

  const visit = visitRow(ctx, index.countyCode, {
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
  const written: Written[] = [{ table: 'visit', id: visit.id, version: 1, before: null }];
  const problems = row.problem ? [problemOf(visit, row.problem)] : [];
  for (const { id } of problems) written.push({ table: 'problem', id, version: 1, before: null });
  changes.problems.push(...problems);
  noteVisit(index, { visit, problems });
  return done(row.number, written, true);
}

/**
 * A visit on record: as in the row, withdrawn, corrected, or different. A register never says which of two versions is
 * the later one, so the visit itself is corrected by hand.
 */
function recordedAs(
  index: VisitIndex,
  key: string,
  row: VisitOfRow,
  mode: KnownVisit['mode'],
): 'SAME' | Fault | null {
  const recorded = index.visits.get(key) ?? [];
  const valid = recorded.filter(({ visit }) => visit.status === 'VALID');
  if (valid.length === 0) {
    if (recorded.length > 0) return { column: 'visitedOn', code: 'VISIT_WITHDRAWN' };
    return index.corrected.has(key) ? { column: 'visitedOn', code: 'VISIT_CORRECTED' } : null;
  }
  const differing = valid.map((one) => differenceOf(one, row, mode));
  const [column] = differing;
  return column && !differing.includes(null) ? { column, code: 'VISIT_DIFFERS' } : 'SAME';
}

/** The first column that differs from the record. */
function differenceOf({ visit, problems }: RecordedVisit, row: VisitOfRow, mode: string): string | null {
  const values = { ...row, mode };
  const field = (['mode', 'met', 'findings', 'request', 'incomeNote', 'nextVisitOn'] as const).find(
    (one) => (visit[one] ?? null) !== (values[one] ?? null),
  );
  if (field) return field;
  if (!row.problem) return problems.length === 0 ? null : 'problem';
  const { description, status, handler, outcome } = row.problem;
  const found = problems.find((problem) => problem.description === description);
  if (!found || problems.length > 1) return 'problem';
  const isAlike = found.status === status && found.handler === handler && found.outcome === outcome;
  return isAlike ? null : 'handling';
}

/** By phone; without one, by name: a namesake who was paired with the household on that day is preferred. */
function findVisitor(
  ctx: Context,
  index: VisitIndex,
  entry: VisitedEntry,
  row: VisitOfRow,
): KnownCadre | Fault {
  if (row.helperPhone) {
    const found = index.cadresByPhone.get(telephoneKey(ctx, row.helperPhone));
    if (!found) return { column: 'helperPhone', code: 'CADRE_UNKNOWN' };
    // The visit is credited to a cadre whom both cells name.
    const isNamed = isSameName(found.name, row.helperName);
    return isNamed ? found : { column: 'helperPhone', code: 'PHONE_OF_OTHER_CADRE' };
  }
  const namesakes = index.cadresByName.get(row.helperName) ?? [];
  const paired = namesakes.filter(({ id }) =>
    entry.pairings.some(
      (pairing) =>
        pairing.cadreId === id &&
        pairing.startedOn <= row.visitedOn &&
        (pairing.endedOn ?? row.visitedOn) >= row.visitedOn,
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
    ...blankProblem,
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

export const writeVisits = (work: WorkContext, _countyCode: string, changes: VisitChanges): void =>
  addVisits(work, 'importVisits', changes.visits, changes.problems);
