import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { type MadeFund, makeContribution, makeFund, makeReduction } from '#tests/factories/money/funds.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
let accountant = '';
let fund: MadeFund;

beforeAll(async () => {
  await makeDivisions(test);
  accountant = (await signedIn(test, 'FUND_ACCOUNTANT', places.county)).session;
  fund = await makeFund(test);
});

const reversal = `mutation ($input: ReverseTransferInput!) {
  reverseTransfer(input: $input) { transfer { kind amount reverses { id } entries { amount balance account { kind } } } }
}`;
const reverse = (transferId: string, more: object = {}, session = accountant) =>
  test.send(
    reversal,
    {
      input: {
        ...{ clientMutationId: newId(), transferId, effectiveOn: '2026-11-10', reason: '重复登记' },
        ...more,
      },
    },
    session,
  );

const figures = async (id: string) => {
  const { data } = await test.send<{ fund: Record<string, string> }>(
    `query ($id: ID!) { fund(id: $id) { received unallocated allocated disbursed paid frozen } }`,
    { id },
    accountant,
  );
  return data?.fund;
};

it('opens a fund once a year under its name, and edits what was read', async () => {
  const input = { countyCode: places.county, kind: 'RELIEF', name: ' 防贫救助资金 ', fiscalYear: 2026 };
  const create = `mutation ($input: CreateFundInput!) { createFund(input: $input) { fund { id name version received } } }`;
  const made = await test.send<{ createFund: { fund: { id: string } } }>(create, { input }, accountant);
  expect(made.data?.createFund.fund).toMatchObject({ name: '防贫救助资金', version: 1, received: '0.00' });
  const again = await test.send(create, { input }, accountant);
  expect(faultsOf(again)).toEqual({ 'input.name': 'ALREADY_EXISTS' });
  const update = `mutation ($input: UpdateFundInput!) { updateFund(input: $input) { fund { purpose } } }`;
  const changes = { id: made.data?.createFund.fund.id, expectedVersion: 1, purpose: '只用于医疗救助' };
  expect((await test.send(update, { input: changes }, accountant)).data).toEqual({
    updateFund: { fund: { purpose: '只用于医疗救助' } },
  });
  expect((await test.send(update, { input: changes }, accountant)).errors?.[0]?.extensions.code).toBe(
    'CONFLICT',
  );
});

it('reverses a transfer once, at a day of its own, and leaves the original as it was', async () => {
  const own = await makeFund(test);
  const { globalId } = await makeContribution(test, own, 100_050n);
  expect(await figures(own.globalId)).toMatchObject({ received: '1000.50', unallocated: '1000.50' });
  const { data } = await reverse(globalId);
  expect(data?.reverseTransfer).toEqual({
    transfer: {
      kind: 'REVERSAL',
      amount: '1000.50',
      reverses: { id: globalId },
      entries: [
        { amount: '-1000.50', balance: '0.00', account: { kind: 'LINE' } },
        { amount: '1000.50', balance: '0.00', account: { kind: 'SOURCE' } },
      ],
    },
  });
  expect(await figures(own.globalId)).toMatchObject({ received: '0.00', unallocated: '0.00' });
  expect(faultsOf(await reverse(globalId))).toEqual({ 'input.transferId': 'ALREADY_REVERSED' });
  await makeContribution(test, own, 100_050n);
});

it('refuses a day before the transfer, in the future, and without an id of the mutation', async () => {
  const { globalId } = await makeContribution(test, fund, 100n);
  expect(faultsOf(await reverse(globalId, { effectiveOn: '2026-01-09' }))).toEqual({
    'input.effectiveOn': 'END_BEFORE_START',
  });
  expect(faultsOf(await reverse(globalId, { effectiveOn: '2026-11-11' }))).toEqual({
    'input.effectiveOn': 'DATE_IN_FUTURE',
  });
  expect(faultsOf(await reverse(globalId, { clientMutationId: null }))).toEqual({
    'input.clientMutationId': 'REQUIRED_MISSING',
  });
});

it('of ten who reverse a transfer at once one succeeds, whoever else has money in the same account', async () => {
  const own = await makeFund(test);
  const made = await Promise.all(Array.from({ length: 20 }, () => makeContribution(test, own, 700n)));
  const answers = await Promise.all(
    made.flatMap(({ globalId }) => Array.from({ length: 10 }, () => reverse(globalId))),
  );
  expect(answers.filter(({ data }) => data?.reverseTransfer)).toHaveLength(20);
  const [counted] =
    await test.owner.db.execute(sql`select count(*)::int as reversals, count(distinct reverses_id)::int as originals
    from fund_transfer where kind = 'REVERSAL' and id in (select transfer_id from fund_entry where fund_id = ${own.id})`);
  expect(counted).toEqual({ reversals: 20, originals: 20 });
  expect(await figures(own.globalId)).toMatchObject({ received: '0.00', unallocated: '0.00' });
});

it('takes back what a line brought as far as it is there, and no fen more', async () => {
  const own = await makeFund(test);
  const { lineId } = await makeContribution(test, own, 1_000n);
  await makeReduction(test, own, lineId, 400n);
  await expect(makeReduction(test, own, lineId, 601n)).rejects.toMatchObject({ code: 'FUND_INSUFFICIENT' });
  expect(await figures(own.globalId)).toMatchObject({ received: '6.00', unallocated: '6.00' });
});

it('refuses what is older than the fiscal year', async () => {
  const own = await makeFund(test);
  await expect(makeContribution(test, own, 1n, '2025-12-31')).rejects.toMatchObject({
    code: 'OUTSIDE_FISCAL_YEAR',
  });
});

it('hides the funds of a county from its townships and from other counties', async () => {
  for (const [role, place] of [
    ['TOWNSHIP_REVIEWER', places.township],
    ['FUND_ACCOUNTANT', places.otherCounty],
    ['COUNTY_DESK', places.otherCounty],
  ] as const) {
    const { session } = await signedIn(test, role, place);
    const answer = await test.send<{ fund: unknown }>(
      `query ($id: ID!) { fund(id: $id) { name } }`,
      { id: fund.globalId },
      session,
    );
    expect(answer.data?.fund ?? null).toBeNull();
  }
});
