import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { diskStorage } from './storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangfu-storage-'));
const storage = diskStorage(folder, Buffer.alloc(32, 7), async () => false);
const keyFor = () => `sheets/${newId()}.csv`;
const piece = 64 * 1_024;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kept(content: Buffer): Promise<string> {
  const key = keyFor();
  expect(await storage.put(key, Readable.from([content], { objectMode: false }))).toBe(content.length);
  return key;
}

test.each([0, 1, 500, piece - 1, piece, piece + 1, 3 * piece, 200_000])(
  'gives %i bytes back',
  async (size) => {
    const content = randomBytes(size);
    expect((await storage.read(await kept(content))).equals(content)).toBe(true);
  },
);

test('leaves nothing of a list of people to be read on the disk', async () => {
  const key = await kept(Buffer.from('甲测试,130499197001010011\n'.repeat(5_000)));
  const stored = readFileSync(storage.path(key));
  expect(stored.includes('130499197001010011')).toBe(false);
  expect(stored.includes('甲测试')).toBe(false);
});

test('opens nothing that was cut off, changed, moved or sealed by another key', async () => {
  const content = randomBytes(2 * piece + 100);
  const broken: ((key: string) => string | undefined)[] = [
    (key) =>
      void writeFileSync(storage.path(key), readFileSync(storage.path(key)).subarray(0, 24 + piece + 16)),
    (key) => void writeFileSync(storage.path(key), readFileSync(storage.path(key)).subarray(0, -1)),
    (key) => {
      const stored = readFileSync(storage.path(key));
      stored.writeUInt8(stored.readUInt8(100) ^ 1, 100);
      writeFileSync(storage.path(key), stored);
      return undefined;
    },
    (key) => {
      const other = keyFor();
      renameSync(storage.path(key), storage.path(other));
      return other;
    },
  ];
  for (const harm of broken) {
    const key = await kept(content);
    await expect(storage.read(harm(key) ?? key)).rejects.toThrow();
  }
  const key = await kept(content);
  await expect(diskStorage(folder, Buffer.alloc(32, 8), async () => false).read(key)).rejects.toThrow();
});

test('reads what an earlier version left as it came', async () => {
  const key = await kept(Buffer.from('x'));
  writeFileSync(storage.path(key), '户主,电话\n');
  expect((await storage.read(key)).toString()).toBe('户主,电话\n');
});
