import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import {
  ChangeHeadInput,
  CloseHouseholdInput,
  MergeHouseholdInput,
  MoveHouseholdInput,
  ReopenHouseholdInput,
} from '#schema/household/register.type.ts';
import { householdEntity } from './household.entity.ts';
import { changeHead } from './member/head.service.ts';
import { mergeHousehold } from './merge.service.ts';
import { closeHousehold, moveHousehold, reopenHousehold } from './register.service.ts';

const household = { entity: householdEntity, description: 'The household as it is now.' };
const former = { entity: householdEntity, description: 'The household that became part of it.' };
const CloseHouseholdPayload = definePayload('CloseHousehold', 'What `closeHousehold` left.', { household });
const MergeHouseholdPayload = definePayload('MergeHousehold', 'What `mergeHousehold` left.', {
  household,
  former,
});
const ReopenHouseholdPayload = definePayload('ReopenHousehold', 'What `reopenHousehold` left.', {
  household,
});
const MoveHouseholdPayload = definePayload('MoveHousehold', 'What `moveHousehold` left.', { household });
const ChangeHeadPayload = definePayload('ChangeHead', 'What `changeHead` left.', { household });

@Resolver()
export class RegisterResolver {
  @Allow('household.write')
  @Mutation(() => CloseHouseholdPayload, {
    description:
      'Takes a household off the register: it moved away, or is no more. Its pairings end, its members leave with it.',
  })
  closeHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseHouseholdInput, { description: 'Which household, how and when.' })
    input: CloseHouseholdInput,
  ) {
    return closeHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => MergeHouseholdPayload, {
    description:
      'Makes a household part of another of its county: members and open risks go there, its pairings end.',
  })
  mergeHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => MergeHouseholdInput, { description: 'Which household, into which.' })
    input: MergeHouseholdInput,
  ) {
    return mergeHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => ReopenHouseholdPayload, {
    description: 'Puts a closed household back on the register with the members it had; pairings begin anew.',
  })
  reopenHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => ReopenHouseholdInput, { description: 'Which household, and why.' })
    input: ReopenHouseholdInput,
  ) {
    return reopenHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => MoveHouseholdPayload, {
    description: 'Moves a household to another village of its county, with all that belongs to it.',
  })
  moveHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveHouseholdInput, { description: 'Which household, and where to.' })
    input: MoveHouseholdInput,
  ) {
    return moveHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => ChangeHeadPayload, { description: 'Makes another member the head of the household.' })
  changeHead(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeHeadInput, { description: 'The new head, and what the others are to them.' })
    input: ChangeHeadInput,
  ) {
    return changeHead(ctx, input);
  }
}
