import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { definePayload } from '#platform/read/payload.ts';
import { ReverseTransferInput } from '#schema/fund/ledger.type.ts';
import {
  CommitFundsInput,
  ReleaseCommitmentInput,
  SettleCommitmentInput,
} from '#schema/fund/spending/commitment.type.ts';
import { transferEntity } from '../ledger/ledger.entity.ts';
import { commitmentEntity } from './commitment.entity.ts';
import { commitFunds, releaseCommitment, settleCommitment } from './commitment.service.ts';
import { reverseTransfer } from './reverse.service.ts';

const commitment = { entity: commitmentEntity, description: 'The commitment as it is now.' };
const transfer = { entity: transferEntity, description: 'The transfer that was posted.' };
const CommitFundsPayload = definePayload('CommitFunds', 'What `commitFunds` made.', { commitment });
const ReleaseCommitmentPayload = definePayload('ReleaseCommitment', 'What `releaseCommitment` left.', {
  commitment,
});
const DisburseFundsPayload = definePayload('DisburseFunds', 'What `disburseFunds` posted.', {
  transfer,
  commitment,
});
const PayCommitmentPayload = definePayload('PayCommitment', 'What `payCommitment` posted.', {
  transfer,
  commitment,
});
const ReverseTransferPayload = definePayload('ReverseTransfer', 'What `reverseTransfer` made.', {
  transfer: { entity: transferEntity, description: 'The reversal.' },
});

const disburse = settleCommitment('disburseFunds', 'DISBURSEMENT');
const pay = settleCommitment('payCommitment', 'PAYMENT');

@Resolver()
export class CommitmentResolver {
  @Allow('fund.write')
  @Mutation(() => CommitFundsPayload, {
    description:
      'Promises and freezes money of an allocation. Refused with FUND_INSUFFICIENT where less is available.',
  })
  commitFunds(
    @Ctx() ctx: Context,
    @Arg('input', () => CommitFundsInput, { description: 'The commitment.' }) input: CommitFundsInput,
  ) {
    return commitFunds(ctx, input);
  }

  @Allow('fund.write')
  @Mutation(() => ReleaseCommitmentPayload, {
    description: 'Ends a commitment: what is left of it is available again.',
  })
  releaseCommitment(
    @Ctx() ctx: Context,
    @Arg('input', () => ReleaseCommitmentInput, { description: 'Which one, and why.' })
    input: ReleaseCommitmentInput,
  ) {
    return releaseCommitment(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => DisburseFundsPayload, {
    description:
      'Disburses a part of a commitment to a unit, which is not spent until the unit has paid it. Refused with MAKER_IS_CHECKER for whoever made the commitment, with COMMITMENT_EXCEEDED where less is left of it.',
  })
  disburseFunds(
    @Ctx() ctx: Context,
    @Arg('input', () => SettleCommitmentInput, { description: 'How much of which commitment.' })
    input: SettleCommitmentInput,
  ) {
    return disburse(ctx, input);
  }

  @Allow('fund.pay')
  @Mutation(() => PayCommitmentPayload, {
    description:
      'Pays a part of a commitment to the final receiver: it is spent. Refused as `disburseFunds` is.',
  })
  payCommitment(
    @Ctx() ctx: Context,
    @Arg('input', () => SettleCommitmentInput, { description: 'How much of which commitment.' })
    input: SettleCommitmentInput,
  ) {
    return pay(ctx, input);
  }

  @Allow('fund.write')
  @Mutation(() => ReverseTransferPayload, {
    description:
      'Takes a transfer back, whole and once; a commitment that it settled goes on. Refused with FUND_INSUFFICIENT where the money has gone on, with PERIOD_CLOSED for a day in a closed period.',
  })
  reverseTransfer(
    @Ctx() ctx: Context,
    @Arg('input', () => ReverseTransferInput, { description: 'Which transfer, and why.' })
    input: ReverseTransferInput,
  ) {
    return reverseTransfer(ctx, input);
  }
}
