import { createCipher } from '#platform/core/cipher.ts';
import { newId } from '#platform/core/ids.ts';
import { bankAccount } from '#schema/payment/bank-account.table.ts';
import { bankLayout } from '#schema/payment/bank-layout.table.ts';
import { payment, paymentBatch, paymentEvent } from '#schema/payment/payment.table.ts';
import { paymentResultFile } from '#schema/payment/result-file.table.ts';
import { paymentResultRow } from '#schema/payment/result-row.table.ts';
import { type Arranging, masterKey } from '#tests/setup/app.ts';

const account = '6228480402564890018';

/** An empty draft in a division, with a layout of its own. */
export async function makeDraft(
  test: Arranging,
  { divisionCode, userId = newId() }: { divisionCode: string; userId?: string },
): Promise<string> {
  const { db } = test.owner;
  const [layoutId, id] = [newId(), newId()];
  const of = { countyCode: divisionCode.slice(0, 6), createdAt: test.clock.now().toISOString() };
  await db.insert(bankLayout).values({
    ...{ ...of, id: layoutId, name: layoutId, fileKind: 'DELIMITED', fromOn: '2026-01-01' },
    sentColumns: ['ACCOUNT', 'AMOUNT'],
    resultColumns: ['AMOUNT', 'RESULT'],
  });
  await db
    .insert(paymentBatch)
    .values({ ...of, id, divisionCode, number: id, purpose: '救助', layoutId, madeBy: userId });
  return id;
}

interface Payee {
  readonly countyCode: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly memberId: string;
}

/** A payment in a draft, its account and first step, and a row of a bank that nobody has decided on. */
export async function makePayment(test: Arranging, payee: Payee, batchId: string): Promise<void> {
  const { db } = test.owner;
  const { countyCode, memberId } = payee;
  const createdAt = test.clock.now().toISOString();
  const [accountId, paymentId, fileId] = [newId(), newId(), newId()];
  const cipher = createCipher(masterKey);
  const number = { bankName: '信用社', accountMasked: '****0018' };
  await db.insert(bankAccount).values({
    ...{
      ...payee,
      ...number,
      id: accountId,
      holderName: '户主',
      kind: 'CARD',
      fromOn: '2026-01-01',
      createdAt,
    },
    accountCipher: cipher.seal(account, `bank_account:${countyCode}:${accountId}`),
    accountHash: cipher.hash('bank-account', account),
  });
  const names = { memberName: '户主', payeeName: '户主', payeeId: memberId };
  await db.insert(payment).values({
    ...{ ...payee, ...number, ...names, id: paymentId, batchId, bankAccountId: accountId, createdAt },
    accountCipher: cipher.seal(account, `payment:${countyCode}:${paymentId}`),
    serial: 1,
    amount: 100n,
  });
  await db.insert(paymentEvent).values({
    ...{ countyCode, id: newId(), paymentId, toStatus: 'PLANNED', happenedOn: '2026-11-10', amount: 100n },
    recordedAt: createdAt,
  });
  await db.insert(paymentResultFile).values({
    ...{
      countyCode,
      id: fileId,
      batchId,
      fileName: 'x.txt',
      fileHash: 'x',
      total: 1,
      receivedOn: '2026-11-10',
    },
    recordedAt: createdAt,
  });
  await db.insert(paymentResultRow).values({
    countyCode,
    id: newId(),
    fileId,
    batchId,
    rowNumber: 1,
    result: 'UNDECIDED',
    said: 'PAID',
    candidateIds: [paymentId],
  });
}
