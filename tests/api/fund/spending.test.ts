import { beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '#modules/fund/ledger/verify.service.ts';
import { newId } from '#platform/core/ids.ts';
import { type MadeFund, makeFund, makeFundLine } from '#tests/factories/money/funds.ts';
import { makeAllocation, moneyPeople, sendMoney } from '#tests/factories/money/spending.ts';
import { grantRole } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
let people: Awaited<ReturnType<typeof moneyPeople>>;

beforeAll(async () => {
  await makeDivisions(test);
  people = await moneyPeople(test);
});

const figures = async (fund: MadeFund) => {
  const document = `query ($id: ID!) { fund(id: $id) { received unallocated allocated frozen disbursed paid } }`;
  const answer = await test.send<{ fund: object }>(document, { id: fund.globalId }, people.desk.session);
  return answer.data?.fund;
};
const ledgerFaults = async () =>
  (await verifyLedger(test.app.systemContext(), null)).flatMap(({ faults }) => faults);

/** A fund with one line of 5,000 yuan, allocated to one thing. */
async function allocated(amount = '5000.00') {
  const fund = await makeFund(test);
  const line = await makeFundLine(test, fund, 500_000n);
  const allocationId = await makeAllocation(test, line.globalId, amount, people);
  return { fund, line, allocationId };
}
const promised = async (allocationId: string, amount: string, session = people.keeper.session) =>
  sendMoney(test, 'commitFunds', { allocationId, payee: '魏县某建筑公司', amount }, session);
const day = { effectiveOn: '2026-03-01' };

describe('an allocation', () => {
  const propose = async (lineId: string, more: object = {}) => {
    const input = { lineId, target: 'PROGRAMME', title: '医疗救助', amount: '100.00', ...more };
    const { data, errors } = await sendMoney(test, 'proposeAllocation', input, people.keeper.session);
    return { made: data?.proposeAllocation?.allocation, faults: faultsOf({ errors }) };
  };
  const decide = (made: { id: string; version: number } | undefined, session: string) =>
    sendMoney(
      test,
      'decideAllocation',
      { id: made?.id, expectedVersion: made?.version, approved: true },
      session,
    );

  it('is never decided by who proposed it, whatever roles they hold', async () => {
    const line = await makeFundLine(test, await makeFund(test), 100_000n);
    await grantRole(test, people.keeper.userId, 'COUNTY_DESK', places.county);
    const { made } = await propose(line.globalId);
    expect(faultsOf(await decide(made, people.keeper.session))).toEqual({ 'input.id': 'MAKER_IS_CHECKER' });
    expect((await decide(made, people.desk.session)).data?.decideAllocation?.allocation?.status).toBe(
      'APPROVED',
    );
  });

  it('of ten who decide at once one does', async () => {
    const fund = await makeFund(test);
    const line = await makeFundLine(test, fund, 100_000n);
    const { made } = await propose(line.globalId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(made, people.desk.session)));
    expect(answers.filter(({ data }) => data?.decideAllocation)).toHaveLength(1);
    expect(await figures(fund)).toMatchObject({ allocated: '100.00', unallocated: '900.00' });
  });

  it('takes no more than the line has, under fifty approvals at once', async () => {
    const fund = await makeFund(test);
    const line = await makeFundLine(test, fund, 205_000n);
    const proposed = await Promise.all(Array.from({ length: 50 }, () => propose(line.globalId)));
    const answers = await Promise.all(proposed.map(({ made }) => decide(made, people.desk.session)));
    expect(answers.filter(({ data }) => data?.decideAllocation)).toHaveLength(20);
    const refused = answers.filter(({ data }) => !data);
    expect(new Set(refused.map((answer) => faultsOf(answer)['input.id']))).toEqual(
      new Set(['FUND_INSUFFICIENT']),
    );
    expect(await figures(fund)).toMatchObject({
      received: '2050.00',
      allocated: '2000.00',
      unallocated: '50.00',
    });
  });

  it.each([
    [{ target: 'UNIT' }, { 'input.organizationId': 'REQUIRED_MISSING' }],
    [{ divisionCode: places.township }, { 'input.divisionCode': 'TARGET_OF_OTHER_KIND' }],
    [{ target: 'TOWNSHIP', divisionCode: '999999999' }, { 'input.divisionCode': 'DIVISION_UNKNOWN' }],
    [
      { target: 'TOWNSHIP', divisionCode: `${places.county}999` },
      { 'input.divisionCode': 'DIVISION_UNKNOWN' },
    ],
    [
      { target: 'PROJECT', projectId: `Project:${places.county}:${newId()}` },
      { 'input.projectId': 'NOT_FOUND' },
    ],
    [
      { target: 'UNIT', organizationId: `Organization:${places.county}:${newId()}` },
      { 'input.organizationId': 'NOT_FOUND' },
    ],
    [{ amount: '0.00' }, { 'input.amount': 'OUT_OF_RANGE' }],
    [{ amount: '-5.00' }, { 'input.amount': 'OUT_OF_RANGE' }],
    [{ amount: '1.005' }, { 'input.amount': 'MONEY_INVALID' }],
    [{ amount: '１００' }, { 'input.amount': 'MONEY_INVALID' }],
    [{ amount: '1e9' }, { 'input.amount': 'MONEY_INVALID' }],
    [{ title: ' ' }, { 'input.title': 'REQUIRED_MISSING' }],
  ])('refuses %j at its field', async (more, faults) => {
    const line = await makeFundLine(test, await makeFund(test), 100_000n);
    expect((await propose(line.globalId, more)).faults).toEqual(faults);
  });
});

describe('a commitment', () => {
  it('freezes: of six times a thousand out of five thousand the sixth is refused', async () => {
    const { fund, allocationId } = await allocated();
    const answers = await Promise.all(Array.from({ length: 6 }, () => promised(allocationId, '1000.00')));
    expect(answers.filter(({ data }) => data?.commitFunds)).toHaveLength(5);
    expect(await figures(fund)).toMatchObject({ frozen: '5000.00', paid: '0.00' });
    const [made] = answers.flatMap(({ data }) => data?.commitFunds?.commitment ?? []);
    const release = { id: made?.id, expectedVersion: made?.version, reason: '合同取消' };
    await sendMoney(test, 'releaseCommitment', release, people.keeper.session);
    expect(await figures(fund)).toMatchObject({ frozen: '4000.00' });
    expect((await promised(allocationId, '1000.00')).data?.commitFunds?.commitment?.status).toBe('OPEN');
  });

  it('is paid by another person than who made it, and never beyond what is left of it', async () => {
    const { fund, allocationId } = await allocated();
    const commitmentId = (await promised(allocationId, '1000.00')).data?.commitFunds?.commitment?.id;
    const pay = (amount: string, session = people.payer.session) =>
      sendMoney(test, 'payCommitment', { commitmentId, amount, ...day }, session);
    expect(faultsOf(await pay('1.00', people.keeper.session))).toEqual({
      'input.commitmentId': 'MAKER_IS_CHECKER',
    });
    expect(faultsOf(await pay('1000.01'))).toEqual({ 'input.amount': 'COMMITMENT_EXCEEDED' });
    expect((await pay('400.00')).data?.payCommitment?.commitment).toMatchObject({
      left: '600.00',
      status: 'OPEN',
    });
    expect(await figures(fund)).toMatchObject({ frozen: '600.00', disbursed: '400.00', paid: '400.00' });
    expect((await pay('600.00')).data?.payCommitment?.commitment).toMatchObject({
      left: '0.00',
      status: 'CLOSED',
    });
    expect(faultsOf(await pay('0.01'))).toEqual({ 'input.commitmentId': 'COMMITMENT_CLOSED' });
  });

  it('goes on when a payment of it is reversed', async () => {
    const { fund, allocationId } = await allocated();
    const commitmentId = (await promised(allocationId, '1000.00')).data?.commitFunds?.commitment?.id;
    const paid = await sendMoney(
      test,
      'payCommitment',
      { commitmentId, amount: '1000.00', ...day },
      people.payer.session,
    );
    const transferId = paid.data?.payCommitment?.transfer?.id;
    const reversal = { transferId, effectiveOn: '2026-03-02', reason: '付错' };
    expect((await sendMoney(test, 'reverseTransfer', reversal, people.keeper.session)).data).not.toBeNull();
    expect(await figures(fund)).toMatchObject({ frozen: '1000.00', paid: '0.00', allocated: '5000.00' });
    const again = await sendMoney(
      test,
      'payCommitment',
      { commitmentId, amount: '1000.00', ...day },
      people.payer.session,
    );
    expect(again.data?.payCommitment?.commitment).toMatchObject({ status: 'CLOSED' });
  });
});

it('keeps what a unit holds or retains apart from what is spent', async () => {
  const { fund, allocationId } = await allocated();
  const commitmentId = (await promised(allocationId, '4000.00')).data?.commitFunds?.commitment?.id;
  const move = async (
    verb: Parameters<typeof sendMoney>[1],
    amount: string,
    more: object = { allocationId },
  ) =>
    expect(
      (await sendMoney(test, verb, { amount, ...day, ...more }, people.payer.session)).errors,
    ).toBeUndefined();
  await move('disburseFunds', '4000.00', { commitmentId });
  expect(await figures(fund)).toMatchObject({ disbursed: '4000.00', paid: '0.00', frozen: '0.00' });
  await move('retainAtUnit', '300.00');
  await move('payFromUnit', '3000.00');
  expect(await figures(fund)).toMatchObject({ disbursed: '4000.00', paid: '3000.00' });
  await move('payRetained', '200.00');
  await move('returnPayment', '50.00');
  await move('returnFromUnit', '700.00');
  expect(await figures(fund)).toMatchObject({ disbursed: '3250.00', paid: '3150.00', allocated: '5000.00' });
  await move('recoverAllocated', '1750.00');
  expect(await figures(fund)).toMatchObject({
    received: '3250.00',
    allocated: '3250.00',
    unallocated: '0.00',
  });
  const beyond = { allocationId, amount: '100.01', ...day };
  expect(faultsOf(await sendMoney(test, 'payRetained', beyond, people.payer.session))).toEqual({
    'input.amount': 'FUND_INSUFFICIENT',
  });
});

it('pays once under a key that is sent sixty-four times at once, and refuses the key with another input', async () => {
  const { fund, allocationId } = await allocated();
  const commitmentId = (await promised(allocationId, '1000.00')).data?.commitFunds?.commitment?.id;
  const input = { clientMutationId: newId(), commitmentId, amount: '10.00', ...day };
  const send = (more: object = {}) =>
    sendMoney(test, 'payCommitment', { ...input, ...more }, people.payer.session);
  const answers = await Promise.all(Array.from({ length: 64 }, () => send()));
  expect(new Set(answers.map(({ data }) => data?.payCommitment?.transfer?.id)).size).toBe(1);
  test.clock.set('2026-11-11T04:00:00Z');
  expect((await send()).data?.payCommitment?.transfer?.id).toBe(
    answers[0]?.data?.payCommitment?.transfer?.id,
  );
  expect(faultsOf(await send({ amount: '11.00' }))).toEqual({
    'input.clientMutationId': 'IDEMPOTENCY_MISMATCH',
  });
  expect(await figures(fund)).toMatchObject({ paid: '10.00' });
});

it('takes nothing for a day of closed books until a second person opens them again', async () => {
  const { allocationId } = await allocated();
  const commitmentId = (await promised(allocationId, '1000.00')).data?.commitFunds?.commitment?.id;
  const pay = (effectiveOn: string) =>
    sendMoney(test, 'payCommitment', { commitmentId, amount: '1.00', effectiveOn }, people.payer.session);
  const close = (through: string) =>
    sendMoney(test, 'closeBooks', { countyCode: places.county, through }, people.payer.session);
  expect(faultsOf(await close('2026-03-30'))).toEqual({ 'input.through': 'NOT_MONTH_END' });
  expect(faultsOf(await close('2026-11-30'))).toEqual({ 'input.through': 'DATE_IN_FUTURE' });
  expect((await close('2026-03-31')).data?.closeBooks?.book).toMatchObject({ closedThrough: '2026-03-31' });
  expect(faultsOf(await pay('2026-03-31'))).toEqual({ 'input.effectiveOn': 'PERIOD_CLOSED' });
  expect((await pay('2026-04-01')).data).not.toBeNull();
  const input = { countyCode: places.county, through: '2026-02-28', reason: '补记一笔' };
  const asked = await sendMoney(test, 'requestReopening', input, people.keeper.session);
  const { request, book } = asked.data?.requestReopening ?? {};
  expect(faultsOf(await pay('2026-03-31'))).toEqual({ 'input.effectiveOn': 'PERIOD_CLOSED' });
  const further = { ...input, through: '2026-01-31' };
  const other = await sendMoney(test, 'requestReopening', further, people.keeper.session);
  const again = await sendMoney(test, 'requestReopening', input, people.keeper.session);
  const decision = { requestId: request?.id, expectedVersion: book?.version, approved: true };
  expect(faultsOf(await sendMoney(test, 'decideReopening', decision, people.keeper.session))).toEqual({
    'input.requestId': 'MAKER_IS_CHECKER',
  });
  const opened = await sendMoney(test, 'decideReopening', decision, people.desk.session);
  expect(opened.data?.decideReopening?.book).toMatchObject({ closedThrough: '2026-02-28' });
  expect((await pay('2026-03-31')).data).not.toBeNull();
  // Of two more requests the one that opens less comes too late: its answer would close what the other opened.
  const answer = (asking: typeof asked, expectedVersion: number | undefined) => {
    const requestId = asking.data?.requestReopening?.request?.id;
    return sendMoney(
      test,
      'decideReopening',
      { requestId, expectedVersion, approved: true },
      people.desk.session,
    );
  };
  const more = await answer(other, opened.data?.decideReopening?.book?.version);
  expect(more.data?.decideReopening?.book).toMatchObject({ closedThrough: '2026-01-31' });
  expect(faultsOf(await answer(again, more.data?.decideReopening?.book?.version))).toEqual({
    'input.requestId': 'PERIOD_OPEN',
  });
});

it('leaves books that agree', async () => {
  expect(await ledgerFaults()).toEqual([]);
});
