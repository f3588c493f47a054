import { readdirSync } from 'node:fs';
import path from 'node:path';
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, connect } from '#platform/database/database.ts';
import { isInsertOnly } from '#schema/insert-only.ts';
import { catalog } from '#server/modules.ts';
import { cloneDatabase, type TestDatabase } from '#tests/setup/database.ts';

const folder = path.resolve(import.meta.dirname, '../../../schema');
let database: TestDatabase;
let owner: Connection;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = connect(database.url, { asOwner: true, max: 1 });
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

async function declared(): Promise<string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.table.ts'),
  );
  const names: string[] = [];
  for (const file of files) {
    const exported: unknown[] = Object.values(await import(path.join(folder, file)));
    const tables = exported.filter((one): one is PgTable => is(one, PgTable));
    names.push(...tables.filter(isInsertOnly).map(getTableName));
  }
  return names.sort();
}

/** Tables to which the application's role may add rows, without changing or deleting any. */
async function granted(): Promise<string[]> {
  const rows = await owner.db.execute<{ name: string }>(sql`select relname::text as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege('bangfu_app', oid, 'INSERT')
      and not has_any_column_privilege('bangfu_app', oid, 'UPDATE')
      and not has_table_privilege('bangfu_app', oid, 'DELETE, TRUNCATE')
    order by relname`);
  return rows.map(({ name }) => name);
}

it('has every such table in the catalog, by which the rights are checked at the start', async () => {
  expect(catalog.insertOnly.map(getTableName).sort()).toEqual(await declared());
});

it('grants on insert-only tables what they declare, and so little on no others', async () => {
  expect(await declared()).toEqual(expect.arrayContaining(['audit_event', 'visit_version']));
  expect(await granted()).toEqual(await declared());
});

it('would notice a grant too many, and one too few', async () => {
  await owner.db.execute(sql`grant update (reason) on visit_version to bangfu_app`);
  expect(await granted()).not.toEqual(await declared());
  await owner.db.execute(sql`revoke update (reason) on visit_version from bangfu_app`);
  await owner.db.execute(sql`revoke update, delete on organization from bangfu_app`);
  expect(await granted()).not.toEqual(await declared());
  await owner.db.execute(sql`grant update, delete on organization to bangfu_app`);
  expect(await granted()).toEqual(await declared());
});
