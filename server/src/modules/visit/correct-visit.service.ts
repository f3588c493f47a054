import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { end, insert, update } from '#platform/write/write.ts';
import type { CorrectVisitInput, WithdrawVisitInput } from '#schema/visit/visit.input.ts';
import { attachPhotos } from './photos.ts';
import { visitEntity, visitVersionEntity } from './visit.entity.ts';
import {
  findChecks,
  findPairings,
  hasProblems,
  lockForVisit,
  replaceChecks,
  type VisitRow,
  visitsOfDay,
} from './visit.queries.ts';
import { creditOf, saysNothing, visitFaults } from './visit.rules.ts';
import { refuseEmpty, refuseFaults, refuseSameDay } from './visit.service.ts';

export async function correctVisit(ctx: Context, input: CorrectVisitInput) {
  const countyCode = countyOf(visitEntity, input.id, 'input.id');
  return command(ctx, 'correctVisit', countyCode, input, async (work) => {
    const before = await lockRow(work, visitEntity, input.id, 'input.id', 'visit.write');
    checkVersion(before, input.expectedVersion);
    if (before.status !== 'VALID') throw refuse('VISIT_WITHDRAWN', { 'input.id': 'VISIT_WITHDRAWN' });
    const day = today(ctx.clock);
    const visitedOn = input.visitedOn ?? before.visitedOn;
    const nextVisitOn = input.nextVisitOn === undefined ? before.nextVisitOn : input.nextVisitOn;
    refuseFaults(visitFaults({ ...input, visitedOn, nextVisitOn }, day));
    const moved = visitedOn === before.visitedOn ? {} : await creditAnew(work, before, visitedOn, input);

    const checks = await findChecks(work, before);
    await refuseEmptied(work, before, checks, input);
    const { countyCode: _, id: __, version, ...content } = before;
    const kept = {
      countyCode: before.countyCode,
      id: newId(),
      visitId: before.id,
      version,
      content: JSON.stringify({ ...content, checklist: checks }),
      reason: input.reason,
      replacedAt: ctx.clock.now().toISOString(),
      replacedBy: ctx.viewer?.userId,
      replacedByToken: ctx.viewer?.tokenId,
    };
    await insert(work, visitVersionEntity, kept, { auditedAs: 'Visit', place: before });
    const { met, findings, request, incomeChange, incomeNote } = input;
    const changes = {
      ...tidy({ met, findings, request, incomeChange, incomeNote }, ['met']),
      ...moved,
      nextVisitOn,
      mode: input.mode ?? before.mode,
      // A visit moved to a day after it was first recorded counts as recorded today.
      ...(visitedOn > before.recordedOn && { recordedOn: day }),
    };
    await update(work, visitEntity, before, changes, { action: 'correctVisit' });
    if (input.checklist !== undefined) await replaceChecks(work, before, input.checklist ?? []);
    await attachPhotos(work, before, input.photoIds);
    return { visit: [before.countyCode, before.id], household: [before.countyCode, before.householdId] };
  });
}

/** A visit imported without content may stay empty; existing content must not be removed. */
async function refuseEmptied(
  work: WorkContext,
  before: VisitRow,
  checklist: readonly unknown[],
  input: CorrectVisitInput,
) {
  const { findings = before.findings, request = before.request } = input;
  const after = { findings, request, checklist: input.checklist === undefined ? checklist : input.checklist };
  if (!saysNothing(after) || saysNothing({ ...before, checklist })) return;
  if (!(await hasProblems(work, before))) refuseEmpty();
}

/** A visit moved to another day is credited to the pairing of that day. */
async function creditAnew(
  work: WorkContext,
  before: VisitRow,
  visitedOn: string,
  { allowSameDay }: CorrectVisitInput,
) {
  const key = { countyCode: before.countyCode, id: before.householdId };
  const household = await lockForVisit(work, key);
  if (household?.closedOn && visitedOn > household.closedOn) {
    throw refuse('HOUSEHOLD_CLOSED', { 'input.visitedOn': 'HOUSEHOLD_CLOSED' });
  }
  const found = creditOf(await findPairings(work, key), {
    visitedOn,
    namedCadreId: before.cadreId,
    ownCadreId: null,
    isHelper: false,
  });
  if (found.refusal) throw refuse(found.refusal, { 'input.visitedOn': found.refusal });
  const others = (await visitsOfDay(work, key, visitedOn)).filter(({ id }) => id !== before.id);
  refuseSameDay(before.countyCode, before.cadreId, others, allowSameDay);
  return { visitedOn, pairingId: found.pairing.id };
}

export async function withdrawVisit(ctx: Context, input: WithdrawVisitInput) {
  const countyCode = countyOf(visitEntity, input.id, 'input.id');
  return command(ctx, 'withdrawVisit', countyCode, input, async (work) => {
    const before = await lockRow(work, visitEntity, input.id, 'input.id', 'visit.write');
    if (before.status !== 'VALID') throw refuse('VISIT_WITHDRAWN', { 'input.id': 'VISIT_WITHDRAWN' });
    if (input.expectedVersion) checkVersion(before, input.expectedVersion);
    const withdrawn = {
      status: 'WITHDRAWN',
      withdrawnReason: input.reason.trim(),
      withdrawnAt: ctx.clock.now().toISOString(),
      withdrawnBy: ctx.viewer?.userId,
      withdrawnByToken: ctx.viewer?.tokenId,
    };
    await end(work, visitEntity, before, withdrawn, { action: 'withdrawVisit' });
    return { visit: [before.countyCode, before.id], household: [before.countyCode, before.householdId] };
  });
}
