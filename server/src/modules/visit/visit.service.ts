import { cadreEntity } from '#modules/cadre/cadre.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { record } from '#platform/audit.ts';
import { today } from '#platform/clock.ts';
import { command } from '#platform/command.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { AppError, invalid, notFound, refuse } from '#platform/errors.ts';
import { isUuidV7, newId } from '#platform/ids.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { keyOf } from '#platform/read/register.ts';
import { constraintMeans } from '#platform/refusals.ts';
import { tidy } from '#platform/tidy.ts';
import { reaches, reachOf } from '#platform/viewer.ts';
import type { FieldErrors } from '#schema/codes/error-codes.ts';
import type { LogVisitInput } from '#schema/visit/visit.input.ts';
import { attachPhotos } from './photos.ts';
import { raiseAll } from './problem.service.ts';
import { logsAsHelper } from './visit.policy.ts';
import { findCadreOf, insertVisit, pairingsOf, replaceChecks, shareHousehold } from './visit.queries.ts';
import { creditOf, isWholePlace, visitFaults } from './visit.rules.ts';

constraintMeans('visit_county_code_id_pk', 'VISIT_EXISTS', { 'input.id': 'VISIT_EXISTS' });

export const refuseFaults = (faults: FieldErrors): void => {
  if (Object.keys(faults).length > 0) throw invalid(faults);
};

/**
 * Logs a visit. Its id is its idempotency: a phone that got no answer sends it again as it is, under whatever
 * clientMutationId, and gets the first answer.
 */
export async function logVisit(ctx: Context, input: LogVisitInput) {
  const [countyCode = ''] = keyOf(householdEntity, input.householdId, 'input.householdId');
  const { id } = input;
  if (!id)
    return command(ctx, 'logVisit', countyCode, input, (work) => log(work, countyCode, newId(), input));
  if (!isUuidV7(id)) throw invalid({ 'input.id': 'INVALID_ID' });
  const once = { ...input, clientMutationId: `visit ${id}` };
  if (!input.clientMutationId) {
    const answer = await command(ctx, 'logVisit', countyCode, once, (work) =>
      log(work, countyCode, id, input),
    );
    return { ...answer, clientMutationId: null };
  }
  return command(ctx, 'logVisit', countyCode, input, (work) =>
    command(work, 'logVisit', countyCode, once, (inner) => log(inner, countyCode, id, input)),
  );
}

async function log(work: WorkContext, countyCode: string, id: string, input: LogVisitInput) {
  refuseFaults({
    ...visitFaults(input, today(work.clock)),
    ...(isWholePlace(input) ? {} : { 'input.longitude': 'LOCATION_INVALID' as const }),
  });
  const { household, pairing, cadreId, isOwn } = await credit(work, countyCode, input);
  const { clientMutationId: _, checklist, problems, photoIds, householdId: __, ...content } = input;
  const place = { countyCode, householdId: household.id, villageCode: household.villageCode };
  const made = await insertVisit(work, {
    ...tidy(content),
    ...place,
    id,
    visitedOn: input.visitedOn,
    mode: input.mode,
    pairingId: pairing.id,
    cadreId,
    source: work.viewer?.tokenId ? 'API' : isOwn ? 'APP' : 'CONSOLE',
    recordedOn: today(work.clock),
    recordedAt: work.clock.now().toISOString(),
    recordedBy: work.viewer?.userId,
  });
  await replaceChecks(work, made, checklist ?? []);
  await attachPhotos(work, made, photoIds);
  record(work, { countyCode, action: 'logVisit', entity: 'Visit', entityId: id, after: made });
  await raiseAll(work, { ...place, visitId: id, raisedOn: input.visitedOn }, problems ?? []);
  return { visit: [countyCode, id], household: [countyCode, household.id] };
}

/** The household and the pairing of the day, for whoever may log this visit; NOT_FOUND for everybody else. */
async function credit(work: WorkContext, countyCode: string, input: LogVisitInput) {
  const viewer = work.viewer;
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  const [, householdId = ''] = keyOf(householdEntity, input.householdId, 'input.householdId');
  const household = await shareHousehold(work, { countyCode, id: householdId });
  if (!household) throw notFound('input.householdId');
  const inArea = reaches(reachOf(viewer, 'visit.write'), household.villageCode);
  const history = await pairingsOf(work, household);
  // A token acts for a program, not as the cadre who made it.
  const own = viewer.tokenId ? null : await findCadreOf(work, countyCode, viewer.userId);
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
  return { household, pairing: found.pairing, cadreId: found.cadreId, isOwn: found.cadreId === own?.id };
}

async function namedCadre(work: WorkContext, countyCode: string, id: string): Promise<string> {
  const key = keyOf(cadreEntity, id, 'input.cadreId');
  const row = key[0] === countyCode ? await loadByKey(work, cadreEntity, key) : null;
  if (!row) throw notFound('input.cadreId');
  return String(row.id);
}
