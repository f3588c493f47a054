import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { paymentEvent } from '#schema/payment/payment.table.ts';
import { batchOf, batchSteps, heading, type Row } from '#tests/factories/money/batch-steps.ts';
import { doneBy, makePayee } from '#tests/factories/money/payments.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { acts, made, draft, step, sent, receive, rowsFor } = batchSteps(test);

interface ResultFile {
  rows: { nodes: { id: string; version: number; ofAccount: { id: string }[] }[] };
}

it('refuses rows that may not be paid, each at its field, and writes none', async () => {
  const [one, other] = made.homes;
  const { batch } = await draft(rowsFor('5.00'));
  const bare = await makePayee(test, made.payers.maker, {
    account: '12345678',
    villageCode: places.otherVillage,
  });
  const rows = [
    { memberId: one?.headGlobalId, amount: '1.00' },
    { memberId: other?.headGlobalId, payeeId: one?.headGlobalId, amount: '1.00' },
    { memberId: bare.headGlobalId, amount: '1.00' },
    { memberId: bare.headGlobalId, amount: '1.00' },
  ];
  expect(faultsOf(await acts.add(made.payers.maker, { paymentBatchId: batch.id, rows }))).toEqual({
    'input.rows.0.memberId': 'PERSON_TWICE_IN_BATCH',
    'input.rows.1.payeeId': 'PAYEE_NOT_ALLOWED',
    'input.rows.3.memberId': 'PERSON_TWICE_IN_BATCH',
  });
  for (const amount of ['0.00', '-1.00', '1.005', '１.00'])
    expect(
      faultsOf(
        await acts.add(made.payers.maker, { paymentBatchId: batch.id, rows: [{ ...rows[2], amount }] }),
      ),
    ).toHaveProperty(['input.rows.0.amount']);
});

it('refuses to check rows whose account was replaced since, and names them', async () => {
  const payee = await makePayee(test, made.payers.maker, { account: '55556666' });
  const { batch } = await draft([{ memberId: payee.headGlobalId, amount: '9.00' }]);
  const account = {
    memberId: payee.headGlobalId,
    kind: 'PASSBOOK',
    bankName: '信用社',
    accountNumber: '77778888',
  };
  doneBy(await acts.setAccount(made.payers.maker, account));
  const answer = await acts.check(made.payers.checker, { id: batch.id, expectedVersion: batch.version });
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'BATCH_FAULTS',
    rows: [{ serial: 1, code: 'ACCOUNT_CHANGED' }],
  });
});

it('stops a payment before it is sent, and not after', async () => {
  const { batch, payments } = await draft(rowsFor('5.00', '6.00'));
  const [first, second] = payments;
  const stop = (row: Row | undefined) => ({ id: row?.id, expectedVersion: row?.version, reason: '本人放弃' });
  expect(batchOf(await acts.stop(made.payers.maker, stop(first)))).toMatchObject({
    stoppedAmount: '5.00',
    waitingAmount: '6.00',
  });
  const checked = await step('check', made.payers.checker, batch);
  const gone = await step(
    'sendToBank',
    made.payers.sender,
    await step('approve', made.payers.approver, checked),
  );
  expect(gone).toMatchObject({ unknownAmount: '6.00', stoppedAmount: '5.00', plannedAmount: '11.00' });
  expect(faultsOf(await acts.stop(made.payers.maker, stop(second)))).toEqual({
    'input.id': 'PAYMENT_NOT_PLANNED',
  });
});

it('leaves twins to a person, and changes nothing until then', async () => {
  const account = '990011002200';
  const home = await makePayee(test, made.payers.maker, { account, name: '戊测试' });
  const child = doneBy(
    await test.send<{ addMember: { member: { id: string } } }>(
      `mutation ($input: AddMemberInput!) { addMember(input: $input) { member { id } } }`,
      {
        input: {
          householdId: home.globalId,
          name: '己测试',
          relation: 'SON',
          documentKind: 'OTHER',
          residentId: 'E1234567',
          birthOn: '2010-01-01',
          sex: 'MALE',
        },
      },
      made.payers.maker.session,
    ),
  ).addMember.member.id;
  const { batch } = await sent([
    { memberId: home.headGlobalId, amount: '80.00' },
    { memberId: child, payeeId: home.headGlobalId, amount: '80.00' },
  ]);
  const twin = (word: string) => `${batch.number}||戊测试|9900 1100 2200|80.00|${word}|||`;
  const lines = [heading, twin('成功'), twin('失败'), '合计|2|160.00|1|80.00|1|80.00'];
  const taken = await receive(batch, lines);
  expect(batchOf(taken)).toMatchObject({ unknownAmount: '160.00', undecidedRows: 2 });
  const { resultFile } = doneBy(taken).receivePaymentResult as unknown as { resultFile: ResultFile };
  const rows = resultFile.rows.nodes;
  const pick = (row: number, candidate: number) => ({
    id: rows[row]?.id,
    expectedVersion: rows[row]?.version,
    paymentId: rows[row]?.ofAccount[candidate]?.id,
  });
  expect(batchOf(await acts.choose(made.payers.sender, pick(0, 1)))).toMatchObject({
    paidAmount: '80.00',
    unknownAmount: '80.00',
  });
  expect(faultsOf(await acts.choose(made.payers.sender, pick(1, 1)))).toEqual({
    'input.paymentId': 'DUPLICATE_IN_FILE',
  });
  expect(batchOf(await acts.choose(made.payers.sender, pick(1, 0)))).toMatchObject({
    paidAmount: '80.00',
    failedAmount: '80.00',
    undecidedRows: 0,
  });
});

it('gives the file for the bank to who sends alone, and puts each download on record', async () => {
  const { batch } = await sent(rowsFor('5.00'));
  const get = (person: Person, purpose = '送信用社发放') =>
    test.app.http.inject({
      method: 'POST',
      url: `/payments/${batch.id}/file`,
      headers: { cookie: `bangfu=${person.session}` },
      payload: { purpose },
    });
  expect((await get(made.payers.sender, '')).statusCode).toBe(400);
  expect((await get(made.payers.maker)).statusCode).toBe(404);
  const file = await get(made.payers.sender);
  expect(file.statusCode).toBe(200);
  expect(new TextDecoder('gbk').decode(file.rawPayload)).toContain('|甲测试|620000000000|5.00|临时救助');
  const events = await test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.action, 'downloadBankFile'));
  expect(events).toHaveLength(1);
  expect(JSON.stringify(await test.owner.db.select().from(auditEvent))).not.toContain('620000000000');
  expect(await test.owner.db.$count(paymentEvent)).toBeGreaterThan(10);
});
