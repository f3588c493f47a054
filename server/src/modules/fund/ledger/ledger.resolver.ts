import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { ReverseTransferInput } from '#schema/fund/ledger.type.ts';
import { transferEntity } from './ledger.entity.ts';
import { reverseTransfer } from './reverse.service.ts';

const ReverseTransferPayload = definePayload('ReverseTransfer', 'What `reverseTransfer` made.', {
  transfer: { entity: transferEntity, description: 'The reversal.' },
});

@Resolver()
export class LedgerResolver {
  @Allow('fund.write')
  @Mutation(() => ReverseTransferPayload, {
    description:
      'Takes a transfer back, whole and once. Refused with FUND_INSUFFICIENT where the money has gone on, with PERIOD_CLOSED for a day in a closed period.',
  })
  reverseTransfer(
    @Ctx() ctx: Context,
    @Arg('input', () => ReverseTransferInput, { description: 'Which transfer, and why.' })
    input: ReverseTransferInput,
  ) {
    return reverseTransfer(ctx, input);
  }
}
