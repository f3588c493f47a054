import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { importFile } from '#modules/imports/batch/import-file.service.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { maskPhone, maskResidentId } from '#schema/person/mask.ts';
import { samples } from '#tests/factories/lists/sheets.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const expected: {
  errors: { row: number; column: string; code: string }[];
  tolerated: { row: number; column: 'headId' | 'householdPhone' | 'startedOn'; means: string }[];
  goodRows: number;
  distinctHelpers: number;
  members: number;
  membersOfGoodHouseholds: number;
  visits: { rows: number; householdsVisited: Record<string, number> };
} = JSON.parse(readFileSync(samples.expected, 'utf8'));

const bring = (kind: ImportKind, dryRun = false) =>
  importFile(test.app.systemContext(), {
    kind,
    countyCode,
    filePath: fileURLToPath(samples[kind]),
    dryRun,
  });

async function rows(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return test.owner.db.execute(query);
}
const count = async (table: string) =>
  (await rows(sql`select count(*)::int as count from ${sql.identifier(table)}`))[0]?.count;

beforeAll(() => loadCounties(test, countyCode));

it('finds exactly the expected faults in the sample roster, in a dry run that writes nothing', async () => {
  const report = await bring('ROSTER', true);
  expect(report.errors).toEqual(expected.errors);
  expect(report).toMatchObject({ total: 3000, created: expected.goodRows, updated: 0, rejected: 36 });
  expect([await count('household'), await count('import_batch'), await count('audit_event')]).toEqual([
    0, 0, 0,
  ]);
});

it('imports the valid rows of the sample roster with their helpers, as the dry run said', async () => {
  const report = await bring('ROSTER');
  expect(report.errors).toEqual(expected.errors);
  expect(report).toMatchObject({ total: 3000, created: expected.goodRows, updated: 0, rejected: 36 });
  expect(await count('household')).toBe(expected.goodRows);
  expect(await count('pairing')).toBe(expected.goodRows);
  expect(await count('cadre')).toBe(expected.distinctHelpers);
});

it('reads unusual spellings as what they mean', async () => {
  const found = await rows(sql`
    select row_number as row, household.head_id_masked as "headId", household.phone_masked as "householdPhone",
      pairing.started_on::text as "startedOn"
    from import_row
    cross join lateral json_array_elements(written::json) as one
    join household on one ->> 'table' = 'household' and household.county_code = import_row.county_code
      and household.id = (one ->> 'id')::uuid
    join pairing on pairing.county_code = household.county_code and pairing.household_id = household.id`);
  const byRow = new Map(found.map((row) => [row.row, row]));
  const shown = { headId: maskResidentId, householdPhone: maskPhone, startedOn: (day: string) => day };
  for (const { row, column, means } of expected.tolerated) {
    expect({ row, [column]: byRow.get(row)?.[column] }).toEqual({ row, [column]: shown[column](means) });
  }
});

it('imports members of valid households and refuses the others as unknown households', async () => {
  const trial = await bring('MEMBERS', true);
  const report = await bring('MEMBERS');
  expect(report).toEqual(trial);
  const refused = expected.members - expected.membersOfGoodHouseholds;
  expect(report).toMatchObject({ total: expected.members, rejected: refused });
  // The heads exist already; their rows add what the roster did not have.
  expect(report.created).toBe(expected.membersOfGoodHouseholds - expected.goodRows);
  expect(new Set(report.errors.map(({ column, code }) => `${column} ${code}`))).toEqual(
    new Set(['headId HOUSEHOLD_UNKNOWN']),
  );
  expect(await count('member')).toBe(expected.membersOfGoodHouseholds);
});

it('imports the visits, each credited to the pairing of its day, with the problems found', async () => {
  const trial = await bring('VISITS', true);
  const report = await bring('VISITS');
  expect(report).toEqual(trial);
  expect(report).toMatchObject({ total: expected.visits.rows, created: expected.visits.rows, rejected: 0 });
  const visited = await rows(sql`
    select extract(year from visited_on) || '-Q' || extract(quarter from visited_on) as period,
      count(distinct household_id)::int as households
    from visit group by 1 order by 1`);
  expect(Object.fromEntries(visited.map(({ period, households }) => [period, households]))).toEqual(
    expected.visits.householdsVisited,
  );
  const problems = await rows(sql`select status, kind, handler, outcome, closed_on = raised_on as at_once
    from problem where description = '饮水水压不足' group by 1, 2, 3, 4, 5 order by 1, 3`);
  expect(problems).toContainEqual({
    status: 'IN_HAND',
    kind: 'WATER',
    handler: '已上报乡镇',
    outcome: null,
    at_once: null,
  });
  expect(problems).toContainEqual({
    status: 'SOLVED',
    kind: 'WATER',
    handler: null,
    outcome: '已解决',
    at_once: true,
  });
});

it('changes nothing when the same files are imported again', async () => {
  const state = () =>
    Promise.all(
      ['household', 'member', 'cadre', 'pairing', 'visit', 'problem', 'household_category'].map((table) =>
        rows(sql`select md5(string_agg(one::text, '' order by id)) from ${sql.identifier(table)} as one`),
      ),
    );
  const before = await state();
  for (const kind of ['ROSTER', 'MEMBERS', 'VISITS'] as const) {
    const report = await bring(kind);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: report.total - report.rejected });
  }
  expect(await state()).toEqual(before);
});

it('audits in the name of the command line', async () => {
  const actions = await rows(sql`select action, count(*)::int as count, min(actor_name) as actor
    from audit_event where entity = 'Household' group by action`);
  expect(actions).toEqual([{ action: 'importRoster', count: expected.goodRows, actor: 'command line' }]);
});
