import { today } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import type { Audited, Trail } from '#platform/write/trail.ts';
import { insert, update } from '#platform/write/write.ts';
import { accountIn, accountsOf } from '../ledger/accounts.service.ts';
import { freeze, type PathsOfPosting, post } from '../ledger/post.service.ts';
import { commitmentEntity } from './commitment.entity.ts';

export type Commitment = typeof commitmentEntity.table.$inferSelect;

export interface Promised {
  readonly countyCode: string;
  readonly fundId: string;
  readonly allocationId: string;
  readonly payee: string;
  readonly purpose?: string | null;
  /** Fen, above zero. */
  readonly amount: bigint;
}

/**
 * Promises money of an allocation and freezes it, so that nothing else can be promised of it. The caller has locked the
 * allocation. Refused with FUND_INSUFFICIENT where less is available.
 */
export async function commit(
  work: WorkContext,
  promised: Promised,
  trail: Trail,
  paths?: PathsOfPosting,
): Promise<Commitment> {
  const { countyCode, allocationId, amount } = promised;
  const accounts = await accountsOf(work, { countyCode, allocationId });
  await freeze(work, { countyCode, accountId: accountIn(accounts, 'ALLOCATED'), amount }, paths);
  const at = work.clock.now().toISOString();
  const committedBy = work.viewer?.userId ?? null;
  const row = { ...promised, id: newId(), committedOn: today(work.clock), committedBy, committedAt: at };
  return insert(work, commitmentEntity, row, trail);
}

const leftOf = ({ amount, settled, released }: Commitment): bigint => amount - settled - released;

/** A commitment after a part of it was settled, or is free again. */
const withMore = (commitment: Commitment, more: { settled?: bigint; released?: bigint }) => {
  const settled = commitment.settled + (more.settled ?? 0n);
  const released = commitment.released + (more.released ?? 0n);
  return { settled, released, status: settled + released === commitment.amount ? 'CLOSED' : 'OPEN' };
};

export interface Settlement {
  /** To a unit, which is not spent yet, or to the final receiver. */
  readonly kind: 'DISBURSEMENT' | 'PAYMENT';
  readonly amount: bigint;
  readonly effectiveOn: string;
  readonly receiver?: string | null;
  readonly note?: string | null;
}

/** Pays a part of a commitment, which the caller has locked: never more than is left of it. */
export async function settle(
  work: WorkContext,
  commitment: Commitment,
  { kind, amount, receiver, ...posting }: Settlement,
  trail: Trail,
  paths: PathsOfPosting = {},
) {
  if (amount > leftOf(commitment)) {
    const { amount: path = 'input.amount' } = paths;
    throw refuse('COMMITMENT_EXCEEDED', { [path]: 'COMMITMENT_EXCEEDED' });
  }
  const { countyCode, id: commitmentId, allocationId, payee } = commitment;
  const accounts = await accountsOf(work, { countyCode, allocationId });
  const movements = [
    { accountId: accountIn(accounts, 'ALLOCATED'), amount: -amount, frozen: -amount },
    { accountId: accountIn(accounts, kind === 'PAYMENT' ? 'PAID' : 'UNIT'), amount },
  ];
  const moved = { countyCode, kind, movements, commitmentId, receiver: receiver ?? payee, ...posting };
  const transfer = await post(work, moved, trail, paths);
  const settled = withMore(commitment, { settled: amount });
  await update(work, commitmentEntity, commitment, settled, { auditedAs: 'FundTransfer' });
  return transfer;
}

/** What of a commitment is not needed, all that is left where no amount is given, is available again. */
export async function release(
  work: WorkContext,
  commitment: Commitment,
  trail: Audited,
  amount: bigint = leftOf(commitment),
): Promise<Commitment> {
  if (amount <= 0n || amount > leftOf(commitment))
    throw refuse('COMMITMENT_EXCEEDED', { 'input.id': 'COMMITMENT_EXCEEDED' });
  const { countyCode, allocationId } = commitment;
  const accounts = await accountsOf(work, { countyCode, allocationId });
  await freeze(work, { countyCode, accountId: accountIn(accounts, 'ALLOCATED'), amount: -amount });
  const released = withMore(commitment, { released: amount });
  return update(work, commitmentEntity, commitment, released, trail);
}

/** What a reversal of a settlement leaves: the money is promised and frozen as before. */
export const unsettle = (work: WorkContext, commitment: Commitment, amount: bigint) =>
  update(work, commitmentEntity, commitment, withMore(commitment, { settled: -amount }), {
    auditedAs: 'FundTransfer',
  });
