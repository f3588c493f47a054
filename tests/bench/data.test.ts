import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quarterOfDay } from '#platform/core/period.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';
import { readParts } from './data/constraints.ts';
import { type Filled, fill } from './data/fill.ts';
import { largestCounty, planCounties } from './data/plan.ts';
import { sessionOf, villageViewer } from './data/rows/users.ts';
import { tableNames } from './data/tables.ts';
import { findInputs, type Input } from './operations/inputs.ts';
import { readOperations } from './operations/reads.ts';
import { requestsBy, viewers } from './operations/workloads.ts';

const today = '2026-11-10';
const bench = testApp();
const dataDir = mkdtempSync(path.join(tmpdir(), 'bangfu-bench-test-'));
const state: { sql?: Sql; filled?: Filled; inputs: Input[]; shapeBefore: unknown } = {
  inputs: [],
  shapeBefore: null,
};

function database(): Sql {
  if (!state.sql) throw new Error('not open yet');
  return state.sql;
}
const shape = async () => (await readParts(database(), tableNames)).restore;

beforeAll(async () => {
  state.sql = postgres(bench.ownerUrl, { max: 20, onnotice: () => {} });
  state.shapeBefore = await shape();
  const options = { seed: 'test', households: 400, today, masterKey, dataDir, say: () => {} };
  state.filled = await fill(bench.url, state.sql, options);
  state.inputs = await findInputs(state.sql, masterKey);
}, 120_000);
afterAll(async () => {
  await state.sql?.end();
  rmSync(dataDir, { recursive: true, force: true });
});

async function sendQuery<T>(document: string, variables: object, viewer = 'administrator'): Promise<T> {
  const answer = await bench.send<T & Record<string, unknown>>(document, variables, sessionOf(viewer));
  expect(answer.errors).toBeUndefined();
  if (!answer.data) throw new Error('no data');
  return answer.data;
}

async function rowsWhere(query: Promise<readonly { count: string }[]>): Promise<number> {
  const [row] = await query;
  return Number(row?.count);
}

describe('the generated data', () => {
  test('is spread over counties as requested, the largest with thirty thousand households', async () => {
    const plans = await planCounties('bangfu', 200_000);
    expect(plans.reduce((sum, { households }) => sum + households, 0)).toBe(200_000);
    expect(plans[0]?.households).toBe(largestCounty);
    const sizes = plans.flatMap(({ villages }) => villages.slice(0, -1).map(({ households }) => households));
    expect(sizes.filter((size) => size < 40 || size > 150)).toEqual([]);
    expect(await planCounties('bangfu', 200_000)).toEqual(plans);
  });

  test('has every key and index of the migrations, with every foreign key validated', async () => {
    expect(await shape()).toEqual(state.shapeBefore);
    const sql = database();
    expect(
      await rowsWhere(sql`select count(*) from pg_constraint where contype = 'f' and not convalidated`),
    ).toBe(0);
  });

  test('has every visit within its pairing, and never two main helpers of a household on one day', async () => {
    const sql = database();
    expect(state.filled?.rows.visit).toBeGreaterThan(1_000);
    expect(
      await rowsWhere(sql`select count(*) from visit join pairing on pairing.id = visit.pairing_id
        and pairing.county_code = visit.county_code
        where pairing.household_id <> visit.household_id or pairing.cadre_id <> visit.cadre_id
          or visited_on < started_on or visited_on > coalesce(ended_on, ${today}::date)`),
    ).toBe(0);
    expect(
      await rowsWhere(sql`select count(*) from pairing one join pairing other
        on other.county_code = one.county_code and other.household_id = one.household_id and other.id > one.id
        where daterange(one.started_on, one.ended_on, '[]') && daterange(other.started_on, other.ended_on, '[]')`),
    ).toBe(0);
  });

  test('has one head for each household, whose name the household shows', async () => {
    const sql = database();
    expect(
      await rowsWhere(sql`select count(*) from household left join member on member.household_id = household.id
        and relation = 'HEAD'
        where (name, pinyin, resident_id_masked) is distinct from (head_name, head_pinyin, head_id_masked)`),
    ).toBe(0);
  });
});

describe('the reads of the bench', () => {
  test.each(
    readOperations(today).flatMap((operation) =>
      viewers.map((viewer) => [operation.name, viewer, operation] as const),
    ),
  )('%s returns data to the %s', async (_, viewer, operation) => {
    const requests = requestsBy(operation, viewer, state.inputs);
    expect(requests.inputs.length).toBeGreaterThan(0);
    for (const input of requests.inputs) {
      const name = viewer === 'village' ? villageViewer(input) : 'administrator';
      const answer = JSON.stringify(await sendQuery(operation.document, requests.variables(input), name));
      expect(answer).toMatch(/"(headName|dueOn|households)":[^n\]]/);
    }
  });

  test('show a village cadre their own village only', async () => {
    const [one, other] = state.inputs;
    if (!one || !other) throw new Error('two villages at least');
    const document =
      'query ($d: String) { households(filter: { divisionCode: $d }, first: 1) { totalCount } }';
    const count = async (d: string) =>
      (await sendQuery<{ households: { totalCount: number } }>(document, { d }, villageViewer(one)))
        .households.totalCount;
    expect(await count(one.village)).toBeGreaterThan(0);
    expect(await count(other.village)).toBe(0);
  });

  test('find a household by whole identity number and by initials', async () => {
    const document =
      'query ($text: String!, $d: String) { households(filter: { search: $text, divisionCode: $d }, first: 100) { nodes { id } } }';
    for (const { county, village: d, householdId, residentId, initials } of state.inputs) {
      for (const text of [residentId, initials]) {
        const found = await sendQuery<{ households: { nodes: { id: string }[] } }>(document, { text, d });
        expect(found.households.nodes.map(({ id }) => id)).toContain(`Household:${county}:${householdId}`);
      }
    }
  });

  test('agree on board and lists, and show twenty households for each cadre with a full load', async () => {
    const period = quarterOfDay(today);
    const [input] = state.inputs;
    const division = input?.county;
    const board = await sendQuery<{ quarterBoard: { totals: Record<string, number> } }>(
      'query ($period: Period!, $division: String) { quarterBoard(period: $period, divisionCode: $division) { totals { duties done due missed excused } } }',
      { period, division },
    );
    const counted = async (status: string[] | undefined) => {
      const filter = { period, divisionCode: division, status };
      const document =
        'query ($filter: VisitDutyFilter) { visitDuties(filter: $filter, first: 1) { totalCount } }';
      return (await sendQuery<{ visitDuties: { totalCount: number } }>(document, { filter })).visitDuties
        .totalCount;
    };
    expect(board.quarterBoard.totals).toEqual({
      duties: await counted(undefined),
      done: await counted(['DONE', 'LATE_DONE']),
      due: await counted(['DUE']),
      missed: await counted(['MISSED']),
      excused: await counted(['EXCUSED']),
    });
    const document =
      'query ($cadre: ID!) { pairings(filter: { cadre: $cadre, running: true }, first: 1) { totalCount } }';
    const cadre = `Cadre:${input?.county}:${input?.cadreId}`;
    const load = await sendQuery<{ pairings: { totalCount: number } }>(document, { cadre });
    expect(load.pairings.totalCount).toBe(20);
  });
});
