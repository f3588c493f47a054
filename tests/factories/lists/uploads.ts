import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { globalId, newId } from '#platform/core/ids.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import type { TestApp } from '#tests/setup/app.ts';

/** Uploads a file as a user; returns its global id. */
export async function uploaded(
  test: TestApp,
  countyCode: string,
  uploadedBy: string,
  file: string | { name: string; content: Buffer },
): Promise<string> {
  const { name, content } =
    typeof file === 'string' ? { name: basename(file), content: await readFile(file) } : file;
  const id = newId();
  const storageKey = `files/${id}.${name.split('.').at(-1)}`;
  await test.app.systemContext().storage.put(storageKey, Readable.from([content]));
  await test.owner.db.insert(attachment).values({
    countyCode,
    id,
    fileName: name,
    mediaType: 'application/octet-stream',
    byteSize: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    storageKey,
    uploadedAt: test.clock.now().toISOString(),
    uploadedBy,
  });
  return globalId('Attachment', countyCode, id);
}
