import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { openDatabase } from '#platform/embedded/embedded.ts';
import { makeServingRole } from '#platform/provision/serving-role.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import { type Filled, fill } from './fill.ts';
import { masterKey } from './rows/users.ts';

export interface BenchDatabase {
  /** For the owner, and for the server. */
  readonly url: string;
  readonly servingUrl: string;
  readonly dataDir: string;
  readonly sql: Sql;
  readonly filled: Filled;
  readonly isNew: boolean;
  close(): Promise<void>;
}

interface Wanted {
  readonly seed: string;
  readonly households: number;
  readonly today: string;
  /** Folder of all databases of the bench. */
  readonly data: string;
  say(line: string): void;
}

/** While loading: nothing needs to survive a crash, and building indexes may use memory. */
const loading = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_wal_size: '8GB',
  maintenance_work_mem: '1GB',
};

/** The database for this seed and size: from an earlier run, or a new one. Runs with the usual settings. */
export async function openBenchDatabase(wanted: Wanted): Promise<BenchDatabase> {
  mkdirSync(wanted.data, { recursive: true });
  const dataDir = path.join(wanted.data, `${wanted.households}-${wanted.seed}`);
  mkdirSync(dataDir, { recursive: true });
  // As root, PostgreSQL runs as another user, who must be able to enter the folders.
  for (const folder of [wanted.data, dataDir]) chmodSync(folder, 0o711);
  const task = 'bench';
  const mark = fingerprint(wanted);
  const kept = await withServer(dataDir, { task, say: wanted.say }, (sql) => readMark(sql, mark));
  const filled = kept ?? (await make(wanted, dataDir, mark));
  const server = await openDatabase({ dataDir }, { task, say: wanted.say });
  const sql = postgres(server.url, { max: 4, onnotice: () => {} });
  return {
    url: server.url,
    servingUrl: await makeServingRole(server.url, undefined, masterKey),
    dataDir,
    sql,
    filled,
    isNew: kept === null,
    async close() {
      await sql.end();
      await server.stop();
    },
  };
}

async function make(wanted: Wanted, dataDir: string, mark: string): Promise<Filled> {
  wanted.say(`making ${wanted.households} households in ${dataDir}`);
  const options = { task: 'bench', say: wanted.say, settings: loading };
  return withServer(dataDir, options, async (_, url) => {
    await recreate(url);
    const servingUrl = await prepareDatabase({ url }, masterKey, { mayLoseData: true });
    const sql = postgres(url, { max: 20, onnotice: () => {} });
    try {
      const filled = await fill(servingUrl, sql, { ...wanted, masterKey, dataDir });
      await sql`insert into app_meta (key, value) values ('bench', ${JSON.stringify({ mark, filled })})`;
      return filled;
    } finally {
      await sql.end();
    }
  });
}

async function withServer<R>(
  dataDir: string,
  options: Parameters<typeof openDatabase>[1],
  act: (sql: Sql, url: string) => Promise<R>,
): Promise<R> {
  const server = await openDatabase({ dataDir }, options);
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    return await act(sql, server.url);
  } finally {
    await sql.end();
    await server.stop();
  }
}

async function recreate(url: string): Promise<void> {
  const place = new URL(url);
  const name = place.pathname.slice(1);
  place.pathname = '/postgres';
  const sql = postgres(place.href, { max: 1, onnotice: () => {} });
  await sql`drop database if exists ${sql(name)} with (force)`;
  await sql`create database ${sql(name)} template template0`.finally(() => sql.end());
}

/** What an earlier run filled, if it fits this one. */
async function readMark(sql: Sql, mark: string): Promise<Filled | null> {
  const [table] = await sql`select to_regclass('app_meta') is not null as exists`;
  if (!table?.exists) return null;
  const [row] = await sql`select value from app_meta where key = 'bench'`;
  const found = row ? (JSON.parse(row.value) as { mark: string; filled: Filled }) : null;
  return found?.mark === mark ? found.filled : null;
}

/** Depends on seed, size, tables and the generator itself. */
function fingerprint({ seed, households, today }: Wanted): string {
  const hash = createHash('sha256').update(JSON.stringify([seed, households, today]));
  for (const folder of [import.meta.dirname, path.resolve(import.meta.dirname, '../../../migrations')]) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(ts|sql)$/.test(name)) hash.update(name).update(readFileSync(path.join(folder, name)));
    }
  }
  return hash.digest('hex');
}
