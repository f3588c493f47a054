import { ownerOfAccount } from '#modules/payment/account/bank-account.service.ts';
import { today } from '#platform/core/clock.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { ownerOf } from '#platform/people/personal.ts';
import { sendMany } from '#platform/write/many.ts';
import { insertAll } from '#platform/write/write.ts';
import type { bankAccount } from '#schema/payment/bank-account.table.ts';
import type { BatchRow, PaymentRow } from './batch.queries.ts';
import { paymentEntity, paymentEventEntity } from './payment.entity.ts';

export const ownerOfPayment = (countyCode: string, id: string): string => ownerOf('payment', countyCode, id);

export const accountOf = (work: WorkContext, { countyCode, id, accountCipher }: PaymentRow): string =>
  work.cipher.open(accountCipher, ownerOfPayment(countyCode, id));

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A row that is sound: who, to whose account, and how much. */
export interface SoundRow {
  readonly member: Named & { readonly householdId: string; readonly villageCode: string };
  readonly payee: Named;
  readonly account: typeof bankAccount.$inferSelect;
  readonly amount: bigint;
  readonly note?: string | null;
  readonly claimId?: string;
  readonly correctsPaymentId?: string;
}

/** Adds rows to a batch. Name and account are kept as they are that day, the account sealed for this row alone. */
export async function addRows(
  work: WorkContext,
  batch: BatchRow,
  rows: readonly SoundRow[],
  { after, action }: { after: number; action: string },
): Promise<PaymentRow[]> {
  const { countyCode } = batch;
  const createdAt = work.clock.now().toISOString();
  const made = await insertAll(
    work,
    paymentEntity,
    rows.map(({ member, payee, account, ...row }, at) => {
      const id = newId();
      const number = work.cipher.open(account.accountCipher, ownerOfAccount(countyCode, account.id));
      return {
        countyCode,
        id,
        householdId: member.householdId,
        villageCode: member.villageCode,
        batchId: batch.id,
        serial: after + at + 1,
        memberId: member.id,
        memberName: member.name,
        payeeId: payee.id,
        payeeName: account.holderName,
        bankAccountId: account.id,
        bankName: account.bankName,
        accountCipher: work.cipher.seal(number, ownerOfPayment(countyCode, id)),
        accountMasked: account.accountMasked,
        amount: row.amount,
        note: row.note || null,
        claimId: row.claimId ?? null,
        correctsPaymentId: row.correctsPaymentId ?? null,
        createdAt,
      };
    }),
    { action },
  );
  noteSteps(
    work,
    made.map((row) => ({ payment: row, from: null, to: 'PLANNED' })),
  );
  return made;
}

interface Step {
  readonly payment: Pick<PaymentRow, 'countyCode' | 'id' | 'amount'>;
  readonly from: string | null;
  readonly to: string;
  readonly happenedOn?: string | null;
  readonly reason?: string | null;
  readonly resultFileId?: string;
}

/** Puts the states that payments came to on record. */
export function noteSteps(work: WorkContext, steps: readonly Step[]): void {
  const recordedAt = work.clock.now().toISOString();
  const recordedBy = work.viewer?.userId ?? null;
  sendMany(
    work,
    paymentEventEntity,
    steps.map(({ payment, from, to, happenedOn, reason, resultFileId }) => ({
      countyCode: payment.countyCode,
      id: newId(),
      paymentId: payment.id,
      fromStatus: from,
      toStatus: to,
      happenedOn: happenedOn ?? today(work.clock),
      amount: payment.amount,
      reason: reason ?? null,
      resultFileId: resultFileId ?? null,
      recordedAt,
      recordedBy,
    })),
    { auditedAs: 'Payment' },
  );
}
