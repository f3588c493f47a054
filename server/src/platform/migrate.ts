import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyAll } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { BootError } from '#platform/boot-error.ts';
import { ConfigError } from '#platform/env.ts';
import { causeCode } from '#platform/refusals.ts';
import { shortenMasks } from '#platform/short-masks.ts';

const folder = path.resolve(import.meta.dirname, '../../../migrations');

/** Any number; all processes that migrate take the same lock. */
const lockNumber = 130_434;

/** Brings the database to the shape this version of the program needs. Safe to call from several processes. */
export async function migrate(databaseUrl: string): Promise<void> {
  const journal = readJournal();
  if (journal.length === 0) return;
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lockNumber})`;
    await refuseNewer(sql, Math.max(...journal.map((entry) => entry.when)));
    await applyAll(drizzle(sql), { migrationsFolder: folder });
    await shortenMasks(sql);
  } catch (error) {
    throw causeCode(error) === '42501' ? notAllowed() : error;
  } finally {
    // Ending the session gives the lock back.
    await sql.end();
  }
}

/** Whether nothing is left to do; asked by servers that could not do it. */
export async function isMigrated(databaseUrl: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const newest = Math.max(...readJournal().map((entry) => entry.when));
    await refuseNewer(sql, newest);
    const [row] = await sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
    return Number(row?.last ?? 0) === newest;
  } finally {
    await sql.end();
  }
}

function notAllowed(): BootError {
  return new ConfigError(
    'DATABASE_URL',
    '的用户无权迁移：请把数据库所有者（有 CREATEROLE 权限）的地址写在 DATABASE_OWNER_URL，DATABASE_URL 写提供服务的角色。',
    'names a user with too few rights to migrate: give the owner of the database, with CREATEROLE, as DATABASE_OWNER_URL, and the role that serves as DATABASE_URL.',
  );
}

interface JournalEntry {
  when: number;
}

function readJournal(): JournalEntry[] {
  try {
    const journal = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'));
    return journal.entries;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** An older program on newer tables would write what the newer one does not expect. */
async function refuseNewer(sql: postgres.Sql, newest: number): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return;
  const [row] = await sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  if (Number(row?.last ?? 0) <= newest) return;
  throw new BootError(
    '数据库由更新版本的程序创建，请升级程序后再启动。',
    'The database was made by a newer version of this program; upgrade the program before starting.',
  );
}
