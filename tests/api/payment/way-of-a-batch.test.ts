import { expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { batchOf, batchSteps, heading, resultLine } from '#tests/factories/money/batch-steps.ts';
import { uploadResult } from '#tests/factories/money/payments.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { acts, made, draft, step, sent, rowsFor } = batchSteps(test);

it('goes from roster to bank and back; each amount stands in one state', async () => {
  const { batch } = await sent(rowsFor('100.00', '200.00', '300.05'));
  expect(batch).toMatchObject({
    status: 'SENT',
    paymentCount: 3,
    plannedAmount: '600.05',
    unknownAmount: '600.05',
  });
  const text = [
    heading,
    resultLine(batch, 0, '100.00', '成功'),
    resultLine(batch, 1, '200.00', '失败', '卡号已注销'),
    resultLine(batch, 2, '300.05', '成功'),
    '合计|3|600.05|2|400.05|1|200.00',
    '',
  ].join('\r\n');
  const fileId = await uploadResult(test, made.payers.sender, text);
  const first = await acts.receive(made.payers.sender, { paymentBatchId: batch.id, fileId });
  expect(batchOf(first)).toMatchObject({
    paidAmount: '400.05',
    failedAmount: '200.00',
    unknownAmount: '0.00',
    returnedAmount: '0.00',
  });
  const again = await acts.receive(made.payers.sender, { paymentBatchId: batch.id, fileId });
  expect(again.data?.receivePaymentResult?.resultFile).toEqual(first.data?.receivePaymentResult?.resultFile);

  test.clock.set('2026-11-13T04:00:00Z');
  const back = [
    heading,
    resultLine(batch, 2, '300.05', '退汇', '账户冻结'),
    '合计|1|300.05|0|0.00|1|300.05',
  ].join('\n');
  const returned = batchOf(
    await acts.receive(made.payers.sender, {
      paymentBatchId: batch.id,
      fileId: await uploadResult(test, made.payers.sender, back),
    }),
  );
  expect(returned).toMatchObject({ paidAmount: '100.00', failedAmount: '200.00', returnedAmount: '300.05' });
  const own = await acts.acknowledge(made.payers.sender, { id: batch.id, expectedVersion: returned.version });
  expect(own.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const done = await step('acknowledge', made.payers.approver, returned);
  expect(done.status).toBe('RECONCILED');

  const corrected = await acts.correct(made.payers.maker, { paymentBatchId: batch.id });
  expect(batchOf(corrected)).toMatchObject({
    plannedAmount: '500.05',
    status: 'DRAFT',
  });
  expect(faultsOf(await acts.correct(made.payers.maker, { paymentBatchId: batch.id }))).toEqual({
    'input.paymentBatchId': 'NOTHING_TO_CORRECT',
  });
  test.clock.set('2026-11-10T04:00:00Z');
});

it('refuses a file whole whose trailer differs, and names rows of another batch', async () => {
  const { batch } = await sent(rowsFor('1.00', '2.00'));
  const broken = [heading, resultLine(batch, 0, '1.00', '成功'), '合计|1|2.00|1|2.00|0|0.00'].join('\n');
  const refused = await acts.receive(made.payers.sender, {
    paymentBatchId: batch.id,
    fileId: await uploadResult(test, made.payers.sender, broken),
  });
  expect(faultsOf(refused)).toEqual({ 'input.fileId': 'TRAILER_DIFFERS' });
  const foreign = { ...batch, number: '202601010001' };
  const mixed = [
    heading,
    resultLine(foreign, 0, '1.00', '成功'),
    resultLine(batch, 1, '1.99', '成功'),
    '合计|2|2.99|2|2.99|0|0.00',
  ].join('\n');
  const taken = await acts.receive(made.payers.sender, {
    paymentBatchId: batch.id,
    fileId: await uploadResult(test, made.payers.sender, mixed),
  });
  expect(taken.data?.receivePaymentResult?.resultFile).toMatchObject({
    rows: {
      nodes: [
        { rowNumber: 2, result: 'REFUSED', code: 'OTHER_BATCH' },
        { rowNumber: 3, result: 'REFUSED', code: 'AMOUNT_DIFFERS' },
      ],
    },
  });
  expect(batchOf(taken)).toMatchObject({ unknownAmount: '3.00' });
});

it('keeps the persons of a batch apart, whatever rights they hold', async () => {
  const { batch } = await draft(rowsFor('5.00'));
  const of = { id: batch.id, expectedVersion: batch.version };
  expect(faultsOf(await acts.check(made.payers.maker, of))).toEqual({ 'input.id': 'MAKER_IS_CHECKER' });
  const checked = await step('check', made.payers.checker, batch);
  const now = { id: batch.id, expectedVersion: checked.version };
  for (const person of [made.payers.maker, made.payers.checker])
    expect(faultsOf(await acts.approve(person, now))).toEqual({ 'input.id': 'MAKER_IS_CHECKER' });
  expect(faultsOf(await acts.sendToBank(made.payers.sender, now))).toEqual({ 'input.id': 'BATCH_STATUS' });
  const other = await acts.add(made.payers.checker, { paymentBatchId: batch.id, rows: rowsFor('5.00') });
  expect(faultsOf(other)).toEqual({ 'input.paymentBatchId': 'BATCH_STATUS' });
});

it('lets one of ten approve a batch', async () => {
  const { batch } = await draft(rowsFor('5.00'));
  const checked = await step('check', made.payers.checker, batch);
  const people = await Promise.all(
    Array.from({ length: 10 }, () => signedIn(test, 'COUNTY_DESK', places.county)),
  );
  const answers = await Promise.all(
    people.map((person) => acts.approve(person, { id: batch.id, expectedVersion: checked.version })),
  );
  expect(answers.filter(({ data }) => data?.approvePaymentBatch)).toHaveLength(1);
});

it('gives the first answer again to a key sent 16 times at once, and makes one batch', async () => {
  const input = {
    divisionCode: places.county,
    purpose: '防返贫',
    layoutId: made.layoutId,
    clientMutationId: newId(),
  };
  const answers = await Promise.all(Array.from({ length: 16 }, () => acts.create(made.payers.maker, input)));
  expect(new Set(answers.map((answer) => batchOf(answer).id)).size).toBe(1);
  const bare = await acts.create(made.payers.maker, { ...input, clientMutationId: null });
  expect(faultsOf(bare)).toEqual({ 'input.clientMutationId': 'REQUIRED_MISSING' });
});
