import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eq } from 'drizzle-orm';
import type { Database } from '#platform/database/types.ts';
import { appMeta } from '#schema/platform/platform.table.ts';
import { isSealed, opened, sealed } from './sealed-files.ts';
import { isStorageKey } from './storage.ts';

/** In the database, where whoever can write files cannot take it away. */
const done = { key: 'sealed files', value: 'done' };

export async function isAllSealed(db: Database): Promise<boolean> {
  const [known] = await db.select().from(appMeta).where(eq(appMeta.key, done.key));
  return known !== undefined;
}

const draftEnd = '.sealing';
/** What another process left unfinished; nobody is at one file for so long. */
const hour = 3_600_000;

export interface SealedCount {
  readonly sealed: number;
  /** Left as they were, and tried again at the next start. */
  readonly failed: number;
}

/**
 * Seals the files that versions before sealing left as they came: lists of people with whole numbers, exports, photos.
 * One after the other, each written beside its place, read back, compared and only then put there, so that it may be
 * broken off at any moment. Once it is done, a file that is not sealed is refused. Null where an earlier start has done all
 * of it.
 */
export async function sealFormerFiles(
  db: Database,
  folder: string,
  masterKey: Buffer,
  stopping: AbortSignal,
): Promise<SealedCount | null> {
  // Where the folder is missing its disk may be: nothing is said of it then.
  if (!existsSync(folder) || (await isAllSealed(db))) return null;
  let [sealedOnes, failed] = [0, 0];
  for await (const key of filesIn(folder)) {
    if (stopping.aborted) return { sealed: sealedOnes, failed };
    try {
      if (await sealInPlace(folder, key, masterKey)) sealedOnes += 1;
    } catch {
      failed += 1;
    }
  }
  if (failed === 0) await db.insert(appMeta).values(done).onConflictDoNothing();
  return { sealed: sealedOnes, failed };
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const kind of await readdir(folder, { withFileTypes: true })) {
    if (!kind.isDirectory()) continue;
    for (const name of await readdir(join(folder, kind.name))) {
      const key = `${kind.name}/${name}`;
      if (isStorageKey(key)) yield key;
      else if (name.endsWith(draftEnd)) await removeLeftover(join(folder, key));
    }
  }
}

async function removeLeftover(draft: string): Promise<void> {
  const found = await stat(draft).catch(() => null);
  if (found && Date.now() - found.mtimeMs > hour) await rm(draft, { force: true });
}

/** False where there was nothing to do, such as a file that was deleted meanwhile. */
async function sealInPlace(folder: string, key: string, masterKey: Buffer): Promise<boolean> {
  const path = join(folder, key);
  const before = await stat(path).catch(() => null);
  if (!before || (await isSealed(path))) return false;
  const draft = `${path}.${randomBytes(4).toString('hex')}${draftEnd}`;
  const sealing = { masterKey, name: key };
  try {
    const written = createHash('sha256');
    const content = Readable.from(sealed(hashed(createReadStream(path), written), sealing), {
      objectMode: false,
    });
    // On the disk before it takes the place of what was there.
    await pipeline(content, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }));
    const readBack = createHash('sha256');
    const isSealedAsWell = async () => true;
    for await (const piece of opened(createReadStream(draft), sealing, isSealedAsWell))
      readBack.update(piece);
    if (!readBack.digest().equals(written.digest())) throw new Error('not what was written');
    const now = await stat(path).catch(() => null);
    // Deleted meanwhile, or sealed by another process: this must not bring it back.
    if (now?.ino !== before.ino) return false;
    await rename(draft, path);
    await syncFolder(join(path, '..'));
    return true;
  } finally {
    await rm(draft, { force: true });
  }
}

async function* hashed(
  source: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle
    .sync()
    // Some systems have no such thing for folders.
    .catch(() => undefined)
    .finally(() => handle.close());
}
