import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from '#platform/provision/migrate.ts';
import { type FormerDatabase, formerDatabase } from '#tests/factories/database/former-database.ts';

let database: FormerDatabase;
let sql: postgres.Sql;
const county = '130499';
const [village, other] = ['130499100200', '130499100201'];
const id = crypto.randomUUID();

/** The last release whose keys with the county cascaded. */
beforeEach(async () => {
  database = await formerDatabase(inject('database').adminUrl, '0037');
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const place = { name: '某地', short_name: '某地', path: '某地', pinyin: '' };
  for (const [code, level] of [
    [county, 'COUNTY'],
    [village, 'VILLAGE'],
    [other, 'VILLAGE'],
  ] as const)
    await sql`insert into division ${sql({ code, level, ...place })}`;
  await sql`insert into county ${sql({ county_code: county })}`;
  const made = { county_code: county, id, village_code: village, created_at: '2026-01-01' };
  const head = { head_name: '某人', head_pinyin: '', category: 'UNSTABLE' };
  await sql`insert into household ${sql({ ...made, ...head })}`;
  const category = { household_id: id, category: 'UNSTABLE', from_on: '2026-01-01' };
  const { created_at: _, ...part } = { ...made, id: crypto.randomUUID(), ...category };
  await sql`insert into household_category ${sql(part)}`;
}, 60_000);
afterEach(async () => {
  await sql.end();
  await database.drop();
});

const cascading = async () =>
  (
    await sql<
      { name: string }[]
    >`select conname as name from pg_constraint as f where contype = 'f' and confupdtype = 'c'
      and exists (select from pg_attribute where attrelid = conrelid and attnum = any(conkey) and attname = 'county_code')`
  ).map(({ name }) => name);
const move = (to: string) => sql`update household set village_code = ${to} where id = ${id}`;
const placeOfCategory = async () => (await sql`select village_code as at from household_category`)[0]?.at;

test('keys with the county hold as before and no longer cascade', async () => {
  expect(await cascading()).toHaveLength(17);
  await move(other);
  expect(await placeOfCategory()).toBe(other);
  await migrate(database.url);
  expect(await cascading()).toEqual([]);
  expect(await sql`select conname from pg_constraint where contype = 'f' and not convalidated`).toEqual([]);
  await expect(move(village)).rejects.toThrow('household_category_household');
  const alone = sql`insert into household_category ${sql({
    ...{ county_code: county, id: crypto.randomUUID(), household_id: id, village_code: village },
    ...{ category: 'UNSTABLE', from_on: '2025-01-01', to_on: '2025-02-01' },
  })}`;
  await expect(alone).rejects.toThrow('household_category_household');
  await sql`with part as (update household_category set village_code = ${village})
    update household set village_code = ${village} where id = ${id}`;
  expect(await placeOfCategory()).toBe(village);
});
