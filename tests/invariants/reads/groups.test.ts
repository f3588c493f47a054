import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { household, householdIncome } from '#schema/household/household.table.ts';
import { yuanOf } from '#schema/scalars.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { type Answer, testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';

const test = testApp();
const plain = plainApp(test);
let session = '';

const sizes = [null, 1, 2, 5];
const largest = 9_223_372_036_854_775_807n;

beforeAll(async () => {
  await makeDivisions(test);
  for (let at = 0; at < 20; at += 1) {
    const villageCode = at % 3 === 0 ? places.otherVillage : places.village;
    const { id, countyCode } = await makeHousehold(test, {
      villageCode,
      category: at % 2 === 0 ? 'UNSTABLE' : 'ORDINARY',
    });
    await test.owner.db
      .update(household)
      .set({ size: sizes[at % sizes.length] })
      .where(eq(household.id, id));
    const line = { countyCode, householdId: id, villageCode, item: 'A1' as const };
    for (const year of [2024, 2025])
      await test.owner.db
        .insert(householdIncome)
        .values({ ...line, id: newId(), year, amount: at === 0 ? largest : BigInt(at) * 101n });
  }
  session = (await signedIn(test, 'COUNTY_DESK', places.county)).session;
});

async function bothWays<T>(document: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
  const before = test.app.reads.statement;
  const [one, other] = await Promise.all(
    [test, plain].map(({ send }) => send<T>(document, variables, session)),
  );
  expect([one?.data, one?.errors]).toEqual([other?.data, other?.errors]);
  if (!one?.errors) expect(test.app.reads.statement).toBe(before + 1);
  return one as Answer<T>;
}

interface Home {
  category: string;
  size: number | null;
  village: { code: string };
}
interface Page {
  list: {
    nodes: Home[];
    totalCount: number;
    groupCount: number;
    groups: {
      key: Partial<Home>;
      count: number;
      sum: { size: number | null };
      min: { size: number | null };
      max: { size: number | null };
    }[];
  };
}

const document = `query ($by: [HouseholdGroupKey!]!, $where: HouseholdWhere) {
  list: households(first: 100, where: $where) {
    nodes { category size village { code } } totalCount groupCount(by: $by)
    groups(by: $by) { key { category size village { code } } count sum { size } min { size } max { size } } } }`;

const keys = { CATEGORY: 'category', SIZE: 'size', VILLAGE: 'village' } as const;
type Key = keyof typeof keys;

/** Groups computed from the rows themselves. */
function expectedGroups(nodes: readonly Home[], by: readonly Key[]) {
  const groups = new Map<string, Home[]>(by.length === 0 ? [['{}', []]] : []);
  for (const node of nodes) {
    const key = JSON.stringify(Object.fromEntries(by.map((name) => [keys[name], node[keys[name]]])));
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups].map(([key, rows]) => {
    const known = rows.flatMap(({ size }) => (size === null ? [] : [size]));
    const of = (value: number) => ({ size: known.length > 0 ? value : null });
    return {
      key: { category: null, size: null, village: null, ...JSON.parse(key) },
      count: rows.length,
      sum: of(known.reduce((sum, size) => sum + size, 0)),
      min: of(Math.min(...known)),
      max: of(Math.max(...known)),
    };
  });
}

const inAnyOrder = (groups: readonly object[]) => groups.map((group) => JSON.stringify(group)).sort();

it.each<[readonly Key[], object | null]>([
  [[], null],
  [['CATEGORY'], null],
  [['SIZE'], null],
  [['VILLAGE'], { category: { eq: 'UNSTABLE' } }],
  [['VILLAGE', 'CATEGORY', 'SIZE'], { size: { isEmpty: false } }],
  [['SIZE', 'CATEGORY'], { size: { from: 2 } }],
  [[], { size: { from: 90 } }],
  [['CATEGORY'], { size: { from: 90 } }],
])('groups by %j where %j as its rows say', async (by, where) => {
  const { data, errors } = await bothWays<Page>(document, { by, where });
  expect(errors).toBeUndefined();
  const { nodes, groups, groupCount, totalCount } = data?.list ?? { nodes: [], groups: [] };
  const expected = expectedGroups(nodes, by);
  expect(inAnyOrder(groups)).toEqual(inAnyOrder(expected));
  expect(groupCount).toBe(expected.length);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
  const counts = groups.map(({ count }) => count);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

it('returns as many groups as requested, the largest first, and their total number', async () => {
  const { data } = await bothWays<Page>(
    '{ list: households { groups(by: [SIZE, CATEGORY, VILLAGE], first: 2) { count } groupCount(by: [SIZE, CATEGORY, VILLAGE]) } }',
  );
  expect(data?.list.groups).toHaveLength(2);
  expect(data?.list.groupCount).toBeGreaterThan(4);
});

it('sums amounts to the fen, beyond what a number can hold', async () => {
  interface Incomes {
    households: { nodes: { incomes: { groups: { key: { year: number }; sum: { amount: string } }[] } }[] };
  }
  const { data } = await bothWays<Incomes>(`{ households(first: 30) { nodes { incomes {
    groups(by: [YEAR]) { key { year } count sum { amount } max { amount } }
    all: groups { sum { amount } count } none: groups(by: ITEM) { key { item } } groupCount } } } }`);
  const incomes = data?.households.nodes.map(({ incomes }) => incomes) as unknown as {
    groups: object[];
    all: { sum: { amount: string } }[];
  }[];
  const sums = Array.from({ length: 20 }, (_, at) => yuanOf((at === 0 ? largest : BigInt(at) * 101n) * 2n));
  expect(incomes.map(({ all }) => all[0]?.sum.amount).sort()).toEqual(sums.sort());
  for (const { groups } of incomes) expect(groups).toHaveLength(2);
});

it.each([
  ['groups(by: [CATEGORY], first: 0) { count }', 'first', 'PAGE_SIZE_INVALID'],
  ['groups(by: [CATEGORY], first: 1001) { count }', 'first', 'PAGE_TOO_LARGE'],
  ['groupCount(by: [CATEGORY, SIZE, STATUS, CATEGORY, SIZE])', 'by', 'TOO_MANY'],
])('refuses %s', async (selection, path, code) => {
  const { errors } = await bothWays(`{ households { ${selection} } }`);
  expect(errors?.map(({ extensions }) => extensions.fields)).toMatchObject([{ [path]: { code } }]);
});

it('refuses a sum beyond whole numbers where it is asked for, and gives all else', async () => {
  const owner = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
  for (let at = 0; at < 22; at += 1)
    await makeToken(test, {
      ownerId: owner.userId,
      divisionCode: places.county,
      rights: ['visit.read'],
      pointsPerMinute: 100_000_000,
    });
  for (const { send } of [test, plain]) {
    const groups = 'groups { count max { pointsPerMinute }';
    const well = await send(`{ tokens { ${groups} } } }`, {}, owner.session);
    expect(well.errors).toBeUndefined();
    expect(well.data).toEqual({ tokens: { groups: [{ count: 22, max: { pointsPerMinute: 100_000_000 } }] } });
    const { errors } = await send(`{ tokens { ${groups} sum { pointsPerMinute } } } }`, {}, owner.session);
    const fields = { 'sum.pointsPerMinute': { code: 'OUT_OF_RANGE' } };
    expect(errors).toMatchObject([{ extensions: { fields } }]);
  }
});

it('refuses to group by a record that the viewer may not read', async () => {
  const { userId } = await signedIn(test, 'COUNTY_DESK', places.county);
  const { bearer } = await makeToken(test, {
    ownerId: userId,
    divisionCode: places.county,
    rights: ['visit.read'],
  });
  for (const { send } of [test, plain]) {
    const answer = await send(
      '{ visits { groups(by: [MODE, CADRE]) { count } groupCount(by: [CADRE]) totalCount } }',
      {},
      null,
      bearer,
    );
    expect(answer.data).toEqual({ visits: { groups: null, groupCount: null, totalCount: 0 } });
    const refusal = { code: 'FORBIDDEN', right: 'cadre.read', fields: { by: { code: 'FORBIDDEN' } } };
    expect(answer.errors).toMatchObject([{ extensions: refusal }, { extensions: refusal }]);
  }
});
