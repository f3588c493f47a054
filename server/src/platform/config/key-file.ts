import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sql } from 'postgres';
import { BootError } from '#platform/core/boot-error.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { prepareDataFolder } from './data-folder.ts';
import { type Config, parseKey } from './env.ts';

type Place = Pick<Config, 'masterKey' | 'dataDir'>;

const keyFile = ({ dataDir }: Place): string => path.join(dataDir, 'key');

/** The key that encrypts personal data, from the environment, else from the key file; null where there is none yet. */
export const findMasterKey = (config: Place): Buffer | null =>
  config.masterKey ?? readKeyFile(keyFile(config));

/** The same, made where there is none yet: never beside data that were written with another. */
export async function loadMasterKey(config: Place, databaseUrl: string): Promise<Buffer> {
  const found = findMasterKey(config);
  if (found) return found;
  if (await knowsKey(databaseUrl)) throw missing(keyFile(config));
  return makeMasterKey(config);
}

/** A new key, or the one that another process has made in between. */
export function makeMasterKey(config: Place): Buffer {
  const file = keyFile(config);
  // Files were sealed with the key that is gone, whatever the database knows.
  if (!existsSync(file) && existsSync(path.join(config.dataDir, 'files'))) throw missing(file);
  prepareDataFolder(config.dataDir);
  return createKeyFile(file);
}

/** Whether the database has been written with a key; before the first migration it has not. */
async function knowsKey(databaseUrl: string): Promise<boolean> {
  const sql = openDirect(databaseUrl);
  try {
    const [table] = await sql`select to_regclass('public.app_meta') is not null as exists`;
    if (!table?.exists) return false;
    return (await sql`select from app_meta where key = 'key_check'`).length > 0;
  } finally {
    await sql.end();
  }
}

function missing(file: string): BootError {
  return new BootError(
    `缺少密钥文件 ${file}，而数据库中的个人信息或文件是用它加密的。请从备份恢复该文件或设置 BANGFU_KEY；未新建密钥，数据未被改动。`,
    `The key file ${file} is missing, and the personal data in the database or the files were encrypted with it. Restore it from a backup or set BANGFU_KEY; no new key was made and no data was touched.`,
  );
}

function readKeyFile(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // Where the data folder is no folder, whoever makes it says so.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new BootError(`密钥文件 ${file} 无法读取。`, `The key file ${file} cannot be read.`);
  }
  const key = parseKey(text.trim());
  if (key) return key;
  throw new BootError(
    `密钥文件 ${file} 已损坏：应为 64 位十六进制。请从备份恢复该文件；数据未被改动。`,
    `The key file ${file} is damaged: it should hold 64 hexadecimal digits. Restore it from a backup; no data was touched.`,
  );
}

/** Written whole beside its place and then linked, so a crash leaves either no key or a whole one. */
function createKeyFile(file: string): Buffer {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was quicker: its key counts.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  const key = readKeyFile(file);
  if (!key) throw new BootError(`密钥文件 ${file} 无法写入。`, `The key file ${file} cannot be written.`);
  return key;
}

/** Tells keys apart without giving any of them away. */
export function keyCheck(key: Buffer): string {
  return createHmac('sha256', key).update('bangfu key check 1').digest('hex');
}

/** Refuses a well-formed key that is not the one this database was written with. */
export async function verifyKeyCheck(sql: Sql, key: Buffer): Promise<void> {
  const check = keyCheck(key);
  await sql`insert into app_meta (key, value) values ('key_check', ${check}) on conflict (key) do nothing`;
  const [row] = await sql<{ value: string }[]>`select value from app_meta where key = 'key_check'`;
  if (row?.value === check) return;
  throw new BootError(
    '密钥与数据库不符：数据库中的个人信息是用另一把密钥加密的。请恢复原来的密钥文件或 BANGFU_KEY；数据未被改动。',
    'The key does not fit the database: its personal data were encrypted with another key. Restore the old key file or BANGFU_KEY; no data was touched.',
  );
}
