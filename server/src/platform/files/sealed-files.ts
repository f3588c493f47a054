import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';

/**
 * Files at rest: pieces of 64 KiB, each sealed by AES-256-GCM with the number it has and whether it is the last, under
 * a key of its own for each file, bound to the name the file lies under. Cut off, put together anew or moved to another
 * name it no longer opens.
 */

const mark = Buffer.from('bangfu01');
const saltBytes = 16;
const headBytes = mark.length + saltBytes;
const pieceBytes = 64 * 1_024;
const tagBytes = 16;

interface Sealing {
  readonly masterKey: Buffer;
  /** What the file lies under. */
  readonly name: string;
}

const fileKeyOf = ({ masterKey }: Sealing, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, salt, 'bangfu files', 32));

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Whether the file there is sealed already. */
export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(mark.length), 0, mark.length, 0)
    .finally(() => file.close());
  return bytesRead === mark.length && buffer.equals(mark);
}

/** Chunks of one size; the last one, which may be empty, is marked. */
async function* cut(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<[Buffer, boolean]> {
  let held: Buffer = Buffer.alloc(0);
  for await (const more of source) {
    held = held.length === 0 ? more : Buffer.concat([held, more]);
    while (held.length > size) {
      yield [held.subarray(0, size), false];
      held = held.subarray(size);
    }
  }
  yield [held, true];
}

export async function* sealed(source: AsyncIterable<Buffer>, sealing: Sealing): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const key = fileKeyOf(sealing, salt);
  yield Buffer.concat([mark, salt]);
  let number = 0;
  for await (const [piece, isLast] of cut(source, pieceBytes)) {
    const gcm = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
    gcm.setAAD(Buffer.from(sealing.name));
    yield Buffer.concat([gcm.update(piece), gcm.final(), gcm.getAuthTag()]);
    number += 1;
  }
}

/** An unsealed file where all are sealed: it was not written by this server. */
export class UnsealedFile extends Error {
  constructor(name: string) {
    super(`${name} is not sealed, and all files were: it is not what was put there`);
  }
}

/**
 * Nothing of a piece is given out before it is known to be sound. Files of earlier versions lie there as they came
 * until all are sealed, which `isAllSealed` tells; after that such a one is refused.
 */
export async function* opened(
  source: AsyncIterable<Buffer>,
  sealing: Sealing,
  isAllSealed: () => Promise<boolean>,
): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < headBytes) {
    const next = await pieces.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const rest = { [Symbol.asyncIterator]: () => pieces };
  if (!head.subarray(0, mark.length).equals(mark)) {
    if (await isAllSealed()) throw new UnsealedFile(sealing.name);
    yield head;
    yield* rest;
    return;
  }
  const key = fileKeyOf(sealing, head.subarray(mark.length, headBytes));
  let number = 0;
  for await (const [piece, isLast] of cut(joined(head.subarray(headBytes), rest), pieceBytes + tagBytes)) {
    const gcm = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast));
    gcm.setAAD(Buffer.from(sealing.name));
    gcm.setAuthTag(piece.subarray(-tagBytes));
    yield Buffer.concat([gcm.update(piece.subarray(0, -tagBytes)), gcm.final()]);
    number += 1;
  }
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}
