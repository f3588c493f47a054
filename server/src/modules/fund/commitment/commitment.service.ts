import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { tidy } from '#platform/core/tidy.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { requireOther } from '#platform/write/money/acting.ts';
import type {
  CommitFundsInput,
  ReleaseCommitmentInput,
  SettleCommitmentInput,
} from '#schema/fund/spending/commitment.type.ts';
import { foldName } from '#schema/text.ts';
import { allocationEntity } from '../allocation/allocation.entity.ts';
import { lockApproved } from '../allocation/lock.service.ts';
import { commitmentEntity } from './commitment.entity.ts';
import { commit, release, type Settlement, settle } from './settle.service.ts';

const once = { needsClientMutationId: true };

export async function commitFunds(ctx: Context, input: CommitFundsInput) {
  const countyCode = countyOf(allocationEntity, input.allocationId, 'input.allocationId');
  const run = async (work: WorkContext) => {
    const { id: allocationId, fundId } = await lockApproved(work, input.allocationId, 'fund.write');
    const { amount } = input;
    const promised = {
      ...{ countyCode, allocationId, fundId, amount },
      ...tidy({ purpose: input.purpose }),
      payee: foldName(input.payee),
    };
    const made = await commit(work, promised, { action: 'commitFunds' });
    return { commitment: [countyCode, made.id] };
  };
  return command(ctx, 'commitFunds', countyCode, input, run, once);
}

/** A commitment that is open, locked; another person than who made it pays it. */
async function lockOpen(work: WorkContext, id: string, path: string, right: 'fund.pay' | 'fund.write') {
  const commitment = await lockRow(work, commitmentEntity, id, path, right);
  if (commitment.status !== 'OPEN') throw refuse('COMMITMENT_CLOSED', { [path]: 'COMMITMENT_CLOSED' });
  return commitment;
}

export const settleCommitment =
  (mutation: string, kind: Settlement['kind']) => async (ctx: Context, input: SettleCommitmentInput) => {
    const path = 'input.commitmentId';
    const countyCode = countyOf(commitmentEntity, input.commitmentId, path);
    const run = async (work: WorkContext) => {
      const commitment = await lockOpen(work, input.commitmentId, path, 'fund.pay');
      requireOther(work, commitment.committedBy, path);
      const { amount, effectiveOn } = input;
      const { note, receiver } = tidy({ note: input.note, receiver: input.receiver }, ['receiver']);
      const settlement = { kind, amount, effectiveOn, note, receiver };
      const made = await settle(work, commitment, settlement, { action: mutation });
      return { transfer: [countyCode, made.id], commitment: [countyCode, commitment.id] };
    };
    return command(ctx, mutation, countyCode, input, run, once);
  };

export async function releaseCommitment(ctx: Context, input: ReleaseCommitmentInput) {
  const countyCode = countyOf(commitmentEntity, input.id, 'input.id');
  const run = async (work: WorkContext) => {
    const commitment = await lockOpen(work, input.id, 'input.id', 'fund.write');
    checkVersion(commitment, input.expectedVersion);
    const { reason } = input;
    await release(work, commitment, { action: 'releaseCommitment', facts: { reason } });
    return { commitment: [countyCode, commitment.id] };
  };
  return command(ctx, 'releaseCommitment', countyCode, input, run, once);
}
