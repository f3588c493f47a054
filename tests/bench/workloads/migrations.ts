import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { causeCode } from '#platform/write/refusals.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { fillFormer } from '#tests/bench/data/former.ts';
import { masterKey } from '#tests/bench/data/rows/users.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { formerDatabase } from '#tests/factories/database/former-database.ts';
import type { Options } from '../options.ts';

/** The first release with exports; earlier ones held no real data. */
const former = '0013';
const millisecondsBetween = 10;

/**
 * The upgrade of a filled database from an early release: how long locks block reads or writes of a table at most, and
 * how long somebody who reads and writes the large tables has to wait.
 */
export async function measureMigrations(
  database: BenchDatabase,
  { households }: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  const admin = Object.assign(new URL(database.url), { pathname: '/postgres' }).href;
  const target = await formerDatabase(admin, former);
  const sql = postgres(target.url, { max: 4, onnotice: () => {} });
  try {
    const tables = await fillFormer(database.url, sql);
    say(`migrations: ${tables.length} tables of release ${former} filled`);
    const over = new AbortController();
    const watching = [watchLocks(target.url, over.signal), waitBeside(target.url, over.signal)] as const;
    const begun = performance.now();
    await prepareDatabase({ url: target.url }, masterKey).finally(() => over.abort());
    const seconds = (performance.now() - begun) / 1_000;
    const [held, waited] = await Promise.all(watching);
    say(
      `migrations: ${seconds.toFixed(1)} s, longest lock ${JSON.stringify(held)}, wait ${JSON.stringify(waited)}`,
    );
    const note = `${households} households, from ${former}, ${seconds.toFixed(0)} s in all`;
    return [
      {
        name: 'migrations: longest lock on a table',
        value: held.seconds,
        unit: 's',
        note: `${held.what}; ${note}`,
        bar: { atMost: 2 },
      },
      {
        name: 'migrations: longest wait of a read or write',
        value: waited.seconds,
        unit: 's',
        note: `${waited.what}; ${note}`,
        bar: { atMost: 2 },
      },
    ];
  } finally {
    await sql.end();
    await target.drop();
  }
}

interface Longest {
  seconds: number;
  what: string;
}

/** Lock modes that block reading or writing rows. */
const blocking = ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'];

async function watchLocks(url: string, over: AbortSignal): Promise<Longest> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const since = new Map<string, number>();
  const longest: Longest = { seconds: 0, what: '-' };
  // Only tables that existed before: nobody else knows those that a migration has just created.
  const known = await sql<{ oid: number }[]>`select oid::int as oid from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  while (!over.aborted) {
    const now = performance.now();
    const rows = await sql<{ lock: string }[]>`
      select concat_ws(' ', relation::regclass, mode, pid, virtualtransaction) as lock from pg_locks
      where granted and locktype = 'relation' and mode = any(${blocking}) and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())
        and relation = any(${known.map(({ oid }) => oid)}::oid[])`;
    const held = new Set(rows.map(({ lock }) => lock));
    for (const lock of held) {
      const seconds = (now - (since.get(lock) ?? now)) / 1_000;
      if (!since.has(lock)) since.set(lock, now);
      if (seconds > longest.seconds)
        Object.assign(longest, { seconds, what: lock.split(' ').slice(0, 2).join(' ') });
    }
    for (const lock of since.keys()) if (!held.has(lock)) since.delete(lock);
    await sleep(millisecondsBetween);
  }
  await sql.end();
  return longest;
}

/** Reads a row and writes one, table after table, and rolls it back. */
async function waitBeside(url: string, over: AbortSignal): Promise<Longest> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const longest: Longest = { seconds: 0, what: '-' };
  while (!over.aborted) {
    for (const table of ['household', 'member', 'pairing', 'visit', 'visit_check', 'cadre']) {
      const begun = performance.now();
      await readAndWrite(sql, table);
      const seconds = (performance.now() - begun) / 1_000;
      if (seconds > longest.seconds) Object.assign(longest, { seconds, what: table });
    }
    await sleep(millisecondsBetween);
  }
  await sql.end();
  return longest;
}

async function readAndWrite(sql: Sql, table: string): Promise<void> {
  const tried = sql.unsafe(`begin; select from "${table}" limit 1;
    update "${table}" set county_code = county_code where ctid = (select ctid from "${table}" limit 1); rollback`);
  await tried.catch(async (error: unknown) => {
    await sql`rollback`;
    // A row of the former release may violate a new CHECK; it was answered all the same.
    if (causeCode(error) !== '23514') throw error;
  });
}
