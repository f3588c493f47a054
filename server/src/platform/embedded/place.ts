import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { BootError } from '#platform/core/boot-error.ts';
import { binariesFor, sharedRoot } from '#platform/embedded/binaries.ts';
import { type Cluster, initialise } from '#platform/embedded/cluster.ts';
import { canReach, isRoot, type ServerUser, serverUser } from '#platform/embedded/server-user.ts';

type Say = (line: string) => void;

/** Finds the PostgreSQL data that belong to a data folder, and makes them on the first start. */
export async function placeCluster(
  dataDir: string,
  settings: Record<string, string>,
  say: Say,
): Promise<Cluster> {
  const found = findExisting(dataDir);
  if (found) refuseForeign(found);
  else beginFirstStart(dataDir, say);
  const user = serverUser(found);
  const directory = found ?? chooseDirectory(dataDir, user);
  const binaries = binariesFor(user, say);
  const password = found ? readPassword(dataDir) : makePassword(dataDir);
  const cluster = { directory, binaries, user, superuser: 'bangfu', password, settings };
  if (!found) {
    await initialise(cluster);
    if (directory !== beside(dataDir))
      writeFileSync(locationFile(dataDir), `${directory}\n`, { mode: 0o600 });
  }
  rmSync(firstStartFile(dataDir), { force: true });
  if (directory !== beside(dataDir)) {
    say(`以 root 启动：数据库文件在 ${directory} / started as root: the database files are in ${directory}`);
  }
  return cluster;
}

const beside = (dataDir: string) => path.join(dataDir, 'postgres');
const locationFile = (dataDir: string) => path.join(dataDir, 'postgres-location');
/** There as long as the first start is at its work. */
const firstStartFile = (dataDir: string) => path.join(dataDir, 'first-start');
const passwordFile = (dataDir: string) => path.join(dataDir, 'postgres-password');

/** Asked before anything is written: whether an earlier start left a database that is not there now. */
export function refuseMissingCluster(dataDir: string): void {
  findExisting(dataDir);
}

function findExisting(dataDir: string): string | null {
  const left = ['postgres', 'postgres-location', 'key', 'postgres-password', 'files'].find((name) =>
    existsSync(path.join(dataDir, name)),
  );
  if (left === undefined) return null;
  if (existsSync(path.join(beside(dataDir), 'PG_VERSION'))) return beside(dataDir);
  // A first start that was broken off begins again.
  if (existsSync(firstStartFile(dataDir)) && !existsSync(locationFile(dataDir))) return null;
  if (existsSync(beside(dataDir))) refuseForeign(beside(dataDir));
  if (!existsSync(locationFile(dataDir))) throw missing(dataDir, left);
  const directory = readFileSync(locationFile(dataDir), 'utf8').trim();
  if (existsSync(path.join(directory, 'PG_VERSION'))) return directory;
  // Starting empty here would look as if all data were lost.
  throw new BootError(
    `${locationFile(dataDir)} 指明数据库文件在 ${directory}，但那里没有，或当前用户无权读取。`,
    `${locationFile(dataDir)} says that the database files are in ${directory}, but they are not there or this user may not read them.`,
  );
}

/** A disk that is not mounted leaves its empty folder, or none; an empty database would look like lost data. */
function missing(dataDir: string, left: string): BootError {
  const place = beside(dataDir);
  return new BootError(
    `数据文件夹 ${dataDir} 已有 ${left}，但 ${place} 中没有数据库：可能是磁盘未挂载。未写入任何内容。若确要新建，请另用空文件夹（密钥用 BANGFU_KEY 给出）。`,
    `The data folder ${dataDir} holds ${left}, but there is no database in ${place}: its disk may not be mounted. Nothing was written. To begin anew, use an empty folder (and give the key as BANGFU_KEY).`,
  );
}

function beginFirstStart(dataDir: string, say: Say): void {
  say('首次启动：正在创建数据库 / first start: making the database');
  writeFileSync(firstStartFile(dataDir), '', { mode: 0o600 });
}

function refuseForeign(directory: string): void {
  const own = process.getuid?.();
  if (own === undefined || isRoot() || statSync(directory).uid === own) return;
  throw new BootError(
    `数据库文件 ${directory} 属于另一个用户，请用该用户启动。`,
    `The database files in ${directory} belong to another user; start as that user.`,
  );
}

/** Beside the other data where the server's user can get there, else where root keeps shared things. */
function chooseDirectory(dataDir: string, user: ServerUser | undefined): string {
  if (!user || canReach(user, beside(dataDir))) return beside(dataDir);
  const home = path.join(sharedRoot, `data-${randomBytes(4).toString('hex')}`);
  mkdirSync(home, { recursive: true });
  chmodSync(sharedRoot, 0o755);
  chmodSync(home, 0o700);
  chownSync(home, user.uid, user.gid);
  return path.join(home, 'postgres');
}

function makePassword(dataDir: string): string {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile(dataDir), `${password}\n`, { mode: 0o600 });
  return password;
}

function readPassword(dataDir: string): string {
  try {
    return readFileSync(passwordFile(dataDir), 'utf8').trim();
  } catch {
    throw new BootError(
      `缺少 ${passwordFile(dataDir)}，无法连接内置数据库。请从备份恢复该文件；数据未被改动。`,
      `${passwordFile(dataDir)} is missing, so the embedded database cannot be reached. Restore it from a backup; no data was touched.`,
    );
  }
}
