import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let helper: Person;
let cadreId: string;

interface Row {
  filter: { divisionCode: string | null; cadre: string | null };
  duties: number;
}
interface Board {
  quarterBoard: { totals: Record<string, number | null>; rows: Row[]; rowCount: number };
}
const counts =
  'households duties done lateDone due overdue missed excused upcoming rateBps problemsOpen missingHelper';
const board = (variables: object, viewer = desk) =>
  test.send<Board>(
    `query ($period: Period!, $in: String, $by: BoardBy!, $first: Int! = 1000) { quarterBoard(period: $period, divisionCode: $in) {
      period asOf totals { ${counts} } rowCount(by: $by)
      rows(by: $by, first: $first) { ${counts} filter { period divisionCode cadre } division { shortName } cadre { id name } } } }`,
    { period: '2026-Q4', ...variables },
    viewer.session,
  );

/** Three households of one village and one of another: done, due, without helper, due. */
beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  helper = await signedIn(test, 'HELPER', places.county);
  const cadre = await makeCadre(test, { userId: helper.userId });
  cadreId = cadre.globalId;
  const visited = await makeHousehold(test);
  const pairing = await makePairing(test, { household: visited, cadre });
  await makeVisit(test, { household: visited, pairing, cadre, visitedOn: '2026-10-20' });
  await makePairing(test, { household: await makeHousehold(test), cadre });
  await makeHousehold(test);
  const far = await makeHousehold(test, { villageCode: places.otherVillage });
  await makePairing(test, { household: far, cadre: await makeCadre(test), villageCode: places.otherVillage });
  await test.send(
    'mutation ($input: RaiseProblemInput!) { raiseProblem(input: $input) { problem { id } } }',
    { input: { householdId: visited.globalId, kind: 'WATER', description: '停水' } },
    desk.session,
  );
});

it('shows the county, its townships, villages and cadres', async () => {
  const answer = await board({ by: 'TOWNSHIP' });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.quarterBoard).toMatchObject({
    period: '2026-Q4',
    asOf: '2026-11-10',
    totals: {
      ...{ households: 4, duties: 3, done: 1, lateDone: 0, due: 2, overdue: 0, missed: 0 },
      ...{ excused: 0, upcoming: 0, rateBps: 3333, problemsOpen: 1, missingHelper: 1 },
    },
    rowCount: 2,
    rows: [
      {
        ...{ households: 3, duties: 2, done: 1, rateBps: 5000, problemsOpen: 1, missingHelper: 1 },
        filter: { period: '2026-Q4', divisionCode: places.township, cadre: null },
        division: { shortName: '魏城镇' },
        cadre: null,
      },
      { households: 1, duties: 1, done: 0, rateBps: 0, division: { shortName: '德政镇' } },
    ],
  });
  const villages = await board({ by: 'VILLAGE' });
  expect(villages.data?.quarterBoard.rows.map(({ filter }) => filter.divisionCode)).toEqual([
    places.village,
    places.otherVillage,
  ]);
  const cadres = await board({ by: 'CADRE', in: places.township });
  expect(cadres.data?.quarterBoard.rows).toMatchObject([
    {
      ...{ households: 2, duties: 2, done: 1, problemsOpen: 1, missingHelper: 0, cadre: { id: cadreId } },
      filter: { divisionCode: places.township, cadre: cadreId },
    },
  ]);
});

it('shows each viewer the numbers of their own division and of no other', async () => {
  const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  const narrow = await board({ by: 'TOWNSHIP' }, reviewer);
  expect(narrow.data?.quarterBoard).toMatchObject({ totals: { households: 1, duties: 1 }, rowCount: 1 });
  const own = await board({ by: 'VILLAGE' }, helper);
  expect(own.data?.quarterBoard).toMatchObject({ totals: { households: 2, duties: 2, missingHelper: 0 } });
  const foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  const foreign = await board({ by: 'CADRE', in: places.county }, foreigner);
  expect(foreign.data?.quarterBoard).toMatchObject({ totals: { households: 0, duties: 0 }, rows: [] });
  const nobody = await test.send('{ quarterBoard(period: "2026-Q4") { asOf } }');
  expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('refuses invalid periods, divisions and sizes', async () => {
  const fields = async (more: object) =>
    (await board({ by: 'CADRE', ...more })).errors?.[0]?.extensions.fields ?? {};
  expect(await fields({ period: '2026-Q5' })).toMatchObject({ period: { code: 'PERIOD_INVALID' } });
  expect(await fields({ in: '1304341' })).toMatchObject({ divisionCode: { code: 'DIVISION_UNKNOWN' } });
  expect(await fields({ first: 1_001 })).toMatchObject({ first: { code: 'PAGE_TOO_LARGE' } });
  expect(await fields({ first: 0 })).toMatchObject({ first: { code: 'PAGE_SIZE_INVALID' } });
});

it("a cadre's card shows the numbers of the cadre's row", async () => {
  const row = (await board({ by: 'CADRE' })).data?.quarterBoard.rows.find(
    ({ filter }) => filter.cadre === cadreId,
  );
  const card = await test.send<{ cadre: { dutyCard: Record<string, number> } }>(
    `query ($id: ID!) { cadre(id: $id) { dutyCard(period: "2026-Q4") { ${counts} } } }`,
    { id: cadreId },
    helper.session,
  );
  expect(row).toMatchObject(card.data?.cadre.dutyCard ?? { none: true });
});
