import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { findRow } from '#platform/write/lock.ts';
import type { ReverseTransferInput } from '#schema/fund/ledger.type.ts';
import { transferEntity } from './ledger.entity.ts';
import { entriesOf } from './ledger.queries.ts';
import { post } from './post.service.ts';

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
    const movements = entries.map(({ accountId, amount }) => ({ accountId, amount: -amount }));
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
    return { transfer: [countyCode, made.id] };
  };
  return command(ctx, 'reverseTransfer', countyCode, input, reverse, { needsClientMutationId: true });
}
