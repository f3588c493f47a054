import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { CreateFundInput, UpdateFundInput } from '#schema/fund/fund.type.ts';
import { fundEntity } from './fund.entity.ts';
import { createFund, updateFund } from './fund.service.ts';

const fund = { entity: fundEntity, description: 'The fund as it is now.' };
const CreateFundPayload = definePayload('CreateFund', 'What `createFund` made.', { fund });
const UpdateFundPayload = definePayload('UpdateFund', 'What `updateFund` left.', { fund });

@Resolver()
export class FundResolver {
  @Allow('fund.write')
  @Mutation(() => CreateFundPayload, { description: 'Opens a fund of a county for one fiscal year.' })
  createFund(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateFundInput, { description: 'The fund.' }) input: CreateFundInput,
  ) {
    return createFund(ctx, input);
  }

  @Allow('fund.write')
  @Mutation(() => UpdateFundPayload, { description: 'Changes what a fund is called and what it is for.' })
  updateFund(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateFundInput, { description: 'What to change.' }) input: UpdateFundInput,
  ) {
    return updateFund(ctx, input);
  }
}
