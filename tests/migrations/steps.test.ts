import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseMigration } from '#platform/provision/migration-files.ts';
import { runSteps } from '#platform/provision/migration-steps.ts';
import { cloneDatabase, type TestDatabase } from '#tests/setup/database.ts';

let database: TestDatabase;
let sql: postgres.Sql;

beforeEach(async () => {
  database = await cloneDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`create table slip as select n as id, 0 as filled from generate_series(1, 2500) as n`;
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

const run = (content: string) => runSteps(sql, parseMigration('slip', 0, content), () => {});
const indexes = async () => {
  const rows = await sql`select indexrelid::regclass::text as name, indisvalid as valid
    from pg_index where indrelid = 'slip'::regclass`;
  return [...rows];
};

test('fills in batches, and continues after an interruption without doing anything twice', async () => {
  const steps = [
    '-- step by step\nCREATE TABLE counted (n int)',
    'INSERT INTO counted VALUES (1)',
    '-- until nothing is left\nUPDATE slip SET filled = filled + 1 WHERE id = any (array(SELECT id FROM slip WHERE filled = 0 LIMIT 1000))',
  ];
  const breakpoint = ';--> statement-breakpoint\n';
  await expect(run([...steps, 'SELECT 1 / 0'].join(breakpoint))).rejects.toThrow('division by zero');
  await run([...steps, 'INSERT INTO counted VALUES (2)'].join(breakpoint));
  expect([...(await sql`select n from counted order by n`)]).toEqual([{ n: 1 }, { n: 2 }]);
  expect([...(await sql`select distinct filled from slip`)]).toEqual([{ filled: 1 }]);
});

test('rebuilds an invalid index, and leaves a valid one', async () => {
  await sql`insert into slip values (1, 1)`;
  await expect(
    run('-- step by step\nCREATE UNIQUE INDEX CONCURRENTLY "slip_id" ON "slip" ("id")'),
  ).rejects.toThrow('unique');
  expect(await indexes()).toEqual([{ name: 'slip_id', valid: false }]);
  await sql`delete from slip where filled = 1`;
  await run('-- step by step\nCREATE UNIQUE INDEX CONCURRENTLY "slip_id" ON "slip" ("id")');
  expect(await indexes()).toEqual([{ name: 'slip_id', valid: true }]);
  await sql`delete from drizzle.migration_step where tag = 'slip'`;
  await run('-- step by step\nCREATE UNIQUE INDEX CONCURRENTLY "slip_id" ON "slip" ("id")');
});

test('waits for a lock only briefly at a time, so that others are not blocked behind it', async () => {
  const holder = postgres(database.url, { max: 1 });
  const reader = postgres(database.url, { max: 1 });
  let letGo = () => {};
  let begun = () => {};
  const isHeld = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const held = holder.begin(async (tx) => {
    await tx`select from slip limit 1`;
    begun();
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  await isHeld;
  const migrated = run('-- step by step\nALTER TABLE slip ADD COLUMN more text');
  const waiting = async () => {
    const [row] = await reader`select count(*)::int as n from pg_locks
      where not granted and mode = 'AccessExclusiveLock' and relation = 'slip'::regclass`;
    return row?.n;
  };
  await expect.poll(waiting, { timeout: 10_000, interval: 10 }).toBe(1);
  // Read behind the waiting session, while the lock is still held.
  await reader`select from slip limit 1`;
  letGo();
  await Promise.all([held, migrated]);
  expect([...(await sql`select more from slip limit 1`)]).toEqual([{ more: null }]);
  await Promise.all([holder.end(), reader.end()]);
});
