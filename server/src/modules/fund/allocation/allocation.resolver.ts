import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { DecideAllocationInput, ProposeAllocationInput } from '#schema/fund/spending/allocation.type.ts';
import { allocationEntity } from './allocation.entity.ts';
import { decideAllocation, proposeAllocation } from './allocation.service.ts';

const allocation = { entity: allocationEntity, description: 'The allocation as it is now.' };
const ProposeAllocationPayload = definePayload('ProposeAllocation', 'What `proposeAllocation` made.', {
  allocation,
});
const DecideAllocationPayload = definePayload('DecideAllocation', 'What `decideAllocation` left.', {
  allocation,
});

@Resolver()
export class AllocationResolver {
  @Allow('fund.write')
  @Mutation(() => ProposeAllocationPayload, {
    description:
      'Proposes that a part of a line be used for one thing; no money is moved before it is approved.',
  })
  proposeAllocation(
    @Ctx() ctx: Context,
    @Arg('input', () => ProposeAllocationInput, { description: 'The allocation.' })
    input: ProposeAllocationInput,
  ) {
    return proposeAllocation(ctx, input);
  }

  @Allow('fund.approve')
  @Mutation(() => DecideAllocationPayload, {
    description:
      'Approves or rejects an allocation. Refused with MAKER_IS_CHECKER for whoever proposed it, with FUND_INSUFFICIENT where less is left of the line.',
  })
  decideAllocation(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideAllocationInput, { description: 'The decision.' }) input: DecideAllocationInput,
  ) {
    return decideAllocation(ctx, input);
  }
}
