import { today } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { updateMany } from '#platform/write/many.ts';
import type { BatchRow, PaymentRow } from './batch.queries.ts';
import { paymentEntity } from './payment.entity.ts';
import { noteSteps } from './rows.service.ts';

export interface Settled {
  readonly payment: PaymentRow;
  readonly to: 'PAID' | 'FAILED' | 'RETURNED';
  readonly reason: string | null;
  /** The day of the bank; where it says none, today. */
  readonly paidOn: string | null;
  readonly bankSerial: string | null;
  readonly resultFileId: string;
}

/** What the bank says of payments: the one place where one becomes paid, failed or returned. The batch is locked. */
export async function settlePayments(
  work: WorkContext,
  { countyCode }: BatchRow,
  settled: readonly Settled[],
): Promise<void> {
  const changes = settled.map(({ payment, to, reason, paidOn, bankSerial }) => ({
    id: payment.id,
    before: payment,
    after: {
      id: payment.id,
      status: to,
      reason: to === 'PAID' ? null : reason?.slice(0, 200) || null,
      paidOn: to === 'PAID' ? (paidOn ?? today(work.clock)) : payment.paidOn,
      bankSerial: bankSerial?.slice(0, 60) || payment.bankSerial,
    },
  }));
  await updateMany(work, paymentEntity, countyCode, changes, { auditedAs: 'PaymentResultFile' });
  noteSteps(
    work,
    settled.map(({ payment, to, reason, paidOn, resultFileId }) => ({
      payment,
      from: payment.status,
      to,
      happenedOn: paidOn,
      reason: to === 'PAID' ? null : reason?.slice(0, 200) || null,
      resultFileId,
    })),
  );
}
