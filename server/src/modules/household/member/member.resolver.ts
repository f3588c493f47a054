import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  AddMemberInput,
  MemberLeavesInput,
  MemberReturnsInput,
  RevealPersonalDataInput,
  RevealPersonalDataPayload,
  UpdateMemberInput,
} from '#schema/household/member-verbs.type.ts';
import { householdEntity } from '../household.entity.ts';
import { memberEntity } from './member.entity.ts';
import { addMember, memberLeaves, updateMember } from './member.service.ts';
import { memberReturns } from './member-returns.service.ts';
import { revealPersonalData } from './reveal.service.ts';

const household = { entity: householdEntity, description: 'The household as it is now.' };
const member = { entity: memberEntity, description: 'The member as they are now.' };
const AddMemberPayload = definePayload('AddMember', 'What `addMember` made.', { member, household });
const UpdateMemberPayload = definePayload('UpdateMember', 'What `updateMember` left.', { member, household });
const MemberLeavesPayload = definePayload('MemberLeaves', 'What `memberLeaves` left.', { member, household });
const MemberReturnsPayload = definePayload('MemberReturns', 'What `memberReturns` left.', {
  member,
  household,
});

@Resolver()
export class MemberResolver {
  @Allow('household.write')
  @Mutation(() => AddMemberPayload, { description: 'Adds a member to a household.' })
  addMember(
    @Ctx() ctx: Context,
    @Arg('input', () => AddMemberInput, { description: 'The member.' }) input: AddMemberInput,
  ) {
    return addMember(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => UpdateMemberPayload, {
    description: 'Changes what is on file of a member; the household follows its head.',
  })
  updateMember(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateMemberInput, { description: 'What to change.' }) input: UpdateMemberInput,
  ) {
    return updateMember(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => MemberLeavesPayload, { description: 'A member leaves the household; the record stays.' })
  memberLeaves(
    @Ctx() ctx: Context,
    @Arg('input', () => MemberLeavesInput, { description: 'Who, when and why.' }) input: MemberLeavesInput,
  ) {
    return memberLeaves(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => MemberReturnsPayload, {
    description:
      'Undoes a departure or a death: the member is present again, and what was noted stays in the audit trail. Refused with NOT_LEFT, HOUSEHOLD_CLOSED, DUPLICATE_PERSON where the person is registered elsewhere, and where the household has another spouse or head by now.',
  })
  memberReturns(
    @Ctx() ctx: Context,
    @Arg('input', () => MemberReturnsInput, { description: 'Who and why.' }) input: MemberReturnsInput,
  ) {
    return memberReturns(ctx, input);
  }

  @Allow('personal.reveal')
  @Mutation(() => RevealPersonalDataPayload, {
    description: 'Shows one masked value in full, for a reason; leaves an audit row each time.',
  })
  revealPersonalData(
    @Ctx() ctx: Context,
    @Arg('input', () => RevealPersonalDataInput, { description: 'Which value, and why.' })
    input: RevealPersonalDataInput,
  ) {
    return revealPersonalData(ctx, input);
  }
}
