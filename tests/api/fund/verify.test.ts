import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '#modules/fund/ledger/verify.service.ts';
import { makeContribution, makeFund } from '#tests/factories/money/funds.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let transferId = '';

beforeAll(async () => {
  await makeDivisions(test);
  const fund = await makeFund(test);
  await makeContribution(test, fund, 500n);
  ({ transferId } = await makeContribution(test, fund, 700n, '2026-03-01'));
  await makeContribution(test, await makeFund(test, { countyCode: places.otherCounty }), 900n);
});

/** The checks that find something, with the rows they name. */
const found = async (county: string | null = null) => {
  const reports = await verifyLedger(test.app.systemContext(), county);
  return Object.fromEntries(
    reports.flatMap(({ check, faults }) =>
      faults.length > 0 ? [[check, faults.map(({ row }) => row.split(' ')[0])]] : [],
    ),
  );
};

it('finds nothing in books that nobody has touched', async () => {
  expect(await found()).toEqual({});
});

const ofTransfer = (what: SQL) =>
  sql`update fund_entry set ${what} where transfer_id = ${transferId} and amount > 0`;

it.each([
  [
    'the amount of an entry',
    () => ofTransfer(sql`amount = amount + 1`),
    () => ofTransfer(sql`amount = amount - 1`),
    {
      ENTRY_CHAIN: ['fund_entry'],
      ACCOUNT_BALANCE: ['fund_account'],
      TRANSFER_SUM: ['fund_transfer'],
      DAY_SUM: ['fund_day'],
    },
  ],
  [
    'the balance that an entry left',
    () => ofTransfer(sql`balance = balance + 1`),
    () => ofTransfer(sql`balance = balance - 1`),
    { ENTRY_CHAIN: ['fund_entry'] },
  ],
  [
    'the day of an entry',
    () => ofTransfer(sql`effective_on = '2026-03-02'`),
    () => ofTransfer(sql`effective_on = '2026-03-01'`),
    { TRANSFER_SUM: ['fund_transfer'], DAY_SUM: ['fund_day', 'fund_day'] },
  ],
  [
    'the balance of an account',
    () =>
      sql`update fund_account set balance = balance + 5 where kind = 'LINE' and county_code = ${places.county}`,
    () =>
      sql`update fund_account set balance = balance - 5 where kind = 'LINE' and county_code = ${places.county}`,
    { ACCOUNT_BALANCE: ['fund_account', 'fund_account'] },
  ],
  [
    'the amount of a transfer',
    () => sql`update fund_transfer set amount = amount + 1 where id = ${transferId}`,
    () => sql`update fund_transfer set amount = amount - 1 where id = ${transferId}`,
    { TRANSFER_SUM: ['fund_transfer'] },
  ],
  [
    'the sum of a day',
    () => sql`update fund_day set amount = amount + 1 where effective_on = '2026-03-01' and amount > 0`,
    () => sql`update fund_day set amount = amount - 1 where effective_on = '2026-03-01' and amount > 0`,
    { DAY_SUM: ['fund_day'] },
  ],
])('names the row where %s was changed', async (_what, change, undo, faults) => {
  await test.owner.db.execute(change());
  expect(await found()).toEqual(faults);
  expect(await found(places.county)).toEqual(faults);
  expect(await found(places.otherCounty)).toEqual({});
  await test.owner.db.execute(undo());
  expect(await found()).toEqual({});
});
