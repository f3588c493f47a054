import type { Context, WorkContext } from '#platform/core/context.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import type { FundAccountKind, FundTransferKind } from '#schema/codes/money/fund.codes.ts';
import type { MoveAllocatedInput } from '#schema/fund/spending/commitment.type.ts';
import { allocationEntity } from '../allocation/allocation.entity.ts';
import { lockApproved } from '../allocation/lock.service.ts';
import { accountIn, accountsOf } from '../ledger/accounts.service.ts';
import { post } from '../ledger/post.service.ts';

interface Step {
  readonly kind: FundTransferKind;
  readonly from: FundAccountKind;
  readonly to: FundAccountKind;
}

/** Steps of money of an allocation that settle no commitment, by mutation. */
export const steps = {
  payFromUnit: { kind: 'PAYMENT', from: 'UNIT', to: 'PAID' },
  retainAtUnit: { kind: 'RETENTION', from: 'UNIT', to: 'RETAINED' },
  payRetained: { kind: 'RETENTION_RELEASE', from: 'RETAINED', to: 'PAID' },
  returnFromUnit: { kind: 'UNIT_RETURN', from: 'UNIT', to: 'ALLOCATED' },
  returnPayment: { kind: 'PAYMENT_RETURN', from: 'PAID', to: 'ALLOCATED' },
  recoverAllocated: { kind: 'RECOVERY', from: 'ALLOCATED', to: 'SOURCE' },
} as const satisfies Record<string, Step>;

export const moveAllocated =
  (mutation: keyof typeof steps) => async (ctx: Context, input: MoveAllocatedInput) => {
    const { kind, from, to } = steps[mutation];
    const countyCode = countyOf(allocationEntity, input.allocationId, 'input.allocationId');
    const run = async (work: WorkContext) => {
      const { id: allocationId, lineId } = await lockApproved(work, input.allocationId, 'fund.pay');
      const accounts = {
        ...(await accountsOf(work, { countyCode, lineId })),
        ...(await accountsOf(work, { countyCode, allocationId })),
      };
      const { amount, effectiveOn } = input;
      const movements = [
        { accountId: accountIn(accounts, from), amount: -amount },
        { accountId: accountIn(accounts, to), amount },
      ];
      const { note, receiver } = tidy({ note: input.note, receiver: input.receiver }, ['receiver']);
      const posting = { countyCode, kind, effectiveOn, note, receiver, movements };
      const made = await post(work, posting, { action: mutation });
      return { transfer: [countyCode, made.id], allocation: [countyCode, allocationId] };
    };
    return command(ctx, mutation, countyCode, input, run, { needsClientMutationId: true });
  };
