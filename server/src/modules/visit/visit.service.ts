import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, notFound, refuse } from '#platform/core/errors.ts';
import { globalId, isUuidV7, newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { knowByKey, loadByKey } from '#platform/read/loader.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { sendMany } from '#platform/write/many.ts';
import { afterCommit } from '#platform/write/transaction.ts';
import { blankRow } from '#platform/write/writable.ts';
import type { FieldErrors } from '#schema/codes/errors/error-codes.ts';
import type { LogVisitInput } from '#schema/visit/visit.input.ts';
import { visit } from '#schema/visit/visit.table.ts';
import { attachPhotos } from './photos.ts';
import { raiseAll } from './problem/problem.service.ts';
import { visitEntity } from './visit.entity.ts';
import { logsAsHelper } from './visit.policy.ts';
import {
  type CreditQueries,
  type SameDay,
  sendChecks,
  sendCreditQueries,
  type VisitRow,
} from './visit.queries.ts';
import { creditOf, isWholePlace, saysNothing, visitFaults } from './visit.rules.ts';

export const refuseFaults = (faults: FieldErrors): void => {
  if (Object.keys(faults).length > 0) throw invalid(faults);
};

export const refuseEmpty = (): never => {
  throw refuse('VISIT_EMPTY', { 'input.findings': 'VISIT_EMPTY' });
};

/** A second visit on one day is usually a mistake, so the input has to allow it explicitly. */
export function refuseSameDay(
  countyCode: string,
  cadreId: string,
  ofDay: readonly SameDay[],
  allowed: boolean | null | undefined,
): void {
  const earlier = allowed ? undefined : ofDay.find((visit) => visit.cadreId === cadreId);
  if (!earlier) return;
  throw refuse(
    'VISIT_SAME_DAY',
    { 'input.allowSameDay': 'VISIT_SAME_DAY' },
    { earlierVisitId: globalId('Visit', countyCode, earlier.id) },
  );
}

/**
 * Logs a visit. Its id is its idempotency key: a phone that got no answer sends the same input again, under any
 * clientMutationId, and gets the first answer.
 */
export async function logVisit(ctx: Context, input: LogVisitInput) {
  const [countyCode = '', id = ''] = partsOfId(householdEntity, input.householdId, 'input.householdId');
  const run = async (work: WorkContext, queries: CreditQueries) => {
    const { made, keys } = await log(work, countyCode, input, queries);
    afterCommit(work, () => rememberVisit(ctx, made));
    return keys;
  };
  // A token acts for a program, not as the cadre who owns it.
  const userId = ctx.viewer?.tokenId ? null : (ctx.viewer?.userId ?? null);
  const ahead = (work: WorkContext) => sendCreditQueries(work, { countyCode, id }, input.visitedOn, userId);
  return logOnce(ctx, countyCode, input, run, ahead);
}

async function logOnce(
  ctx: Context,
  countyCode: string,
  input: LogVisitInput,
  run: (work: WorkContext, queries: CreditQueries) => Promise<object>,
  ahead: (work: WorkContext) => CreditQueries,
) {
  const { id } = input;
  if (!id) return command(ctx, 'logVisit', countyCode, input, run, { ahead });
  if (!isUuidV7(id)) throw invalid({ 'input.id': 'INVALID_ID' });
  const once = { ...input, clientMutationId: `visit ${id}` };
  if (!input.clientMutationId) {
    const answer = await command(ctx, 'logVisit', countyCode, once, run, { ahead });
    return { ...answer, clientMutationId: null };
  }
  return command(ctx, 'logVisit', countyCode, input, (work) =>
    command(work, 'logVisit', countyCode, once, run, { ahead }),
  );
}

/** Puts the new row into the loader, so that the answer need not read it again. */
function rememberVisit(ctx: Context, made: VisitRow): void {
  const reach = reachOf(ctx.viewer, 'visit.read');
  const isOwn = reach.cadres.some(
    (cadre) => cadre.countyCode === made.countyCode && cadre.id === made.cadreId,
  );
  if (!isOwn && !reaches(reach, made.villageCode)) return;
  knowByKey(ctx, visitEntity, [made.countyCode, made.id], made);
}

async function log(work: WorkContext, countyCode: string, input: LogVisitInput, queries: CreditQueries) {
  refuseFaults({
    ...visitFaults(input, today(work.clock)),
    ...(isWholePlace(input) ? {} : { 'input.longitude': 'LOCATION_INVALID' as const }),
  });
  const { household, pairing, cadreId, isOwn } = await credit(work, countyCode, input, queries);
  if (saysNothing(input)) refuseEmpty();
  const place = { countyCode, householdId: household.id, villageCode: household.villageCode };
  const source = work.viewer?.tokenId ? 'API' : isOwn ? 'APP' : 'CONSOLE';
  const made = visitOf(work, input, { ...place, pairingId: pairing.id, cadreId, source });
  const { id } = made;
  sendMany(work, visitEntity, [made], { action: 'logVisit' });
  sendChecks(work, made, input.checklist ?? []);
  await attachPhotos(work, made, input.photoIds);
  raiseAll(work, { ...place, visitId: id, raisedOn: input.visitedOn }, input.problems ?? []);
  return { made, keys: { visit: [countyCode, id], household: [countyCode, household.id] } };
}

type Credited = Pick<
  VisitRow,
  'countyCode' | 'householdId' | 'villageCode' | 'pairingId' | 'cadreId' | 'source'
>;

const blankVisit = blankRow(visit);

/** The whole row, so that it need not be read back. */
function visitOf(work: WorkContext, input: LogVisitInput, credited: Credited): VisitRow {
  const { met, findings, request, incomeNote, noLocationReason } = tidy(input, ['met']);
  return {
    ...blankVisit,
    ...credited,
    id: input.id ?? newId(),
    visitedOn: input.visitedOn,
    mode: input.mode,
    met: met ?? null,
    findings: findings ?? null,
    request: request ?? null,
    incomeChange: input.incomeChange ?? null,
    incomeNote: incomeNote ?? null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    accuracyMetres: input.accuracyMetres ?? null,
    noLocationReason: noLocationReason ?? null,
    nextVisitOn: input.nextVisitOn ?? null,
    status: 'VALID',
    recordedOn: today(work.clock),
    recordedAt: work.clock.now().toISOString(),
    recordedBy: work.viewer?.userId ?? null,
    recordedByToken: work.viewer?.tokenId ?? null,
    version: 1,
  };
}

/** The household and the pairing of the day; NOT_FOUND if the viewer may not log this visit. */
async function credit(work: WorkContext, countyCode: string, input: LogVisitInput, queries: CreditQueries) {
  const viewer = work.viewer;
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  const [[household], [paired]] = await Promise.all([queries.household, queries.paired]);
  if (!household || !paired) throw notFound('input.householdId');
  const { history, own, sameDay } = paired;
  const inArea = reaches(reachOf(viewer, 'visit.write'), household.villageCode);
  const asHelper =
    own && logsAsHelper(viewer, countyCode) && history.some(({ cadreId }) => cadreId === own.id);
  if (!inArea && !asHelper) throw notFound('input.householdId');
  if (household.closedOn && input.visitedOn > household.closedOn) {
    throw refuse('HOUSEHOLD_CLOSED', { 'input.visitedOn': 'HOUSEHOLD_CLOSED' });
  }
  const namedCadreId = input.cadreId ? await namedCadre(work, countyCode, input.cadreId) : null;
  if (!inArea && namedCadreId && namedCadreId !== own?.id) throw notFound('input.cadreId');
  const found = creditOf(history, {
    visitedOn: input.visitedOn,
    namedCadreId,
    ownCadreId: own && (own.status === 'ACTIVE' || !inArea) ? own.id : null,
    isHelper: !inArea,
  });
  if (found.refusal) throw refuse(found.refusal, { 'input.visitedOn': found.refusal });
  // A repeated id is refused with its own error.
  const others = sameDay.filter(({ id }) => id !== input.id);
  refuseSameDay(countyCode, found.cadreId, others, input.allowSameDay);
  return { household, pairing: found.pairing, cadreId: found.cadreId, isOwn: found.cadreId === own?.id };
}

async function namedCadre(work: WorkContext, countyCode: string, id: string): Promise<string> {
  const key = partsOfId(cadreEntity, id, 'input.cadreId');
  const row = key[0] === countyCode ? await loadByKey(work, cadreEntity, key) : null;
  if (!row) throw notFound('input.cadreId');
  return String(row.id);
}
