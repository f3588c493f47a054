import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#platform/database/database.ts';
import { startServer } from '#server/boot/start-server.ts';
import { run } from '#server/cli/commands/demo.ts';
import { masterKey, type TestApp, testApp } from '#tests/setup/app.ts';
import { cloneDatabase } from '#tests/setup/database.ts';

const one = testApp();
const other = testApp();

function listen() {
  const [printed, said]: [string[], string[]] = [[], []];
  return {
    printed,
    said,
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    progress: () => {},
  };
}

/** The command's output, with the server's own database and clock. */
async function load({ app, url }: TestApp) {
  const io = listen();
  const config = { port: 0, host: '127.0.0.1', dataDir: '' };
  const ctx = app.systemContext();
  const code = await run([], io, (act) => act({ config, masterKey, databaseUrl: url, ctx }));
  return { ...io, code };
}

let loaded: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  loaded = await load(one);
  console.info(loaded.said.join('\n'));
}, 90_000);

async function select<T>({ owner }: TestApp, query: string): Promise<T[]> {
  return (await owner.db.execute(sql.raw(query))) as unknown as T[];
}

async function count(from: string, target = one): Promise<number> {
  const [row] = await select<{ count: string }>(target, `select count(*) from ${from}`);
  return Number(row?.count);
}

const passwordIn = (lines: readonly string[]) =>
  /password of these accounts：(\S+)/.exec(lines.join('\n'))?.[1] ?? '';

const login = `mutation ($input: LoginInput!) { login(input: $input) { user { username } } }`;

test('a county of real villages and invented people is there at once', async () => {
  expect(loaded.code).toBe(0);
  expect(Math.abs((await count('household')) - 3_000)).toBeLessThan(300);
  expect(Math.abs((await count('cadre')) - 400)).toBeLessThan(30);
  expect(await count("division where code like '130434%'")).toBe(591);
  expect(await count('(select distinct village_code from household) as villages')).toBe(84);
  for (const table of ['member', 'household_risk', 'household_income', 'visit_check', 'organization'])
    expect(await count(table), table).toBeGreaterThan(20);
  for (const status of ['OPEN', 'IN_HAND', 'SOLVED', 'UNSOLVABLE'])
    expect(await count(`problem where status = '${status}'`), status).toBeGreaterThan(20);
  expect(await count('duty_excuse')).toBeGreaterThan(50);
  expect(await count('visit_version')).toBeGreaterThan(50);
  expect(await count("visit where status = 'WITHDRAWN'")).toBeGreaterThan(20);
  expect(await count('visit where recorded_on > visited_on + 7')).toBeGreaterThan(100);
  expect(await count('pairing where former_id is not null')).toBeGreaterThan(100);
  expect(await count("county where county_code = '130434' and max_load = 12")).toBe(1);
  expect(await count('duty_rule where deadline_days = 15')).toBe(4);
  expect(await count("duty_rule where category = 'SUDDEN' and risk_frequency = 'MONTH'")).toBe(1);
});

test('rules that constraints cannot express hold as well', async () => {
  expect(
    await count(`visit join pairing on pairing.county_code = visit.county_code and pairing.id = visit.pairing_id
      where visit.household_id <> pairing.household_id or visit.cadre_id <> pairing.cadre_id
        or visit.visited_on < pairing.started_on or visit.visited_on > coalesce(pairing.ended_on, '2026-11-10')`),
  ).toBe(0);
  expect(
    await count(`household where category is distinct from (select category from household_category as span
      where span.household_id = household.id and span.to_on is null)`),
  ).toBe(0);
  expect(
    await count(`household where head_name is distinct from (select name from member
      where member.household_id = household.id and member.relation = 'HEAD')`),
  ).toBe(0);
});

/** Households with a helper for most of the quarter, and those of them with a visit. */
const reached = (from: string, to: string) => `
  select left(village_code, 9) as township, count(*)::int as owed, count(*) filter (where exists (
    select from visit where visit.household_id = household.id and visit.status = 'VALID'
      and visited_on between '${from}' and '${to}'))::int as seen
  from household where category <> 'ORDINARY' and exists (select from pairing
    where pairing.household_id = household.id and role = 'MAIN' and started_on <= date '${to}' - 20
      and coalesce(ended_on, '2027-01-01') >= date '${from}' + 20)
  group by 1`;

test('about 85 percent of a past quarter are done, and about half of the running one', async () => {
  const shareOf = (rows: readonly { owed: number; seen: number }[]) =>
    rows.reduce((sum, row) => sum + row.seen, 0) / rows.reduce((sum, row) => sum + row.owed, 0);
  for (const [from, to] of [
    ['2026-01-01', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2026-07-01', '2026-09-30'],
  ] as const) {
    const rows = await select<{ owed: number; seen: number }>(one, reached(from, to));
    expect(Math.abs(shareOf(rows) - 0.86), from).toBeLessThan(0.05);
    const shares = rows.map((row) => row.seen / row.owed);
    expect(Math.max(...shares) - Math.min(...shares), from).toBeGreaterThan(0.1);
  }
  const running = await select<{ owed: number; seen: number }>(one, reached('2026-10-01', '2026-12-31'));
  expect(Math.abs(shareOf(running) - 0.5)).toBeLessThan(0.08);
});

const facts = `select 'household' as kind, id::text, concat_ws(' ', head_name, head_id_masked, encode(phone_hash, 'hex')) as fact
    from household
  union all select 'member', id::text, concat_ws(' ', name, encode(resident_id_hash, 'hex'), birth_on) from member
  union all select 'income', id::text, concat_ws(' ', household_id, year, item, amount) from household_income
  union all select 'pairing', id::text, concat_ws(' ', household_id, cadre_id, started_on, ended_on) from pairing
  union all select 'visit', id::text, concat_ws(' ', pairing_id, visited_on, findings, recorded_at) from visit
  union all select 'problem', id::text, concat_ws(' ', visit_id, kind, status, closed_on) from problem
  union all select 'user', id::text, username from app_user`;

test('loaded again on the same day, it is the same county with another password', {
  timeout: 90_000,
}, async () => {
  const again = await load(other);
  const digest = `select kind, count(*)::int, md5(string_agg(id || fact, '|' order by id)) from (${facts}) as all_facts
    group by kind order by kind`;
  expect(await select(other, digest)).toEqual(await select(one, digest));
  expect(passwordIn(again.printed)).not.toBe(passwordIn(loaded.printed));
});

test('a database with households of the county is left unchanged', async () => {
  const before = await count('audit_event');
  const again = await load(one);
  expect(again.code).toBe(1);
  expect(again.said.join('\n')).toMatch(/已有魏县的农户[\s\S]*already holds households of Wei County/);
  expect(again.printed).toEqual([]);
  expect(await count('audit_event')).toBe(before);
});

async function householdsOf(username: string) {
  const input = { username, password: passwordIn(loaded.printed) };
  const answer = await one.send(login, { input });
  expect(answer.errors, username).toBeUndefined();
  const cookie = String(answer.headers['set-cookie']).replace(/^bangfu=([^;]*).*$/, '$1');
  const list = await one.send<{ households: { totalCount: number } }>(
    '{ households { totalCount } }',
    {},
    cookie,
  );
  return list.data?.households.totalCount ?? list.errors?.[0]?.extensions.code;
}

test('each account signs in and sees what its role and division allow', async () => {
  const [village] = await select<{ code: string }>(
    one,
    `select division_code as code from user_grant where role = 'VILLAGE_CADRE'`,
  );
  const code = village?.code ?? '';
  const all = await count('household');
  expect(await householdsOf('demo-desk')).toBe(all);
  expect(await householdsOf('demo-overseer')).toBe(all);
  expect(await householdsOf('demo-township')).toBe(
    await count(`household where village_code like '${code.slice(0, 9)}%'`),
  );
  expect(await householdsOf('demo-village')).toBe(await count(`household where village_code = '${code}'`));
  expect(await householdsOf('demo-helper')).toBe(7);
  expect(await householdsOf('demo-auditor')).toBe('FORBIDDEN');
});

test('the trail has one row of the demo, without any person', async () => {
  const rows = await select<{ after: unknown }>(
    one,
    `select after from audit_event where action = 'loadDemo'`,
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).toMatch(/households/);
  expect(await count("audit_event where after::text ~ '130499|138000'")).toBe(0);
});

const dataDir = mkdtempSync(join(tmpdir(), 'bangfu-demo-'));
let drop = async () => {};
afterAll(async () => {
  await drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the server started with --demo lets the desk sign in, and starts again on the same data', {
  timeout: 90_000,
}, async () => {
  const database = await cloneDatabase();
  drop = database.drop;
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: database.url,
    masterKey,
    mayLoseData: true,
  };
  const flags = { demo: true, console: false, help: false };
  const io = listen();
  const server = await startServer(config, flags, io);
  const address = /http:\/\/[\w.:]+/.exec(io.printed.join('\n'))?.[0] ?? '';
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: login,
      variables: { input: { username: 'demo-desk', password: passwordIn(io.printed) } },
    }),
  });
  const answer = await response.json();
  await server.stop();
  expect(answer.errors).toBeUndefined();
  expect(answer.data.login.user.username).toBe('demo-desk');

  const again = listen();
  await (await startServer(config, flags, again)).stop();
  expect(again.said.join('\n')).toMatch(/already holds households/);
  expect(passwordIn(again.printed)).toBe('');
  const { db, close } = connect(database.url, { max: 1, asOwner: true });
  const [row] = await db.execute(sql`select count(*)::int from app_user where username like 'demo-%'`);
  await close();
  expect(row).toEqual({ count: 6 });
});
