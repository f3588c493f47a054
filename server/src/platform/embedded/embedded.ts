import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { prepareDataFolder } from '#platform/config/data-folder.ts';
import type { Config } from '#platform/config/env.ts';
import { BootError } from '#platform/core/boot-error.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { type Cluster, keepRunning, start, stop } from './cluster.ts';
import { checkExternal } from './external.ts';
import { type FolderLock, type Holder, isHolding, lockFile, lockFolder, readHolder } from './folder-lock.ts';
import { placeCluster, refuseMissingCluster } from './place.ts';

export interface OpenDatabase {
  /** As the owner of the tables; not to serve with. */
  url: string;
  /** To serve with, where that is given and not made. */
  servingUrl?: string;
  embedded: boolean;
  /** Leaves the database as it was found: stops it if this process started it. */
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** `server` insists on having the data folder to itself; a command joins the server that has it. */
  task?: string;
  /** For progress that a person should see. */
  say?: (line: string) => void;
  /** Settings of the embedded server that differ from the usual ones. */
  settings?: Record<string, string>;
}

const database = 'bangfu';

/** How long a server waits for the one before it to finish stopping, in milliseconds. */
const patience = 3_000;

const usualSettings = {
  timezone: 'UTC',
  shared_buffers: '256MB',
  work_mem: '16MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  // Statements here are short; compiling them costs more than it saves.
  jit: 'off',
  // Details and failing statements may quote personal data; the server's log keeps neither.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
};

/** The database to work with: the one DATABASE_URL names, else the one embedded in the data folder. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDir'>,
  options: OpenOptions = {},
): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseUrl) {
    const variable = databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
    const { superuser } = await checkExternal(databaseOwnerUrl ?? databaseUrl, variable);
    if (superuser && options.task === 'server') options.say?.(superuserNamed(variable));
    const addresses = databaseOwnerUrl
      ? { url: databaseOwnerUrl, servingUrl: databaseUrl }
      : { url: databaseUrl };
    return { ...addresses, embedded: false, stop: async () => {} };
  }
  const task = options.task ?? 'server';
  const say = options.say ?? (() => {});
  refuseMissingCluster(config.dataDir);
  prepareDataFolder(config.dataDir);
  const deadline = Date.now() + patience;
  for (;;) {
    const lock = lockFolder(config.dataDir, task);
    if ('release' in lock) return await startOwn(config.dataDir, lock, say, options.settings);
    if (task === 'server') {
      if (Date.now() > deadline) throw inUse(config.dataDir, lock);
      await sleep(200);
      continue;
    }
    const url = await joinServer(config.dataDir, lock, say);
    if (url) return { url, embedded: true, stop: async () => {} };
  }
}

/** It works, and nobody serves as that user; but migrations run as one who may do anything to every database there. */
const superuserNamed = (variable: string): string =>
  `${variable} 的用户是超级用户，迁移只需拥有本数据库且有 CREATEROLE 权限的用户，请改用后者 / ${variable} names a superuser; an owner of this database with CREATEROLE is enough for migrations, better name that`;

async function startOwn(
  dataDir: string,
  lock: FolderLock,
  say: (line: string) => void,
  settings: Record<string, string> = {},
): Promise<OpenDatabase> {
  let cluster: Cluster | undefined;
  try {
    const placed = await placeCluster(dataDir, { ...usualSettings, ...settings }, say);
    cluster = placed;
    const port = await start(placed);
    const login = `postgres://${placed.superuser}:${placed.password}@127.0.0.1:${port}`;
    await createDatabase(`${login}/postgres`).catch((error: unknown) => {
      throw hasWrongPassword(error) ? wrongPassword(dataDir) : error;
    });
    const url = `${login}/${database}`;
    lock.publish(url);
    const leaveAlone = keepRunning(placed, port, say);
    return {
      url,
      embedded: true,
      async stop() {
        await leaveAlone();
        await stop(placed);
        lock.release();
      },
    };
  } catch (error) {
    if (cluster) await stop(cluster).catch(() => {});
    lock.release();
    throw error;
  }
}

async function createDatabase(url: string): Promise<void> {
  const sql = openDirect(url);
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)} template template0`;
  } finally {
    await sql.end();
  }
}

function hasWrongPassword(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === '28P01';
}

function wrongPassword(dataDir: string): BootError {
  const file = path.join(dataDir, 'postgres-password');
  return new BootError(
    `${file} 中的密码与内置数据库不符。请从备份恢复该文件；数据未被改动。`,
    `The password in ${file} is not the one of the embedded database. Restore the file from a backup; no data was touched.`,
  );
}

/** Address of the server's database; null when the holder went away, so that the folder can be taken. */
async function joinServer(
  dataDir: string,
  holder: Holder,
  say: (line: string) => void,
): Promise<string | null> {
  if (holder.task !== 'server') {
    // A command stops its database at its end, so joining it would cut us off in the middle.
    say(
      `等待进程 ${holder.pid}（${holder.task}）完成 / waiting for process ${holder.pid} (${holder.task}) to finish`,
    );
  }
  for (;;) {
    const now = readHolder(lockFile(dataDir));
    if (!now || now.pid !== holder.pid || !isHolding(now)) return null;
    if (now.task === 'server' && now.databaseUrl) return now.databaseUrl;
    await sleep(200);
  }
}

function inUse(dataDir: string, holder: Holder): BootError {
  return new BootError(
    `数据文件夹 ${dataDir} 正被进程 ${holder.pid} 使用。请先停止它，或用 BANGFU_DATA 另指一个文件夹。`,
    `The data folder ${dataDir} is in use by process ${holder.pid}. Stop that first, or name another folder with BANGFU_DATA.`,
  );
}
