import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { migrate } from '#platform/provision/migrate.ts';
import { cloneDatabase, type TestDatabase } from '#tests/setup/database.ts';

let database: TestDatabase;
let sql: postgres.Sql;
const county = '130499';
const batchId = newId();

/** The database of a release whose masks showed the beginning of a number. */
beforeAll(async () => {
  database = await cloneDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`delete from app_meta where key = 'short masks'`;
  for (const table of ['cadre', 'household', 'member'])
    await sql.unsafe(`alter table ${table} drop constraint ${table}_masks`);
  await sql`set session_replication_role = replica`;
  const made = { county_code: county, created_at: '2026-01-01', pinyin: 'x', name: '某人' };
  const phones = ['13800001234', '0310-3512345', '12317', null].map(
    (phone) => phone && (phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : phone),
  );
  phones[1] = '0310-****345';
  for (const phone of phones)
    await sql`insert into cadre ${sql({ ...made, id: newId(), division_code: county, phone_masked: phone })}`;
  // More than a batch.
  await sql`insert into member (county_code, id, household_id, village_code, name, pinyin, relation, resident_id_masked,
      phone_masked, created_at)
    select ${county}, gen_random_uuid(), gen_random_uuid(), '130499100200', '某人', 'x', 'SON',
      '130499********' || to_char(n, 'FM0000'), null, '2026-01-01' from generate_series(1, 5500) as n`;
  await sql`insert into household (county_code, id, village_code, head_name, head_pinyin, head_id_masked, phone_masked,
      category, created_at)
    values (${county}, gen_random_uuid(), '130499100200', '某人', 'x', '130499********123X', '139****4567', 'ORDINARY', '2026-01-01'),
      (${county}, gen_random_uuid(), '130499100200', '某人', 'x', '****78', null, 'ORDINARY', '2026-01-01')`;
  const written = [
    { table: 'member', before: { residentIdMasked: '130499********0011', phoneMasked: '0310-****345' } },
  ];
  await sql`insert into import_row (county_code, batch_id, row_number, result, written)
    values (${county}, ${batchId}, 5, 'UPDATED', ${JSON.stringify(written)})`;
  await sql`set session_replication_role = origin`;
  for (const [table, columns] of [
    ['cadre', ['phone_masked']],
    ['household', ['head_id_masked', 'phone_masked']],
    ['member', ['resident_id_masked', 'phone_masked']],
  ] as const)
    await sql.unsafe(
      `alter table ${table} add constraint ${table}_masks check (${columns.map((name) => `length(${name}) <= 8`).join(' and ')}) not valid`,
    );
});

afterAll(async () => {
  await sql.end();
  await database.drop();
});

test('shortens every stored mask once, and a constraint keeps it so', async () => {
  await migrate(database.url);
  expect(
    await sql`select phone_masked as p from cadre order by p`.then((rows) => rows.map(({ p }) => p)),
  ).toEqual(['****1234', '****45', '12317', null]);
  const [members] = await sql`select count(*)::int as all, count(distinct resident_id_masked)::int as ends,
    max(length(resident_id_masked)) as longest, max(version) as version from member`;
  expect(members).toEqual({ all: 5500, ends: 5500, longest: 8, version: 1 });
  const households = await sql`select head_id_masked as id, phone_masked as phone from household order by id`;
  expect(households.map(({ id, phone }) => [id, phone])).toEqual([
    ['****123X', '****4567'],
    ['****78', null],
  ]);
  const [row] = await sql`select written from import_row where batch_id = ${batchId}`;
  expect(JSON.parse(row?.written)[0].before).toEqual({ residentIdMasked: '****0011', phoneMasked: '****45' });
  const [open] =
    await sql`select count(*)::int as n from pg_constraint where conname like '%_masks' and not convalidated`;
  expect(open?.n).toBe(0);
  await expect(sql`update household set phone_masked = '139****4567'`).rejects.toThrow('household_masks');
});
