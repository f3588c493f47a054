import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '#platform/context.ts';
import { Allow } from '#platform/read/allow.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateHouseholdInput, UpdateHouseholdInput } from '#schema/household/household.type.ts';
import { householdEntity } from './household.entity.ts';
import { changeHousehold, createHousehold } from './household.service.ts';

const household = { entity: householdEntity, description: 'The household as it is now.' };
const CreateHouseholdPayload = definePayload('CreateHousehold', 'What `createHousehold` made.', {
  household,
});
const UpdateHouseholdPayload = definePayload('UpdateHousehold', 'What `updateHousehold` left.', {
  household,
});

@Resolver()
export class HouseholdResolver {
  @Allow('household.write')
  @Mutation(() => CreateHouseholdPayload, { description: 'Puts a household with its head on the register.' })
  createHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateHouseholdInput) input: CreateHouseholdInput,
  ) {
    return createHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => UpdateHouseholdPayload, { description: 'Changes what is on file of a household.' })
  updateHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateHouseholdInput) input: UpdateHouseholdInput,
  ) {
    return changeHousehold(ctx, input);
  }
}
