import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { update } from '#platform/write/write.ts';
import type { Relation } from '#schema/codes/people/relation.codes.ts';
import type { ChangeHeadInput, MemberRelationInput } from '#schema/household/register.type.ts';
import { householdEntity } from '../household.entity.ts';
import { lockActive } from '../household.service.ts';
import { memberEntity } from './member.entity.ts';
import { presentMembers } from './member.queries.ts';
import { headColumns, relationsUnder } from './member.rules.ts';

interface HeadOfHousehold {
  readonly countyCode: string;
  readonly householdId: string;
  readonly relation: string;
  readonly name: string;
  readonly pinyin: string;
  readonly residentIdMasked: string | null;
}

/** Updates the household's copy of its head, if this member is the head. */
export async function syncHead(work: WorkContext, member: HeadOfHousehold): Promise<void> {
  if (member.relation !== 'HEAD') return;
  const key = { countyCode: member.countyCode, id: member.householdId };
  await update(work, householdEntity, key, headColumns(member), { auditedAs: 'Member' });
}

export async function changeHead(ctx: Context, input: ChangeHeadInput) {
  const countyCode = countyOf(householdEntity, input.householdId, 'input.householdId');
  return command(ctx, 'changeHead', countyCode, input, async (work) => {
    const household = await lockActive(work, input.householdId, input.expectedVersion);
    const present = await presentMembers(work, countyCode, household.id);
    const [, wantedId] = partsOfId(memberEntity, input.memberId, 'input.memberId');
    const wanted = present.find((member) => member.id === wantedId);
    if (!wanted) throw invalid({ 'input.memberId': 'MEMBER_UNKNOWN' });
    if (wanted.relation === 'HEAD') throw invalid({ 'input.memberId': 'ALREADY_HEAD' });
    const changes = relationsUnder(wanted, present, relationsOf(present, input.relations));
    // Set the new head last: the table allows only one head at any moment.
    const inOrder = [...changes].sort(([, relation]) => (relation === 'HEAD' ? 1 : -1));
    for (const [id, relation] of inOrder)
      await update(work, memberEntity, { countyCode, id }, { relation }, { auditedAs: 'Household' });
    await update(work, householdEntity, household, headColumns(wanted), {
      action: 'changeHead',
      before: { headName: household.headName, headIdMasked: household.headIdMasked },
      after: { ...headColumns(wanted), relations: Object.fromEntries(changes) },
      divisionCode: household.villageCode,
    });
    return { household: [countyCode, household.id] };
  });
}

/** Relations by member id, as given; each must be a present member. */
export function relationsOf(
  present: readonly { id: string }[],
  given: readonly MemberRelationInput[] | null | undefined,
): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const [at, { memberId, relation }] of (given ?? []).entries()) {
    const path = `input.relations.${at}.memberId`;
    const [, id = ''] = partsOfId(memberEntity, memberId, path);
    if (!present.some((member) => member.id === id)) throw invalid({ [path]: 'MEMBER_UNKNOWN' });
    relations.set(id, relation);
  }
  return relations;
}
