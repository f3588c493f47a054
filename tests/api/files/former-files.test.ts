import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { isAllSealed, sealFormerFiles } from '#platform/files/seal-former-files.ts';
import { diskStorage } from '#platform/files/storage.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();

const masterKey = Buffer.alloc(32, 7);
const never = new AbortController().signal;
let folder = '';

const db = () => test.app.systemContext().db;
const forget = () => test.owner.db.execute(sql`delete from app_meta where key = 'sealed files'`);

beforeEach(async () => {
  await forget();
  folder = mkdtempSync(join(tmpdir(), 'bangfu-former-'));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const storage = () => diskStorage(folder, masterKey, () => isAllSealed(db()));
const isPlain = (key: string, content: Buffer) => readFileSync(join(folder, key)).includes(content);

/** A file as releases before sealing stored it. */
function former(content: Buffer, key = `sheets/${newId()}.csv`): string {
  mkdirSync(join(folder, key, '..'), { recursive: true });
  writeFileSync(join(folder, key), content);
  return key;
}

it('seals the files of earlier releases, of every kind and size, without changing their content', async () => {
  const contents = [0, 1, 7, 8, 9, 65_536, 200_000].map((size) => randomBytes(size));
  const kinds = ['sheets', 'photos', 'exports', 'imports'];
  const keys = contents.map((content, at) => former(content, `${kinds[at % 4]}/${newId()}.xlsx`));
  const since = `sheets/${newId()}.csv`;
  await storage().put(since, Readable.from([Buffer.from('已封存')], { objectMode: false }));
  const untouched = readFileSync(join(folder, since));

  expect(await sealFormerFiles(db(), folder, masterKey, never)).toEqual({
    sealed: contents.length,
    failed: 0,
  });
  for (const [at, key] of keys.entries()) {
    const content = contents[at] ?? Buffer.alloc(0);
    expect((await storage().read(key)).equals(content)).toBe(true);
    if (content.length > 8) expect(isPlain(key, content)).toBe(false);
    expect(readFileSync(join(folder, key)).toString('latin1', 0, 8)).toBe('bangfu01');
  }
  expect(readFileSync(join(folder, since)).equals(untouched)).toBe(true);
  // No temporary files are left beside them.
  expect(readdirSync(join(folder, 'sheets')).filter((name) => name.endsWith('.sealing'))).toEqual([]);
});

it('checks the files once, and again after an old backup was restored', async () => {
  const list = Buffer.from('甲测试,130499197001010011\n'.repeat(100));
  former(list);
  await sealFormerFiles(db(), folder, masterKey, never);
  expect(await sealFormerFiles(db(), folder, masterKey, never)).toBeNull();
  const restored = former(list);
  await forget();
  expect(await sealFormerFiles(db(), folder, masterKey, never)).toEqual({ sealed: 1, failed: 0 });
  expect(isPlain(restored, Buffer.from('130499197001010011'))).toBe(false);
});

it('continues at the next start after an interruption, also in several processes at once', async () => {
  const keys = Array.from({ length: 40 }, (_, at) => former(Buffer.from(`名单 ${at} 130499197001010011`)));
  const stopping = new AbortController();
  const first = sealFormerFiles(db(), folder, masterKey, stopping.signal);
  stopping.abort();
  await first;
  expect(await isAllSealed(db())).toBe(false);
  await Promise.all([1, 2].map(() => sealFormerFiles(db(), folder, masterKey, never)));
  for (const [at, key] of keys.entries()) {
    expect(String(await storage().read(key))).toBe(`名单 ${at} 130499197001010011`);
    expect(isPlain(key, Buffer.from('1304'))).toBe(false);
  }
});

it('deletes files left half written by a crash, and retries a file that cannot be read', async () => {
  const key = former(Buffer.from('名单'));
  const leftover = join(folder, `${key}.1.sealing`);
  writeFileSync(leftover, 'half');
  utimesSync(leftover, new Date(0), new Date(0));
  const odd = `photos/${newId()}.jpg`;
  mkdirSync(join(folder, odd), { recursive: true });
  expect(await sealFormerFiles(db(), folder, masterKey, never)).toEqual({ sealed: 1, failed: 1 });
  expect(existsSync(leftover)).toBe(false);
  expect(await isAllSealed(db())).toBe(false);
  rmSync(join(folder, odd), { recursive: true });
  expect(await sealFormerFiles(db(), folder, masterKey, never)).toEqual({ sealed: 0, failed: 0 });
  expect(await isAllSealed(db())).toBe(true);
});

it('creates no folder where there are no files yet', async () => {
  rmSync(folder, { recursive: true });
  expect(await sealFormerFiles(db(), folder, masterKey, never)).toBeNull();
  expect(existsSync(folder)).toBe(false);
});

it('reads unsealed files until all are sealed, and refuses unsealed ones afterwards', async () => {
  const list = Buffer.from('户主,电话\n甲测试,13900001234\n');
  for (const content of [list, Buffer.from('甲'), Buffer.alloc(0)])
    expect((await storage().read(former(content))).equals(content)).toBe(true);
  const key = former(list);
  await sealFormerFiles(db(), folder, masterKey, never);
  expect((await storage().read(key)).equals(list)).toBe(true);
  for (const content of [list, Buffer.from('甲'), Buffer.alloc(0)]) {
    writeFileSync(join(folder, key), content);
    await expect(storage().read(key)).rejects.toThrow('is not sealed');
  }
});

it('does not report files as missing when their disk is not mounted', async () => {
  rmSync(folder, { recursive: true });
  await sealFormerFiles(db(), folder, masterKey, never);
  expect(await isAllSealed(db())).toBe(false);
});
