import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { opened, sealed } from './sealed-files.ts';

/** Where files lie. Local disk today; anything that can keep bytes under a key can take its place. */
export interface FileStorage {
  /** Gives back how many bytes the content had. */
  put(key: string, content: Readable): Promise<number>;
  get(key: string): Readable;
  /** The whole content at once, for readers that go to and fro in it. */
  read(key: string): Promise<Buffer>;
  remove(key: string): Promise<void>;
  /** Where it lies. What lies there is sealed. */
  path(key: string): string;
}

const keyShape = /^[a-z]+\/[0-9a-f-]{36}(\.[a-z0-9]+)?$/;
export const isStorageKey = (text: string): boolean => keyShape.test(text);

/**
 * Files on a disk, sealed: photos, lists of people, exports. `isAllSealed` tells whether those of earlier versions are,
 * too; it is asked only where one is not.
 */
export function diskStorage(
  folder: string,
  masterKey: Buffer,
  isAllSealed: () => Promise<boolean>,
): FileStorage {
  const path = (key: string) => {
    if (!isStorageKey(key)) throw new Error('bad storage key');
    return join(folder, key);
  };
  const get = (key: string) =>
    Readable.from(opened(createReadStream(path(key)), { masterKey, name: key }, isAllSealed), {
      objectMode: false,
    });
  return {
    path,
    get,
    read: (key) => buffer(get(key)),
    async put(key, content) {
      await mkdir(dirname(path(key)), { recursive: true });
      let bytes = 0;
      async function* measured(): AsyncGenerator<Buffer> {
        for await (const piece of content) {
          const chunk = Buffer.from(piece);
          bytes += chunk.length;
          yield chunk;
        }
      }
      // Flushed to disk before the caller learns that it was stored.
      const file = createWriteStream(path(key), { mode: 0o600, flags: 'wx', flush: true });
      await pipeline(
        Readable.from(sealed(measured(), { masterKey, name: key }), { objectMode: false }),
        file,
      );
      return bytes;
    },
    remove: (key) => rm(path(key), { force: true }),
  };
}
