import { beforeAll, expect, it } from 'vitest';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { setRule } from '#tests/factories/register/duties.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly period: string }[];
}

const test = testApp();
const plain = plainApp(test);
let session = '';

/** One household is visited each quarter, the other each month. */
beforeAll(async () => {
  test.clock.set('2026-09-20T04:00:00Z');
  await makeDivisions(test);
  await setRule(test, 'SUDDEN', { frequency: 'MONTH' });
  const cadre = await makeCadre(test);
  for (const category of ['MARGINAL', 'SUDDEN'] as const)
    await makePairing(test, { household: await makeHousehold(test, { category }), cadre });
  session = (await signedIn(test, 'COUNTY_DESK', places.county)).session;
});

const document = `query ($where: VisitDutyWhere) {
  visitDuties(first: 20, filter: { period: "2026-Q3" }, where: $where) { totalCount nodes { period } } }`;

it.each([
  [{}, ['2026-07', '2026-08', '2026-09', '2026-Q3']],
  [{ from: '2026-Q3' }, ['2026-07', '2026-08', '2026-09', '2026-Q3']],
  [{ from: '2026-07', to: '2026-09' }, ['2026-07', '2026-08', '2026-09', '2026-Q3']],
  [{ to: '2026-Q3' }, ['2026-07', '2026-08', '2026-09', '2026-Q3']],
  [{ from: '2026-08' }, ['2026-08', '2026-09']],
  [{ to: '2026-08' }, ['2026-07', '2026-08']],
  [{ from: '2026-08', to: '2026-08' }, ['2026-08']],
  [{ from: '2026-Q4' }, []],
  [{ to: '2026-Q2' }, []],
])('keeps the periods within %j, in both ways of reading', async (period, kept) => {
  const before = test.app.reads.statement;
  const variables = { where: { period } };
  const [one, other] = await Promise.all([test, plain].map(({ send }) => send(document, variables, session)));
  expect([one?.data, one?.errors]).toEqual([other?.data, other?.errors]);
  expect(test.app.reads.statement).toBe(before + 1);
  const list = one?.data?.visitDuties as Page | undefined;
  expect(list?.nodes.map((duty) => duty.period).sort()).toEqual(kept);
  expect(list?.totalCount).toBe(kept.length);
});
