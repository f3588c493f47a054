import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { findRow, lockRows } from '#platform/write/lock.ts';
import type { ReverseTransferInput } from '#schema/fund/ledger.type.ts';
import { transferEntity } from '../ledger/ledger.entity.ts';
import { entriesOf } from '../ledger/ledger.queries.ts';
import { post } from '../ledger/post.service.ts';
import { commitmentEntity } from './commitment.entity.ts';
import { unsettle } from './settle.service.ts';

/** Takes a transfer back by entries of the same amounts the other way. A second reversal of it is refused by a key. */
export async function reverseTransfer(ctx: Context, input: ReverseTransferInput) {
  const path = 'input.transferId';
  const countyCode = countyOf(transferEntity, input.transferId, path);
  const reverse = async (work: WorkContext) => {
    const wrong = await findRow(work, transferEntity, input.transferId, path, 'fund.write');
    if (wrong.kind === 'REVERSAL')
      throw refuse('REVERSAL_NOT_REVERSIBLE', { [path]: 'REVERSAL_NOT_REVERSIBLE' });
    if (input.effectiveOn < wrong.effectiveOn) throw invalid({ 'input.effectiveOn': 'END_BEFORE_START' });
    const entries = await entriesOf(work, countyCode, wrong.id);
    const commitment = await commitmentOf(work, wrong);
    const movements = entries.map(({ accountId, amount }) => ({
      accountId,
      amount: -amount,
      // What a settlement took is frozen again, for the commitment goes on.
      frozen: commitment && amount < 0n ? -amount : 0n,
    }));
    const { effectiveOn, reason: note } = input;
    const posting = {
      countyCode,
      kind: 'REVERSAL' as const,
      effectiveOn,
      note,
      movements,
      reversesId: wrong.id,
    };
    const made = await post(work, posting, { action: 'reverseTransfer' }, { amount: path });
    if (commitment) await unsettle(work, commitment, wrong.amount);
    return { transfer: [countyCode, made.id] };
  };
  return command(ctx, 'reverseTransfer', countyCode, input, reverse, { needsClientMutationId: true });
}

/** The commitment that a transfer settled, locked. */
async function commitmentOf(work: WorkContext, { countyCode, commitmentId }: Transfer) {
  if (commitmentId === null) return null;
  const [commitment] = await lockRows(work, commitmentEntity, [[countyCode, commitmentId]], 'fund.write');
  return commitment ?? null;
}

type Transfer = typeof transferEntity.table.$inferSelect;
