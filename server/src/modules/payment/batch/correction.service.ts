import { memberEntity } from '#modules/household/member/member.entity.ts';
import { currentAccounts } from '#modules/payment/account/bank-account.queries.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { lockRow, lockRows } from '#platform/write/lock.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { PayBatchAgainInput } from '#schema/payment/payment.type.ts';
import { paymentBatchEntity } from './batch.entity.ts';
import { type BatchRow, corrected, type PaymentRow, paymentsOf } from './batch.queries.ts';
import { insertBatch } from './batch.service.ts';
import { payeeFault } from './payee.rules.ts';
import { paymentEntity } from './payment.entity.ts';
import { addRows, type SoundRow } from './rows.service.ts';

const path = 'input.paymentBatchId';

interface Again {
  readonly payment: PaymentRow;
  readonly amount: bigint;
  /** Where faults of it stand. */
  readonly path: string;
}

/** A batch for what failed or came back: the same persons, never more than it was, each payment made good once. */
export async function payBatchAgain(ctx: Context, input: PayBatchAgainInput) {
  const countyCode = countyOf(paymentBatchEntity, input.paymentBatchId, path);
  return command(
    ctx,
    'payBatchAgain',
    countyCode,
    input,
    async (work) => {
      const former = await lockRow(work, paymentBatchEntity, input.paymentBatchId, path, 'payment.write');
      const again = await paidAgain(work, former, input);
      const rows = await soundRows(work, countyCode, again);
      const { divisionCode, purpose, layoutId, allocationId } = former;
      const batch = await insertBatch(work, {
        ...{ countyCode, divisionCode, purpose, layoutId, allocationId },
        correctsBatchId: former.id,
      });
      const made = await addRows(work, batch, rows, { after: 0, action: 'payBatchAgain' });
      return { paymentBatch: [countyCode, batch.id], payments: made.map(({ id }) => [countyCode, id]) };
    },
    { needsClientMutationId: true },
  );
}

async function paidAgain(
  work: WorkContext,
  former: BatchRow,
  { rows }: PayBatchAgainInput,
): Promise<Again[]> {
  const payments = await paymentsOf(work, former);
  const failed = payments.filter(({ status }) => status === 'FAILED' || status === 'RETURNED');
  const done = await corrected(
    work,
    former.countyCode,
    failed.map(({ id }) => id),
  );
  if (!rows) {
    const left = failed.filter(({ id }) => !done.has(id));
    if (left.length === 0) throw refuse('NOTHING_TO_CORRECT', { [path]: 'NOTHING_TO_CORRECT' });
    return left.map((payment) => ({ payment, amount: payment.amount, path }));
  }
  const byId = new Map(failed.map((payment) => [payment.id, payment]));
  const faults: Record<string, ErrorCode> = {};
  const again = rows.flatMap(({ paymentId, amount }, at): Again[] => {
    const place = `input.rows.${at}.paymentId`;
    const [county, id = ''] = partsOfId(paymentEntity, paymentId, place);
    const payment = county === former.countyCode ? byId.get(id) : undefined;
    if (!payment) faults[place] = 'NOTHING_TO_CORRECT';
    else if (done.has(id)) faults[place] = 'PAYMENT_CORRECTED';
    else if ((amount ?? payment.amount) > payment.amount)
      faults[`input.rows.${at}.amount`] = 'AMOUNT_ABOVE_FAILED';
    else {
      done.add(id);
      return [{ payment, amount: amount ?? payment.amount, path: place }];
    }
    return [];
  });
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return again;
}

/** The same person and payee, to the account that the payee has today. */
async function soundRows(
  work: WorkContext,
  countyCode: string,
  again: readonly Again[],
): Promise<SoundRow[]> {
  const ids = [...new Set(again.flatMap(({ payment }) => [payment.memberId, payment.payeeId]))];
  const keys = ids.map((id) => [countyCode, id]);
  const people = new Map(
    (await lockRows(work, memberEntity, keys, 'payment.write')).map((row) => [row.id, row]),
  );
  const accounts = new Map(
    (await currentAccounts(work, countyCode, ids)).map((account) => [account.memberId, account]),
  );
  const faults: Record<string, ErrorCode> = {};
  const rows = again.flatMap(({ payment, amount, path: place }): SoundRow[] => {
    const [member, payee] = [people.get(payment.memberId), people.get(payment.payeeId)];
    const account = accounts.get(payment.payeeId);
    const fault = payeeFault(member, payee) ?? (account ? null : 'ACCOUNT_MISSING');
    if (fault) faults[place] = fault;
    if (fault || !member || !payee || !account) return [];
    const { note, claimId, id } = payment;
    return [{ member, payee, account, amount, note, claimId: claimId ?? undefined, correctsPaymentId: id }];
  });
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return rows;
}
