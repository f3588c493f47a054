import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { connect } from '#platform/database/database.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { appRoleCure, sessionCheck } from '#platform/database/session-check.ts';
import { checkServing, isServing, makeServingRole } from '#platform/provision/serving-role.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import { type Pooler, startPooler } from '#tests/factories/database/pooler.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';
import { cloneDatabase } from '#tests/setup/database.ts';

const test = testApp();
/** Roles belong to the whole server: no other file may use the same name. */
const name = `bangfu_test_${process.pid}_${Date.now()}`;
const made: string[] = [];

async function asOwner(text: string): Promise<void> {
  await test.owner.db.execute(sql.raw(text));
}

/** A role with a password and given attributes, dropped at the end of the file. */
async function makeRole(end: string, traits: string): Promise<string> {
  const role = `${name}_${end}`;
  made.push(role);
  await asOwner(`create role ${role} login password 'of a test' ${traits}`);
  return role;
}

function addressOf(role: string, url = test.ownerUrl): string {
  return Object.assign(new URL(url), { username: role, password: 'of a test' }).href;
}

/** The tests' server runs without fsync. */
const prepare = (database: { url: string; servingUrl?: string }) =>
  prepareDatabase(database, masterKey, { mayLoseData: true });

let pooler: Pooler;

beforeAll(async () => {
  const serving = await makeRole('serving', 'in role bangfu_app');
  pooler = await startPooler(addressOf(serving));
});
afterAll(async () => {
  pooler.close();
  const owner = postgres(test.ownerUrl, { max: 1, onnotice: () => {} });
  for (const role of made) {
    await owner.unsafe(`drop owned by ${role}`);
    await owner.unsafe(`drop role ${role}`);
  }
  await owner.end();
});

it('signs in as a role that cannot become another one, whatever SQL it runs', async () => {
  const session = postgres(test.url, { max: 1, onnotice: () => {} });
  onTestFinished(() => session.end());
  const [former] = await session`select session_user as who`;
  expect(former?.who).toMatch(/^bangfu_app_[0-9a-f]{8}$/);
  await session.unsafe('set role none; reset role; reset session authorization');
  for (const text of [
    `copy (select 1) to program 'true'`,
    `copy audit_event from program 'true'`,
    `select pg_read_file('PG_VERSION')`,
    `alter table audit_event add column slip text`,
    `update audit_event set action = 'x'`,
    `create role ${name}_more superuser`,
    `alter role current_user superuser`,
    `select lo_import('/etc/hostname')`,
  ]) {
    await expect(session.unsafe(text), text).rejects.toMatchObject({ code: '42501' });
  }
  const roles = await session`select rolname from pg_roles where rolname not in (session_user, 'bangfu_app')`;
  for (const { rolname } of roles) {
    await expect(session.unsafe(`set role "${rolname}"`), rolname).rejects.toMatchObject({ code: '42501' });
    await expect(session.unsafe(`set session authorization "${rolname}"`)).rejects.toMatchObject({
      code: '42501',
    });
  }
  expect(await session`select session_user as who`).toEqual([former]);
});

it('uses that role for requests, background jobs and transactions alike', async () => {
  await test.app.jobs.drain();
  await test.send('{ __typename }');
  const rows = await test.owner.db.execute<{ who: string }>(sql`select distinct usename as who
    from pg_stat_activity where datname = current_database() and application_name ~ '^bangfu [0-9a-f]{8}$' and pid <> pg_backend_pid()
      and usename <> session_user`);
  const all = await test.owner.db.execute(sql`select from pg_stat_activity
    where datname = current_database() and application_name ~ '^bangfu [0-9a-f]{8}$' and usename = session_user
      and query not like '%pg_stat_activity%' and query not like '%watched%'`);
  expect(rows.map(({ who }) => who)).toEqual([new URL(test.url).username]);
  expect(all).toHaveLength(0);
});

it.each([
  ['superuser', 'superuser', '', 'superuser'],
  ['maker', 'createrole in role bangfu_app', '', 'create roles'],
  ['copyist', 'replication in role bangfu_app', '', 'replicate'],
  ['member', 'in role bangfu_app, pg_execute_server_program', '', 'become another role'],
  ['owner', 'in role bangfu_app', 'alter table organization owner to', 'owns'],
  ['stranger', '', '', 'does not hold'],
])('refuses to serve as a %s', async (end, traits, act, reason) => {
  const role = await makeRole(end, traits);
  if (act) await asOwner(`${act} ${role}`);
  const url = addressOf(role);
  await expect(checkServing(url)).rejects.toThrow(reason);
  await expect(checkServing(url)).rejects.toThrow('DATABASE_OWNER_URL');
  const start = prepare({ url: test.ownerUrl, servingUrl: url });
  // A role without rights is granted those it needs; one with too many must be changed by its owner.
  if (end === 'stranger') await expect(start).resolves.toBe(url);
  else await expect(start).rejects.toThrow(reason);
  if (act) await asOwner(`${act} ${new URL(test.ownerUrl).username}`);
});

it('checks the role of each new session: another role from a pooler is refused, and then served again', async () => {
  // The same password, so that the pooler may use either.
  const mightier = await makeRole('mightier', 'superuser');
  const { db, close } = connect(pooler.url, { max: 2, statementMs: 5_000 });
  onTestFinished(close);
  const who = async () => {
    const [row = null] = (await db.$client?.unsafe<{ who: string }[]>('select current_user as who')) ?? [];
    return row?.who;
  };
  const inTransaction = () =>
    db.transactions?.run(async ({ db: inner, begun, commit }) => {
      await begun;
      await inner.execute(sql`insert into app_meta values ('slip', 'x')`);
      await commit();
    });
  expect(await who()).toBe(`${name}_serving`);
  pooler.change({ user: mightier });
  pooler.cut();
  // The first answers may be of the cut; none is ever of the other role.
  for (let turn = 0; turn < 4; turn += 1) await expect(who()).rejects.toThrow();
  await expect(who()).rejects.toThrow(`works as ${mightier}, which must not serve`);
  await expect(inTransaction()).rejects.toThrow('must not serve');
  expect(await test.owner.db.execute(sql`select from app_meta where key = 'slip'`)).toHaveLength(0);
  const instead = {
    TimeZone: 'Asia/Shanghai',
    DateStyle: 'SQL, DMY',
    IntervalStyle: 'iso_8601',
    bytea_output: 'escape',
    standard_conforming_strings: 'off',
    statement_timeout: null,
    idle_in_transaction_session_timeout: null,
    lock_timeout: null,
  };
  for (const [setting, value] of Object.entries(instead)) {
    pooler.change({ [setting]: value });
    await expect(who(), setting).rejects.toThrow('a pooler dropped them');
  }
  pooler.change({});
  expect(await who()).toBe(`${name}_serving`);
});

it('reads what the database writes, whatever formats the role is set to', async () => {
  const role = await makeRole('habits', 'in role bangfu_app');
  for (const habit of [`datestyle = 'SQL, DMY'`, `timezone = 'Asia/Shanghai'`, `bytea_output = 'escape'`])
    await asOwner(`alter role ${role} set ${habit}`);
  const { db, close } = connect(addressOf(role), { max: 1, statementMs: 5_000 });
  onTestFinished(close);
  const written = `date '2026-02-03'::text as day, timestamptz '2026-02-03T04:05:06Z'::text as instant, '\\x0a'::bytea::text as bytes`;
  const rows = await db.$client?.unsafe(`select ${written}`);
  expect(rows?.[0]).toEqual({ day: '2026-02-03', instant: '2026-02-03 04:05:06+00', bytes: '\\x0a' });
});

it('sets the same formats on single connections, and uses none that ignores them', async () => {
  const owner = await makeRole('owning', 'superuser');
  await asOwner(`alter role ${owner} set datestyle = 'SQL, DMY'`);
  const between = await startPooler(addressOf(owner));
  onTestFinished(between.close);
  const written = async () => {
    const direct = openDirect(between.url);
    const question = direct`select date '2026-02-03'::text as day`;
    return await question.then(([row]) => row?.day).finally(() => direct.end({ timeout: 1 }));
  };
  expect(await written()).toBe('2026-02-03');
  for (const [setting, value] of Object.entries({
    TimeZone: 'Asia/Shanghai',
    DateStyle: null,
    IntervalStyle: 'iso_8601',
    bytea_output: 'escape',
    standard_conforming_strings: 'off',
  })) {
    between.change({ [setting]: value });
    await expect(written(), setting).rejects.toThrow('a pooler dropped them');
  }
  between.change({});
  expect(await written()).toBe('2026-02-03');
});

it('creates the given role where the owner may, and otherwise says what to do', async () => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const role = `${name}_given`;
  made.push(role);
  const url = addressOf(role, database.url);
  expect(await prepare({ url: database.url, servingUrl: url })).toBe(url);
  expect(await isServing(url)).toBe(true);
  // Later nothing is created, even if the password was changed elsewhere.
  expect(await prepare({ url: database.url, servingUrl: url })).toBe(url);
  const poor = await makeRole('poor', '');
  await expect(makeServingRole(addressOf(poor), addressOf(`${name}_none`), masterKey)).rejects.toThrow(
    /two roles: the owner \(DATABASE_OWNER_URL.*CREATE ROLE/s,
  );
});

it('serves without the owner where nothing is left to migrate, and otherwise names the owner', async () => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const url = addressOf(`${name}_serving`, database.url);
  await prepare({ url: database.url, servingUrl: url });
  expect(await prepare({ url })).toBe(url);
  const owner = postgres(database.url, { max: 1 });
  await owner`delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`.finally(() => owner.end());
  await expect(prepare({ url })).rejects.toThrow('DATABASE_OWNER_URL');
});

it.each([
  ['is a superuser', 'alter role bangfu_app superuser', 'POWERFUL', 'ALTER ROLE bangfu_app NOSUPERUSER'],
  ['may make databases', 'alter role bangfu_app createdb', 'POWERFUL', 'ALTER ROLE bangfu_app NOSUPERUSER'],
  ['owns a table', 'alter table app_meta owner to bangfu_app', 'OWNER', 'REASSIGN OWNED BY bangfu_app TO'],
  [
    'may read files of the system',
    'grant pg_read_server_files to bangfu_app',
    'MEMBER',
    'REVOKE pg_read_server_files FROM bangfu_app;',
  ],
])("refuses to serve where the application's role %s, and says so", async (_what, change, fault, cure) => {
  const role = await makeRole(`of_${fault.toLowerCase()}_${made.length}`, 'in role bangfu_app');
  const owner = postgres(test.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(() => owner.end());
  const checkAfter = (statement?: string) =>
    owner.begin(async (work) => {
      if (statement) await work.unsafe(statement);
      const [found] = await work.unsafe<{ cure: string | null }[]>(appRoleCure);
      expect(found?.cure ?? '').toMatch(statement ? new RegExp(`^${cure}`) : /^$/);
      await work.unsafe(`set local timezone to 'UTC'; set local session authorization ${role}`);
      const [row] = await work.unsafe<{ concat_ws: string }[]>(sessionCheck());
      // Roles belong to all databases of the tests: nobody else may see it.
      await work.unsafe('reset session authorization');
      throw new AnsweredError(row?.concat_ws ?? '');
    });
  await expect(checkAfter()).rejects.toMatchObject({ answer: role });
  await expect(checkAfter(change)).rejects.toMatchObject({ answer: `${role} ${fault}` });
});

/** Carries the answer out of a transaction that is rolled back. */
class AnsweredError extends Error {
  constructor(readonly answer: string) {
    super(answer);
  }
}
