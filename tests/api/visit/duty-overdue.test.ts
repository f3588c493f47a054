import { beforeAll, expect, it } from 'vitest';
import { exportSteps } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { setRule } from '#tests/factories/register/duties.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { run, download } = exportSteps(test);
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  // Sixty days before the end of the quarter: already past on 10 November.
  await setRule(test, 'MARGINAL', { deadlineDays: 60 });
  const cadre = await makeCadre(test);
  const wanted = [
    ['甲一', 'UNSTABLE', places.village, false],
    ['乙二', 'MARGINAL', places.village, false],
    ['丙三', 'MARGINAL', places.otherVillage, false],
    ['丁四', 'UNSTABLE', places.otherVillage, true],
    ['戊五', 'MARGINAL', places.sisterVillage, true],
  ] as const;
  for (const [headName, category, villageCode, isVisited] of wanted) {
    const household = await makeHousehold(test, { headName, category, villageCode });
    const pairing = await makePairing(test, { household, cadre, villageCode });
    if (isVisited) await makeVisit(test, { household, pairing, cadre, visitedOn: '2026-10-20', villageCode });
  }
});

interface Duties {
  visitDuties: { totalCount: number; nodes: { isOverdue: boolean; household: { headName: string } }[] };
}
const list = async (filter: object, direction: 'ASC' | 'DESC' = 'DESC') => {
  const answer = await test.send<Duties>(
    `query ($filter: VisitDutyFilter, $orderBy: [VisitDutyOrder!]) { visitDuties(filter: $filter, orderBy: $orderBy)
      { totalCount nodes { isOverdue household { headName } } } }`,
    { filter: { period: '2026-Q4', ...filter }, orderBy: [{ field: 'OVERDUE', direction }] },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.visitDuties;
};
const heads = (duties: Duties['visitDuties'] | undefined) =>
  duties?.nodes.map(({ household }) => household.headName).sort();

it('sorts overdue duties first or last, and filters by them', async () => {
  const overdue = (duties: Duties['visitDuties'] | undefined) =>
    duties?.nodes.map(({ isOverdue }) => isOverdue);
  expect(overdue(await list({}))).toEqual([true, true, false, false, false]);
  expect(overdue(await list({}, 'ASC'))).toEqual([false, false, false, true, true]);
  expect(heads(await list({ overdue: true }))).toEqual(['丙三', '乙二']);
  expect(heads(await list({ overdue: false, status: ['DUE'] }))).toEqual(['甲一']);
});

it('exports overdue duties as overdue, and only those on request', async () => {
  const filter = { visitDuties: { period: '2026-Q4', overdue: true } };
  const job = await run(desk, { type: 'VisitDuty', filter });
  expect(job.fields).toContain('isOverdue');
  const rows = (await download(desk, job.id)).body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ isOverdue }) => isOverdue)).toEqual([true, true]);
});

interface Counts {
  duties: number;
  done: number;
  due: number;
  overdue: number;
  missed: number;
  excused: number;
  upcoming: number;
}
interface Board {
  quarterBoard: { totals: Counts; townships: Counts[]; villages: Counts[]; cadres: Counts[] };
}

it('counts every duty once on the board, and parts add up to the whole', async () => {
  const numbers = 'duties done due overdue missed excused upcoming';
  const answer = await test.send<Board>(
    `{ quarterBoard(period: "2026-Q4", divisionCode: "${places.county}") { totals { ${numbers} }
      townships: rows(by: TOWNSHIP, first: 100) { ${numbers} } villages: rows(by: VILLAGE, first: 100) { ${numbers} }
      cadres: rows(by: CADRE, first: 100) { ${numbers} } } }`,
    {},
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  const { totals, ...levels } = answer.data?.quarterBoard ?? { totals: undefined };
  expect(totals).toMatchObject({ duties: 5, done: 2, due: 3, overdue: 2 });
  for (const rows of Object.values(levels)) {
    const sums = Object.fromEntries(
      Object.keys(totals ?? {}).map((name) => [
        name,
        rows.reduce((sum, row) => sum + row[name as keyof Counts], 0),
      ]),
    );
    expect(sums).toEqual(totals);
    for (const { duties, done, due, missed, excused, upcoming } of rows)
      expect(done + due + missed + excused + upcoming).toBe(duties);
  }
});
