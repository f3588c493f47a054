import type { Context, WorkContext } from '#platform/core/context.ts';
import { conflict, invalid, notFound, refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRows } from '#platform/write/lock.ts';
import { moveToMerged } from '#platform/write/moving/merged.ts';
import { update } from '#platform/write/write.ts';
import type { MergeHouseholdInput } from '#schema/household/register.type.ts';
import { householdEntity } from './household.entity.ts';
import { relationsOf } from './member/head.service.ts';
import { memberEntity } from './member/member.entity.ts';
import { presentMembers, relationsAfter } from './member/member.queries.ts';
import { checkLastDay, takeOff } from './register.service.ts';

export async function mergeHousehold(ctx: Context, input: MergeHouseholdInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'mergeHousehold', countyCode, input, async (work) => {
    const { former, into } = await lockBoth(work, input);
    await checkLastDay(work, former, input.mergedOn, 'input.mergedOn');
    const moved = await moveParts(work, former, into, input);
    const size = into.size === null ? null : Math.min(into.size + (former.size ?? moved), 99);
    const facts = { tookIn: former.id, members: moved };
    await update(work, householdEntity, into, { size }, { action: 'takeInHousehold', facts });
    await takeOff(work, former, 'mergeHousehold', {
      status: 'MERGED',
      closedOn: input.mergedOn,
      closedReason: input.reason.trim(),
      mergedIntoId: into.id,
    });
    return { household: [countyCode, into.id], former: [countyCode, former.id] };
  });
}

type Household = Awaited<ReturnType<typeof lockBoth>>['into'];

/** Locks both in the order of their keys, so that two concurrent merges cannot deadlock. */
async function lockBoth(work: WorkContext, input: MergeHouseholdInput) {
  const key = partsOfId(householdEntity, input.householdId, 'input.householdId');
  const intoKey = partsOfId(householdEntity, input.intoId, 'input.intoId');
  if (input.householdId === input.intoId) throw invalid({ 'input.intoId': 'SAME_HOUSEHOLD' });
  const rows = await lockRows(work, householdEntity, [key, intoKey], 'household.write');
  const [former, into] = [key, intoKey].map(([countyCode, id]) =>
    rows.find((row) => row.countyCode === countyCode && row.id === id),
  );
  if (!former) throw notFound('input.householdId');
  if (!into) throw notFound('input.intoId');
  if (former.version !== input.expectedVersion) throw conflict(former.version);
  if (former.countyCode !== into.countyCode) throw invalid({ 'input.intoId': 'OTHER_COUNTY' });
  if (former.status !== 'ACTIVE')
    throw refuse('HOUSEHOLD_CLOSED', { 'input.householdId': 'HOUSEHOLD_CLOSED' });
  if (into.status !== 'ACTIVE') throw refuse('HOUSEHOLD_CLOSED', { 'input.intoId': 'HOUSEHOLD_CLOSED' });
  return { former, into };
}

/** Members come with the relation to the new head that the caller gives. */
async function moveParts(
  work: WorkContext,
  former: Household,
  into: Household,
  input: MergeHouseholdInput,
): Promise<number> {
  const { countyCode } = former;
  const coming = await presentMembers(work, countyCode, former.id);
  const there = await presentMembers(work, countyCode, into.id);
  const given = relationsOf(coming, input.relations);
  const after = [...there.map(({ relation }) => relation), ...given.values()];
  if (after.filter((relation) => relation === 'HEAD').length > 1)
    throw invalid({ 'input.relations': 'HEAD_EXISTS' });
  if (after.filter((relation) => relation === 'SPOUSE').length > 1)
    throw invalid({ 'input.relations': 'TWO_SPOUSES' });
  await moveToMerged(work, former, into, { [memberEntity.name]: relationsAfter(coming, given) });
  return coming.length;
}
