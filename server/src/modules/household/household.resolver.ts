import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { SetCategoryInput } from '#schema/household/history.type.ts';
import { CreateHouseholdInput, UpdateHouseholdInput } from '#schema/household/household.type.ts';
import { SetIncomeInput } from '#schema/household/income.type.ts';
import { setCategory } from './history/history.service.ts';
import { householdEntity } from './household.entity.ts';
import { createHousehold, updateHousehold } from './household.service.ts';
import { setIncome } from './income/income.service.ts';

const household = { entity: householdEntity, description: 'The household as it is now.' };
const CreateHouseholdPayload = definePayload('CreateHousehold', 'What `createHousehold` made.', {
  household,
});
const UpdateHouseholdPayload = definePayload('UpdateHousehold', 'What `updateHousehold` left.', {
  household,
});
const SetCategoryPayload = definePayload('SetCategory', 'What `setCategory` left.', { household });
const SetIncomePayload = definePayload('SetIncome', 'What `setIncome` left.', { household });

@Resolver()
export class HouseholdResolver {
  @Allow('household.write')
  @Mutation(() => CreateHouseholdPayload, { description: 'Puts a household with its head on the register.' })
  createHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateHouseholdInput, { description: 'The household and its head.' })
    input: CreateHouseholdInput,
  ) {
    return createHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => UpdateHouseholdPayload, { description: 'Changes what is on file of a household.' })
  updateHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateHouseholdInput, { description: 'What to change.' }) input: UpdateHouseholdInput,
  ) {
    return updateHousehold(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => SetCategoryPayload, {
    description: 'Sets the category from a day on; what it was before stays in its history.',
  })
  setCategory(
    @Ctx() ctx: Context,
    @Arg('input', () => SetCategoryInput, { description: 'The category and its first day.' })
    input: SetCategoryInput,
  ) {
    return setCategory(ctx, input);
  }

  @Allow('household.write')
  @Mutation(() => SetIncomePayload, {
    description: 'Puts the account of one year in the place of what was on file for it.',
  })
  setIncome(
    @Ctx() ctx: Context,
    @Arg('input', () => SetIncomeInput, { description: 'The year and its lines.' }) input: SetIncomeInput,
  ) {
    return setIncome(ctx, input);
  }
}
