import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { migrate } from '#platform/provision/migrate.ts';
import { type FormerDatabase, formerDatabase } from '#tests/factories/database/former-database.ts';

let database: FormerDatabase;
let sql: postgres.Sql;
const [first, second, third] = ['130434100', '130434101', '130434102'] as const;

/** The last release that left tokens, webhooks and exports at a code that was given up. */
beforeEach(async () => {
  database = await formerDatabase(inject('database').adminUrl, '0040');
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`set session_replication_role = replica`;
}, 60_000);
afterEach(async () => {
  await sql.end();
  await database.drop();
});

async function fill(): Promise<void> {
  const names = { name: '某地', short_name: '某地', path: '某地', pinyin: '' };
  const given = { code: first, level: 'TOWNSHIP', abolished_on: '2026-01-01', ...names };
  await sql`insert into division ${sql(given)}`;
  await sql`insert into division ${sql({ ...given, code: second, abolished_on: '2026-06-01' })}`;
  await sql`insert into division ${sql({ ...given, code: third, abolished_on: null })}`;
  await sql`insert into division_change values (${first}, ${second}, '2026-01-01'), (${second}, ${third}, '2026-06-01')`;
  const owner = crypto.randomUUID();
  const row = (division_code: string) => ({
    id: crypto.randomUUID(),
    division_code,
    created_at: '2026-01-01',
  });
  for (const code of [first, second, third, '130434']) {
    const token = { ...row(code), name: '令牌', token_hash: Buffer.from(code), hint: 'bf_', owner_id: owner };
    await sql`insert into api_token ${sql({ ...token, rights: [], expires_at: '2100-01-01' })}`;
    const webhook = { ...row(code), name: '推送', url: 'https://1.1.1.1/', owner_id: owner, position: '' };
    await sql`insert into webhook ${sql({ ...webhook, secret_cipher: Buffer.alloc(60) })}`;
    const job = { ...row(code), type: 'Household', format: 'JSONL', lang: 'zh', purpose: '季度总结' };
    const seen = JSON.stringify({ 'household.read': { prefixes: [code], cadres: [] } });
    await sql`insert into export_job ${sql({ ...job, seen, started_by: owner })}`;
    const batch = {
      ...row(code),
      county_code: '130434',
      kind: 'ROSTER',
      file_name: '花名册.xlsx',
      file_hash: code,
    };
    await sql`insert into import_batch ${sql({ ...batch, storage_key: code, status: 'DONE', columns: '{}' })}`;
  }
}

test('takes what was left at codes given up to the code in use, and leaves all else', async () => {
  await fill();
  await migrate(database.url);
  for (const table of ['api_token', 'webhook', 'export_job']) {
    const rows = await sql<{ at: string }[]>`select division_code as at from ${sql(table)} order by 1`;
    expect(
      rows.map(({ at }) => at),
      table,
    ).toEqual(['130434', third, third, third]);
  }
  const batches = await sql<{ at: string }[]>`select division_code as at from import_batch order by 1`;
  expect(batches.map(({ at }) => at).sort()).toEqual([first, second, third, '130434'].sort());
  const seen = await sql<{ seen: string; at: string }[]>`select seen, division_code as at from export_job`;
  for (const row of seen) expect(JSON.parse(row.seen)['household.read'].prefixes).toEqual([row.at]);
});
