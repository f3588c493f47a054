import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { MoveAllocatedInput } from '#schema/fund/spending/commitment.type.ts';
import { allocationEntity } from '../allocation/allocation.entity.ts';
import { transferEntity } from '../ledger/ledger.entity.ts';
import { moveAllocated } from './movements.service.ts';

const posted = {
  transfer: { entity: transferEntity, description: 'The transfer that was posted.' },
  allocation: { entity: allocationEntity, description: 'The allocation as it is now.' },
};
const ofMoney = { description: 'How much of which allocation.' };
const PayFromUnitPayload = definePayload('PayFromUnit', 'What `payFromUnit` posted.', posted);
const RetainAtUnitPayload = definePayload('RetainAtUnit', 'What `retainAtUnit` posted.', posted);
const PayRetainedPayload = definePayload('PayRetained', 'What `payRetained` posted.', posted);
const ReturnFromUnitPayload = definePayload('ReturnFromUnit', 'What `returnFromUnit` posted.', posted);
const ReturnPaymentPayload = definePayload('ReturnPayment', 'What `returnPayment` posted.', posted);
const RecoverAllocatedPayload = definePayload('RecoverAllocated', 'What `recoverAllocated` posted.', posted);

const payFromUnit = moveAllocated('payFromUnit');
const retainAtUnit = moveAllocated('retainAtUnit');
const payRetained = moveAllocated('payRetained');
const returnFromUnit = moveAllocated('returnFromUnit');
const returnPayment = moveAllocated('returnPayment');
const recoverAllocated = moveAllocated('recoverAllocated');

/** Steps of allocated money that settle no commitment. FUND_INSUFFICIENT where less is there. */
@Resolver()
export class MovementsResolver {
  @Allow('fund.pay')
  @Mutation(() => PayFromUnitPayload, {
    description: 'A unit has paid the final receiver out of what was disbursed to it: it is spent.',
  })
  payFromUnit(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveAllocatedInput, ofMoney) input: MoveAllocatedInput,
  ) {
    return payFromUnit(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => RetainAtUnitPayload, {
    description: 'Quality money that a unit keeps back until the works have stood the test; it is not spent.',
  })
  retainAtUnit(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveAllocatedInput, ofMoney) input: MoveAllocatedInput,
  ) {
    return retainAtUnit(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => PayRetainedPayload, {
    description: 'Quality money that was kept back is paid to the final receiver.',
  })
  payRetained(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveAllocatedInput, ofMoney) input: MoveAllocatedInput,
  ) {
    return payRetained(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => ReturnFromUnitPayload, {
    description: 'A unit sends back what it did not need; it is available again.',
  })
  returnFromUnit(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveAllocatedInput, ofMoney) input: MoveAllocatedInput,
  ) {
    return returnFromUnit(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => ReturnPaymentPayload, {
    description:
      'A final receiver, or the bank, sends money back: it is not spent any more, and available again.',
  })
  returnPayment(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveAllocatedInput, ofMoney) input: MoveAllocatedInput,
  ) {
    return returnPayment(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => RecoverAllocatedPayload, {
    description: 'Surplus of an allocation goes back to where it came from.',
  })
  recoverAllocated(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveAllocatedInput, ofMoney) input: MoveAllocatedInput,
  ) {
    return recoverAllocated(ctx, input);
  }
}
