import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '#platform/provision/migrate.ts';
import { cloneDatabase, type TestDatabase } from '#tests/setup/database.ts';

const databases: TestDatabase[] = [];

async function clone(): Promise<TestDatabase> {
  const database = await cloneDatabase();
  databases.push(database);
  return database;
}

afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

async function query(url: string, act: (sql: postgres.Sql) => Promise<unknown>): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return await act(sql).finally(() => sql.end());
}

test('copies of the template have the tables and are independent', async () => {
  const [one, other] = await Promise.all([clone(), clone()]);
  await query(one.url, (sql) => sql`insert into app_meta (key, value) values ('mark', 'x')`);
  expect(await query(one.url, (sql) => sql`select value from app_meta where key = 'mark'`)).toHaveLength(1);
  expect(await query(other.url, (sql) => sql`select value from app_meta where key = 'mark'`)).toHaveLength(0);
});

test('migrating again changes nothing, and several processes may do it at once', async () => {
  const { url } = await clone();
  const count = (sql: postgres.Sql) => sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  const before = await query(url, count);
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(await query(url, count)).toEqual(before);
});

test('refuses a database that a newer release has migrated', async () => {
  const { url } = await clone();
  await query(
    url,
    (sql) => sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
  );
  await expect(migrate(url)).rejects.toThrow('newer version');
});

test('refuses a database user who may not create roles, naming the variable', async () => {
  const { url } = await clone();
  const role = `bangfu_test_${Date.now()}`;
  await query(url, async (sql) => {
    await sql`drop schema drizzle cascade`;
    await sql.unsafe(`create role ${role} login password 'of a test'`);
  });
  const limited = new URL(url);
  limited.username = role;
  limited.password = 'of a test';
  await expect(migrate(limited.href)).rejects.toThrow('DATABASE_URL');
  await query(url, (sql) => sql`drop role ${sql(role)}`);
});
