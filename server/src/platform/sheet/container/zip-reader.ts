import { crc32, createInflateRaw } from 'node:zlib';
import { SheetError } from '../sheet-error.ts';
import type { SheetLimits } from '../sheet-row.ts';

/** A zip archive in memory. Sizes in its headers are never trusted: only the inflated bytes count. */
export interface Zip {
  has(path: string): boolean;
  /** The part's bytes in pieces of at most 64 KiB. Throws a SheetError at the first fault. */
  stream(path: string, maxBytes?: number): AsyncGenerator<Buffer>;
}

/** For parts that describe the workbook: small, but held in memory or scanned element by element. */
export const SMALL_PART_BYTES = 16 * 1024 * 1024;

interface Entry {
  method: number;
  isEncrypted: boolean;
  crc: number;
  packedSize: number;
  offset: number;
}

const MAX_ENTRIES = 10_000;
const CHUNK = 64 * 1024;

export function openZip(bytes: Buffer, limits: SheetLimits): Zip {
  const entries = readDirectory(bytes);
  // What a file of this size may inflate to. Each part counts once, however often it is read.
  const most = Math.min(
    limits.maxExpandedBytes,
    limits.expandedFreeBytes + bytes.length * limits.expandedPerByte,
  );
  const sizes = new Map<Entry, number>();
  let expanded = 0;

  async function* stream(path: string, maxBytes = limits.maxExpandedBytes): AsyncGenerator<Buffer> {
    const entry = entries.get(path.toLowerCase());
    if (!entry) throw new SheetError('FILE_BROKEN');
    let size = 0;
    let crc = 0;
    for await (const { chunk, consumed } of unpack(packedBytes(bytes, entry), entry)) {
      size += chunk.length;
      const before = sizes.get(entry) ?? 0;
      if (size > before) {
        sizes.set(entry, size);
        expanded += size - before;
      }
      const isBomb = size > limits.ratioFreeBytes && size > consumed * limits.maxExpansion;
      const isOver = size > maxBytes || expanded > most;
      if (isBomb || isOver) throw new SheetError('FILE_EXPANDS_TOO_MUCH');
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (crc !== entry.crc) throw new SheetError('FILE_BROKEN');
  }

  return { has: (path) => entries.has(path.toLowerCase()), stream };
}

/** `consumed`: packed bytes read so far. A zip bomb shows within its first megabytes, however long it is. */
async function* unpack(packed: Buffer, entry: Entry): AsyncGenerator<{ chunk: Buffer; consumed: number }> {
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += CHUNK) {
      const chunk = packed.subarray(at, at + CHUNK);
      yield { chunk, consumed: at + chunk.length };
      await new Promise(setImmediate);
    }
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield { chunk, consumed: inflate.bytesWritten || packed.length };
  } catch (cause) {
    throw new SheetError('FILE_BROKEN', undefined, cause);
  } finally {
    inflate.destroy();
  }
}

function packedBytes(bytes: Buffer, entry: Entry): Buffer {
  if (entry.isEncrypted) throw new SheetError('FILE_ENCRYPTED');
  if (entry.method !== 0 && entry.method !== 8) throw new SheetError('FILE_BROKEN');
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50)
    throw new SheetError('FILE_BROKEN');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packedSize > bytes.length) throw new SheetError('FILE_BROKEN');
  return bytes.subarray(start, start + entry.packedSize);
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  try {
    const entries = new Map<string, Entry>();
    const { count, offset } = findDirectory(bytes);
    if (count > MAX_ENTRIES) throw new SheetError('FILE_BROKEN');
    let at = offset;
    for (let index = 0; index < count; index++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new SheetError('FILE_BROKEN');
      const nameLength = bytes.readUInt16LE(at + 28);
      const extraLength = bytes.readUInt16LE(at + 30);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
      entries.set(name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(), readEntry(bytes, at, extra));
      at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    }
    return entries;
  } catch (cause) {
    if (cause instanceof SheetError) throw cause;
    throw new SheetError('FILE_BROKEN', undefined, cause);
  }
}

function readEntry(bytes: Buffer, at: number, extra: Buffer): Entry {
  const sizes = {
    size: bytes.readUInt32LE(at + 24),
    packedSize: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  const wide = extraField(extra, 0x0001);
  let next = 0;
  // The order is fixed by the format; only fields that overflow in the directory are repeated here.
  for (const field of ['size', 'packedSize', 'offset'] as const) {
    if (!wide || sizes[field] !== 0xffffffff) continue;
    sizes[field] = Number(wide.readBigUInt64LE(next));
    next += 8;
  }
  return {
    method: bytes.readUInt16LE(at + 10),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    crc: bytes.readUInt32LE(at + 16),
    packedSize: sizes.packedSize,
    offset: sizes.offset,
  };
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

/** The end record is last, except for a comment of at most 64 KiB. */
function findDirectory(bytes: Buffer): { count: number; offset: number } {
  const tail = Math.max(0, bytes.length - 22 - 0xffff);
  const end = bytes.lastIndexOf('PK\x05\x06', bytes.length - 22, 'latin1');
  if (end < tail) throw new SheetError('FILE_BROKEN');
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
  const wideEnd = Number(bytes.readBigUInt64LE(end - 20 + 8));
  if (bytes.readUInt32LE(wideEnd) !== 0x06064b50) throw new SheetError('FILE_BROKEN');
  return {
    count: Number(bytes.readBigUInt64LE(wideEnd + 32)),
    offset: Number(bytes.readBigUInt64LE(wideEnd + 48)),
  };
}
