import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, connect } from '#platform/database/database.ts';
import { placement, placementSql } from '#tests/cluster/placement.ts';
import { cloneDatabase, type TestDatabase } from '#tests/setup/database.ts';

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

/** Tables of the program with a county: a cluster distributes them by it. */
const countyTables = sql`select c.oid, c.relname from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_code' and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;

async function names(statement: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await owner.db.execute<{ name: string }>(statement);
  return rows.map((row) => row.name);
}

const firstKeyColumn = sql`(select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0])`;
const badUniqueIndexes = sql`select i.indexrelid::regclass::text as name from pg_index i
  join (${countyTables}) t on t.oid = i.indrelid
  where i.indisunique and ${firstKeyColumn} is distinct from 'county_code'`;

it('finds the county tables at all', async () => {
  const found = await names(sql`select t.relname as name from (${countyTables}) t`);
  expect(found).toEqual(
    expect.arrayContaining(['household', 'member', 'pairing', 'visit', 'problem', 'audit_event']),
  );
});

it('begins every primary key and unique index of county tables with the county', async () => {
  expect(await names(badUniqueIndexes)).toEqual([]);
});

it('would notice a unique index without the county', async () => {
  await owner.db.execute(sql`create unique index slip on household (id)`);
  expect(await names(badUniqueIndexes)).toEqual(['slip']);
  await owner.db.execute(sql`drop index slip`);
});

it('begins every foreign key between county tables with the county on both sides', async () => {
  const bad = sql`select f.conname as name from pg_constraint f
    join (${countyTables}) t on t.oid = f.conrelid join (${countyTables}) u on u.oid = f.confrelid
    where f.contype = 'f' and not (
      (select attname from pg_attribute where attrelid = f.conrelid and attnum = f.conkey[1]) = 'county_code'
      and (select attname from pg_attribute where attrelid = f.confrelid and attnum = f.confkey[1]) = 'county_code')`;
  expect(await names(bad)).toEqual([]);
});

it('never references county data from a shared table', async () => {
  const bad = sql`select f.conname as name from pg_constraint f join (${countyTables}) u on u.oid = f.confrelid
    where f.contype = 'f' and f.conrelid not in (select oid from (${countyTables}) t)`;
  expect(await names(bad)).toEqual([]);
});

const hasCounty = sql`exists (select from pg_attribute a where a.attrelid = f.conrelid
  and a.attnum = any(f.conkey) and a.attname = 'county_code')`;
const cascadesWithCounty = sql`select f.conname as name from pg_constraint f
  where f.contype = 'f' and f.confupdtype <> 'a' and ${hasCounty}`;

it('updates codes by foreign key where the county is not among its columns, and nowhere else', async () => {
  const still = sql`select f.conname as name from pg_constraint f
    where f.contype = 'f' and f.confrelid = 'division'::regclass and f.confupdtype <> 'c' and not ${hasCounty}`;
  expect(await names(still)).toEqual([]);
  expect(await names(cascadesWithCounty)).toEqual([]);
});

it('would notice a cascading foreign key with the county', async () => {
  await owner.db.execute(sql`alter table visit_check add constraint slip foreign key (county_code, visit_id)
    references visit (county_code, id) on update cascade`);
  expect(await names(cascadesWithCounty)).toEqual(['slip']);
  await owner.db.execute(sql`alter table visit_check drop constraint slip`);
});

it('names for every table where a cluster keeps it: by county if it has one', async () => {
  const all = sql`select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`;
  expect([...placement.keys()].sort()).toEqual((await names(all)).sort());
  const counties = await names(sql`select t.relname as name from (${countyTables}) t`);
  // The feed's order is that of one server's transactions.
  expect(counties.filter((name) => placement.get(name) !== 'DISTRIBUTED')).toEqual(['record_change']);
  expect(
    [...placement].filter(([name, place]) => place === 'DISTRIBUTED' && !counties.includes(name)),
  ).toEqual([]);
});

it('distributes tables in a cluster as the script does, by county', async () => {
  const placed = await owner.db.transaction(async (work) => {
    await work.execute(sql.raw(placementSql));
    return work.execute<{ name: string; place: string }>(
      sql`select name, place from placement order by ordinal`,
    );
  });
  expect(Object.fromEntries(placed.map(({ name, place }) => [name, place]))).toEqual(
    Object.fromEntries(placement),
  );
  expect(placed.find(({ place }) => place === 'DISTRIBUTED')?.name).toBe('county');
});

// Grants and tokens belong to no county; one sequence orders them.
it('has no triggers, no sequences and no exclusion constraints on county data', async () => {
  const bad = sql`select tgname::text as name from pg_trigger where not tgisinternal and tgrelid in (select oid from (${countyTables}) t)
    union all select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
      and relname <> 'grant_order'
    union all select conname from pg_constraint where contype = 'x'`;
  expect(await names(bad)).toEqual([]);
});

it("the application's role owns nothing", async () => {
  const owned = sql`select relname as name from pg_class where relowner = 'bangfu_app'::regrole`;
  expect(await names(owned)).toEqual([]);
});
