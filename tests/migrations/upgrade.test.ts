import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { verifyChains } from '#modules/audit/audit.service.ts';
import { type App, createApp } from '#server/app.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import { fill } from '#tests/bench/data/fill.ts';
import { fillFormer } from '#tests/bench/data/former.ts';
import { sessionOf, villageViewer } from '#tests/bench/data/rows/users.ts';
import { findInputs, type Input } from '#tests/bench/operations/inputs.ts';
import { readOperations } from '#tests/bench/operations/reads.ts';
import { requestsBy, viewers } from '#tests/bench/operations/workloads.ts';
import { type FormerDatabase, formerDatabase } from '#tests/factories/database/former-database.ts';
import { generousRateLimits, masterKey, sender, type TestApp, testApp } from '#tests/setup/app.ts';
import { cloneDatabase } from '#tests/setup/database.ts';

const today = '2026-11-10';
/** The first release with exports; ten migrations before the audit key. */
const former = '0013';
const now = testApp();
const dataDir = mkdtempSync(path.join(tmpdir(), 'bangfu-upgrade-'));
let database: FormerDatabase;
let [source, upgraded]: Sql[] = [];
let app: App;
let send: TestApp['send'];
let tables: string[] = [];
let inputs: Input[] = [];
/** Figures of the former release's database, before the upgrade. */
let before: { longMasks: number; households: number };

const open = (url: string): Sql => postgres(url, { max: 20, onnotice: () => {} });
const of = (sql: Sql | undefined): Sql => {
  if (!sql) throw new Error('not open yet');
  return sql;
};

beforeAll(async () => {
  source = open(now.ownerUrl);
  await fill(now.url, source, { seed: 'upgrade', households: 300, today, masterKey, dataDir, say: () => {} });
  inputs = await findInputs(source, masterKey);
  database = await formerDatabase(inject('database').adminUrl, former);
  upgraded = open(database.url);
  tables = await fillFormer(now.ownerUrl, upgraded);
  const [counted] = await upgraded<(typeof before)[]>`select
    (select count(*)::int from member where length(resident_id_masked) > 8) as "longMasks",
    (select count(*)::int from household) as households`;
  before = counted ?? { longMasks: 0, households: 0 };
  const servingUrl = await prepareDatabase({ url: database.url }, masterKey, { mayLoseData: true });
  app = await createApp({
    databaseUrl: servingUrl,
    masterKey,
    dataDir,
    clock: now.clock,
    rateLimits: generousRateLimits,
    logLevel: 'silent',
  });
  send = sender(app);
}, 300_000);
afterAll(async () => {
  await app?.close();
  await Promise.all([source?.end(), upgraded?.end()]);
  await database?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('began with the data of the former release', () => {
  expect(before.households).toBe(300);
  expect(before.longMasks).toBeGreaterThan(100);
});

/** Where an upgraded database rightly differs from a new one. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  // Keyed from the upgrade on, with a link that says so.
  audit_event: ['*'],
  audit_head: ['*'],
  app_meta: ['*'],
  // Grants from before the upgrade precede every later token.
  api_token: ['ordinal'],
  user_grant: ['ordinal'],
  // Filled at the start; the generator leaves it out.
  app_user: ['username_skeleton'],
};

async function contentOf(sql: Sql, table: string): Promise<string[]> {
  const left = otherwise[table] ?? [];
  const columns = await sql<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by 1`;
  const named = columns.flatMap(({ name }) => (left.includes(name) ? [] : [`"${name}"`])).join(', ');
  const rows = await sql.unsafe<{ row: string }[]>(
    `select t::text as row from (select ${named} from "${table}") as t order by 1`,
  );
  return rows.map(({ row }) => row);
}

test('holds in every table what a new database holds, masks and counts included', async () => {
  expect(tables).toContain('visit');
  for (const table of tables.filter((name) => !otherwise[name]?.includes('*')))
    expect(await contentOf(of(upgraded), table), table).toEqual(await contentOf(of(source), table));
});

test('has the same columns, keys, indexes, constraints and grants', async () => {
  const catalogQueries: Readonly<Record<string, string>> = {
    columns: `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
      where table_schema = 'public' order by 1, 2`,
    indexes: `select tablename, indexname, indexdef from pg_indexes
      where schemaname = 'public' order by 1, 2`,
    // And which of them are validated.
    constraints: `select conrelid::regclass::text as place, conname, pg_get_constraintdef(oid) as told from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
    rights: `select table_schema, table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'bangfu_app' order by 1, 2, 3`,
  };
  const fresh = await cloneDatabase();
  const sql = open(fresh.url);
  onTestFinished(async () => {
    await sql.end();
    await fresh.drop();
  });
  for (const [what, text] of Object.entries(catalogQueries)) {
    const [mine, wanted] = [await of(upgraded).unsafe(text), await sql.unsafe(text)];
    expect([...mine], what).toEqual([...wanted]);
    expect(wanted.length, what).toBeGreaterThan(50);
  }
});

test.each(
  readOperations(today).flatMap((operation) =>
    viewers.map((viewer) => [operation.name, viewer, operation] as const),
  ),
)('answers %s to the %s as before', async (_, viewer, operation) => {
  const requests = requestsBy(operation, viewer, inputs);
  for (const input of requests.inputs) {
    const session = sessionOf(viewer === 'village' ? villageViewer(input) : 'administrator');
    const [mine, other] = await Promise.all(
      [send, now.send].map((sendTo) => sendTo(operation.document, requests.variables(input), session)),
    );
    expect(mine?.errors).toBeUndefined();
    expect(mine?.data).toEqual(other?.data);
  }
});

test('has an audit trail that verifies, keyed from the upgrade on', async () => {
  const reports = await verifyChains(app.systemContext());
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.filter(({ problem }) => problem !== null)).toEqual([]);
  const keyed = await of(upgraded)<{ county: string; seq: number }[]>`
    select county_code as county, seq::int as seq from audit_event where action = 'keyAuditChain' order by 1`;
  expect([...keyed]).toEqual(
    reports.flatMap(({ countyCode: county, keyedFrom: seq }) => (seq === 1 ? [] : [{ county, seq }])),
  );
  expect(keyed.length).toBeGreaterThan(0);
});
