import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { moveHouseholds } from '#platform/write/moving/households.ts';
import { end, update } from '#platform/write/write.ts';
import type {
  CloseHouseholdInput,
  MoveHouseholdInput,
  ReopenHouseholdInput,
} from '#schema/household/register.type.ts';
import { currentPeriod } from './history/history.queries.ts';
import { householdEntity } from './household.entity.ts';
import { afterHouseholdClosed, lockActive, villageFor } from './household.service.ts';
import { leaveByClosing, membersLeftByClosing, onFile, returnByReopening } from './member/member.queries.ts';

type Household = Awaited<ReturnType<typeof lockActive>>;

/** Not in the future, nor before the household's present category began. */
export async function checkLastDay(work: WorkContext, household: Household, day: string, path: string) {
  if (day > today(work.clock)) throw invalid({ [path]: 'DATE_IN_FUTURE' });
  const current = await currentPeriod(work, household.countyCode, household.id);
  if (current && day < current.fromOn) throw invalid({ [path]: 'DATE_TOO_EARLY' });
}

/** Takes a household off the register and ends everything that depends on it. */
export async function takeOff(
  work: WorkContext,
  before: Household,
  action: string,
  changes: { status: string; closedOn: string; closedReason: string; mergedIntoId?: string },
): Promise<void> {
  const { countyCode, id } = before;
  await end(work, householdEntity, before, changes, { action });
  await afterHouseholdClosed(work, { countyCode, id, closedOn: changes.closedOn });
}

export async function closeHousehold(ctx: Context, input: CloseHouseholdInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  const { status, closedOn } = input;
  return command(ctx, 'closeHousehold', countyCode, input, async (work) => {
    const before = await lockActive(work, input.householdId, input.expectedVersion);
    await checkLastDay(work, before, closedOn, 'input.closedOn');
    // Its members leave too, so that another household of the county may register them.
    await leaveByClosing(work, before, closedOn);
    await takeOff(work, before, 'closeHousehold', { status, closedOn, closedReason: input.reason.trim() });
    return { household: [countyCode, before.id] };
  });
}

export async function reopenHousehold(ctx: Context, input: ReopenHouseholdInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  const path = 'input.householdId';
  return command(ctx, 'reopenHousehold', countyCode, input, async (work) => {
    const before = await lockRow(work, householdEntity, input.householdId, path, 'household.write');
    checkVersion(before, input.expectedVersion);
    if (before.status === 'ACTIVE') throw refuse('NOT_CLOSED', { [path]: 'NOT_CLOSED' });
    if (before.status === 'MERGED') throw refuse('HOUSEHOLD_MERGED', { [path]: 'HOUSEHOLD_MERGED' });
    for (const member of await membersLeftByClosing(work, countyCode, before.id)) {
      const elsewhere = member.residentIdHash && (await onFile(work, countyCode, member.residentIdHash));
      if (!elsewhere?.length) continue;
      const code = elsewhere.some(({ leftReason }) => leftReason === 'DEATH')
        ? 'PERSON_DIED'
        : 'DUPLICATE_PERSON';
      throw refuse(code, { [path]: code });
    }
    await returnByReopening(work, before);
    const open = { status: 'ACTIVE', closedOn: null, closedReason: null };
    const { reason } = input;
    await update(work, householdEntity, before, open, { action: 'reopenHousehold', facts: { reason } });
    return { household: [countyCode, before.id] };
  });
}

export async function moveHousehold(ctx: Context, input: MoveHouseholdInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'moveHousehold', countyCode, input, async (work) => {
    const before = await lockActive(work, input.householdId, input.expectedVersion);
    const village = await villageFor(work, input.villageCode);
    if (!village.code.startsWith(before.countyCode)) throw invalid({ 'input.villageCode': 'OTHER_COUNTY' });
    if (input.effectiveOn > today(ctx.clock)) throw invalid({ 'input.effectiveOn': 'DATE_IN_FUTURE' });
    const move = { householdId: before.id, from: before.villageCode, to: village.code };
    await moveHouseholds(work, countyCode, [move]);
    const { effectiveOn, reason = null } = input;
    const facts = { effectiveOn, reason };
    await update(work, householdEntity, before, {}, { action: 'moveHousehold', facts });
    return { household: [countyCode, before.id] };
  });
}
