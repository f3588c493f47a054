import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where files lie. Local disk today; anything that can keep bytes under a key can take its place. */
export interface FileStorage {
  put(key: string, content: Readable): Promise<void>;
  get(key: string): Readable;
  remove(key: string): Promise<void>;
  /** For readers that need a path of their own. */
  path(key: string): string;
}

const keyShape = /^[a-z]+\/[0-9a-f-]{36}(\.[a-z0-9]+)?$/;

export function diskStorage(folder: string): FileStorage {
  const path = (key: string) => {
    if (!keyShape.test(key)) throw new Error('bad storage key');
    return join(folder, key);
  };
  return {
    path,
    async put(key, content) {
      await mkdir(dirname(path(key)), { recursive: true });
      await pipeline(content, createWriteStream(path(key), { mode: 0o600, flags: 'wx' }));
    },
    get: (key) => createReadStream(path(key)),
    remove: (key) => rm(path(key), { force: true }),
  };
}
