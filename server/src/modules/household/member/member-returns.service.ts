import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { globalId } from '#platform/core/ids.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { update } from '#platform/write/write.ts';
import type { Relation } from '#schema/codes/people/relation.codes.ts';
import type { MemberReturnsInput } from '#schema/household/member-verbs.type.ts';
import { lockActive } from '../household.service.ts';
import { memberEntity } from './member.entity.ts';
import { onFile, presentMembers } from './member.queries.ts';
import { checkRelation } from './member.rules.ts';

/** Undoes a departure. The departure and the reason for undoing it stay in the audit trail. */
export async function memberReturns(ctx: Context, input: MemberReturnsInput) {
  const countyCode = countyOf(memberEntity, input.id, 'input.id');
  return command(ctx, 'memberReturns', countyCode, input, async (work) => {
    const before = await lockRow(work, memberEntity, input.id, 'input.id', 'household.write');
    checkVersion(before, input.expectedVersion);
    const at = (code: 'NOT_LEFT' | 'HOUSEHOLD_CLOSED' | 'DUPLICATE_PERSON' | 'PERSON_DIED') =>
      refuse(code, { 'input.id': code });
    if (before.leftOn === null) throw at('NOT_LEFT');
    // Members who left because the household was closed come back when it is reopened.
    if (before.leftReason === 'HOUSEHOLD_CLOSED') throw at('HOUSEHOLD_CLOSED');
    const household = await lockActive(work, globalId('Household', countyCode, before.householdId));
    const elsewhere = before.residentIdHash ? await onFile(work, countyCode, before.residentIdHash) : [];
    for (const { id, leftReason } of elsewhere)
      if (id !== before.id) throw at(leftReason === 'DEATH' ? 'PERSON_DIED' : 'DUPLICATE_PERSON');
    const relation = input.relation ?? (before.relation as Relation);
    checkRelation(await presentMembers(work, countyCode, household.id), relation);
    const back = { leftOn: null, leftReason: null, relation };
    const reason = input.reason.trim();
    await update(work, memberEntity, before, back, { action: 'memberReturns', facts: { reason } });
    return { member: [countyCode, before.id], household: [countyCode, household.id] };
  });
}
