import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import type { FileStorage } from './storage.ts';
import {
  extensionOf,
  headBytes,
  recogniseUpload,
  refused,
  tidyFileName,
  type UploadKind,
  type UploadType,
} from './uploads-types.ts';

const megabyte = 1_024 * 1_024;

export const uploadLimits = {
  bytes: { photo: 10 * megabyte, sheet: 20 * megabyte } satisfies Record<UploadKind, number>,
  /** For the other parts of the form, and for buffers between socket and storage. */
  formBytes: megabyte,
  /** A sender who says nothing for so long is gone. */
  silenceMs: 30_000,
  /** Long enough for 20 MB over a poor line. */
  wholeMs: 15 * 60_000,
  /** How long the rest of a refused body is thrown away, so that the sender can read the answer. */
  lingerMs: 10_000,
};
export type UploadLimits = typeof uploadLimits;

/** A file that lies in the storage, and nowhere else yet. */
export interface StoredUpload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/**
 * Takes the one file of a form into the storage, piece by piece: never more of it than a limit allows is on disk, and
 * never more than a few pieces in memory. Whatever goes wrong leaves no file. `mayKeep` throws where the viewer may
 * not bring such a file.
 */
export async function receiveUpload(
  request: FastifyRequest,
  storage: FileStorage,
  mayKeep: (kind: UploadKind) => void,
  limits: UploadLimits,
): Promise<StoredUpload> {
  if (!request.isMultipart()) throw refused('FILE_MISSING');
  const mostBytes = Math.max(...Object.values(limits.bytes)) + limits.formBytes;
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw refused('FILE_TOO_LARGE');
  const stopWatching = watch(request.raw, mostBytes, limits);
  let stored: StoredUpload | null = null;
  try {
    for await (const part of unbroken(request.parts({ limits: formLimits }))) {
      if (part.type !== 'file') continue;
      if (stored) throw refuse('INVALID_INPUT', { file: 'TOO_MANY' });
      stored = await store(part, storage, mayKeep, limits);
    }
    if (!stored) throw refused('FILE_MISSING');
    return stored;
  } catch (error) {
    if (stored) await storage.remove(stored.storageKey);
    throw error;
  } finally {
    stopWatching();
  }
}

/** The size of the file is watched here, by its type. */
const formLimits = {
  files: 2,
  fields: 10,
  parts: 12,
  fieldSize: 1_024,
  headerPairs: 20,
  fileSize: Number.POSITIVE_INFINITY,
};

async function store(
  part: MultipartFile,
  storage: FileStorage,
  mayKeep: (kind: UploadKind) => void,
  limits: UploadLimits,
): Promise<StoredUpload> {
  const pieces = unbroken(part.file as AsyncIterable<Buffer>);
  const head = await firstBytes(pieces);
  if (head.length === 0) throw refused('FILE_EMPTY');
  const type = recogniseUpload(head, part.filename);
  mayKeep(type.kind);
  const fileName = tidyFileName(part.filename, type);
  const storageKey = keyFor(type, fileName);
  const hash = createHash('sha256');
  let byteSize = 0;
  async function* measured() {
    for await (const piece of joined(head, pieces)) {
      byteSize += piece.length;
      if (byteSize > limits.bytes[type.kind]) throw refused('FILE_TOO_LARGE');
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await storage.put(storageKey, Readable.from(measured(), { objectMode: false }));
  } catch (error) {
    await storage.remove(storageKey);
    throw error;
  }
  return { fileName, mediaType: type.mediaType, byteSize, sha256: hash.digest('hex'), storageKey };
}

const keyFor = ({ kind }: UploadType, fileName: string): string =>
  `${kind}s/${newId()}.${extensionOf(fileName)}`;

async function firstBytes(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < headBytes) {
    const { value, done } = await pieces.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* joined(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

/** A form or file that ends too early is an error of the sender. */
async function* unbroken<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const from = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await from.next().catch((error: unknown) => {
      const isTooMuch = (error as { statusCode?: number } | null)?.statusCode === 413;
      throw isTooMuch ? refuse('BODY_TOO_LARGE') : refused('FILE_UPLOAD_BROKEN');
    });
    if (next.done) return;
    yield next.value;
  }
}

/**
 * Cuts off a sender who falls silent, takes for ever, or sends more around the file than a form has. A file that is too
 * large is refused in words, further up.
 */
function watch(raw: IncomingMessage, mostBytes: number, { silenceMs, wholeMs }: UploadLimits): () => void {
  const cutOff = () => raw.destroy();
  const silence = setTimeout(cutOff, silenceMs);
  const whole = setTimeout(cutOff, wholeMs);
  let bytes = 0;
  const count = (piece: Buffer) => {
    silence.refresh();
    bytes += piece.length;
    if (bytes > mostBytes) cutOff();
  };
  // The form is read from this same turn of the loop on, so that nothing flows past it.
  raw.on('data', count);
  return () => {
    clearTimeout(silence);
    clearTimeout(whole);
    raw.off('data', count);
  };
}

/**
 * Throws away what is still to come of a refused request: a sender in the middle of a body reads no answer, and one
 * that is cut off at once never sees it. After a while the connection is cut all the same.
 */
export function discardRest(raw: IncomingMessage, lingerMs: number): void {
  raw.unpipe();
  raw.resume();
  if (raw.readableEnded || raw.destroyed) return;
  const timer = setTimeout(() => raw.destroy(), lingerMs);
  const done = () => clearTimeout(timer);
  raw.once('end', done).once('close', done);
}
