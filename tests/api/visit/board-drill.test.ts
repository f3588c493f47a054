import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { setRule } from '#tests/factories/register/duties.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';
import type { BoardCounts } from '../../../admin/src/resources/board/board.graphql.ts';
import { countOf } from '../../../admin/src/resources/board/numbers/columns.ts';
import {
  type BoardFilter,
  type BoardNumber,
  type Drill,
  drillOf,
} from '../../../admin/src/resources/board/numbers/drill.ts';

const test = testApp();
const NUMBERS: readonly BoardNumber[] = [
  ...(['households', 'duties', 'done', 'lateDone', 'dueInTime', 'overdue'] as const),
  ...(['missed', 'excused', 'upcoming', 'problemsOpen', 'missingHelper'] as const),
];
const LISTS: Readonly<Record<Drill['resource'], string>> = {
  households:
    'query ($filter: HouseholdFilter) { list: households(filter: $filter, first: 1) { totalCount } }',
  duties: 'query ($filter: VisitDutyFilter) { list: visitDuties(filter: $filter, first: 1) { totalCount } }',
  problems: 'query ($filter: ProblemFilter) { list: problems(filter: $filter, first: 1) { totalCount } }',
};
let desk: Person;
let reviewer: Person;

type Counts = BoardCounts;

async function boardOf(viewer: Person, period: string, divisionCode: string | null, by: string) {
  const counts = NUMBERS.map((number) => (number === 'dueInTime' ? 'due' : number)).join(' ');
  const answer = await test.send<{
    quarterBoard: { totals: Counts; rows: (Counts & { filter: BoardFilter })[] };
  }>(
    `query ($period: Period!, $in: String, $by: BoardBy!) { quarterBoard(period: $period, divisionCode: $in) {
      totals { ${counts} } rows(by: $by) { ${counts} filter { period divisionCode cadre } } } }`,
    { period, in: divisionCode, by },
    viewer.session,
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.quarterBoard;
}

async function lengthOf({ resource, filter }: Drill, viewer: Person) {
  const answer = await test.send<{ list: { totalCount: number } }>(
    LISTS[resource],
    { filter },
    viewer.session,
  );
  return answer.data?.list.totalCount ?? JSON.stringify(answer.errors);
}

const countsOf = (row: Counts) => Object.fromEntries(NUMBERS.map((number) => [number, countOf(row, number)]));

async function lengthsOf(filter: BoardFilter, viewer: Person) {
  const entries: [BoardNumber, number | string][] = [];
  for (const number of NUMBERS) entries.push([number, await lengthOf(drillOf(number, filter), viewer)]);
  return Object.fromEntries(entries);
}

const raise = (householdId: string, more: object = {}) =>
  test.send(
    'mutation ($input: RaiseProblemInput!) { raiseProblem(input: $input) { problem { id version } } }',
    { input: { householdId, kind: 'WATER', description: '停水', ...more } },
    desk.session,
  );

/** One duty of each status, in two townships, of two cadres, and a household without a helper. */
beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  await setRule(test, 'MARGINAL', { deadlineDays: 60 });
  await setRule(test, 'SUDDEN', { frequency: 'MONTH' });
  const cadre = await makeCadre(test);
  const other = await makeCadre(test);
  const paired = async (more: object = {}, by = cadre) => {
    const household = await makeHousehold(test, more);
    return { household, cadre: by, pairing: await makePairing(test, { household, cadre: by }) };
  };
  await makeVisit(test, { ...(await paired()), visitedOn: '2026-10-20' });
  const late = await paired({ category: 'MARGINAL' }, other);
  await makeVisit(test, { ...late, visitedOn: '2026-11-05' });
  await paired({ category: 'MARGINAL' });
  await paired({ category: 'SUDDEN' }, other);
  const excused = await paired({}, other);
  await test.send(
    'mutation ($input: ExcuseDutyInput!) { excuseDuty(input: $input) { excuse { id } } }',
    { input: { householdId: excused.household.globalId, period: '2026-Q4', reason: 'LEAVE' } },
    desk.session,
  );
  await makeHousehold(test);
  const far = await makeHousehold(test, { villageCode: places.otherVillage });
  await makePairing(test, { household: far, cadre, villageCode: places.otherVillage });
  await raise(late.household.globalId);
  await raise(far.globalId);
});

it('has one duty of each status to count', async () => {
  const { totals } = await boardOf(desk, '2026-Q4', places.county, 'TOWNSHIP');
  const none = NUMBERS.filter((number) => countOf(totals, number) === 0);
  expect(none).toEqual([]);
});

it.each([
  ['2026-Q4', places.county, 'TOWNSHIP'],
  ['2026-Q3', places.county, 'TOWNSHIP'],
  ['2026-11', places.county, 'VILLAGE'],
  ['2026-Q4', places.township, 'VILLAGE'],
  ['2026-Q4', places.county, 'CADRE'],
  ['2026-Q4', places.township, 'CADRE'],
  ['2026-Q4', null, 'COUNTY'],
])('each number of %s in %s by %s opens a list of that length', async (period, divisionCode, by) => {
  const { totals, rows } = await boardOf(desk, period, divisionCode, by);
  expect(countsOf(totals)).toEqual(await lengthsOf({ period, divisionCode, cadre: null }, desk));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(countsOf(row)).toEqual(await lengthsOf(row.filter, desk));
});

it('agrees within the reach of a township as well', async () => {
  const { totals, rows } = await boardOf(reviewer, '2026-Q4', null, 'CADRE');
  expect(countsOf(totals)).toEqual(
    await lengthsOf({ period: '2026-Q4', divisionCode: null, cadre: null }, reviewer),
  );
  for (const row of rows) expect(countsOf(row)).toEqual(await lengthsOf(row.filter, reviewer));
});
