import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  path: string;
  content: Iterable<string> | AsyncIterable<string>;
}

/** A zip archive piece by piece. Each part is generated while it is written, so none is ever held whole. */
export async function* zipChunks(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.path);
    const start = offset;
    const local = header(0x04034b50, [[20, 2]], { crc: 0, packed: 0, size: 0 }, name);
    yield local;
    offset += local.length;
    const sums = { crc: 0, packed: 0, size: 0 };
    for await (const chunk of deflated(part.content, sums)) {
      offset += chunk.length;
      yield chunk;
    }
    const descriptor = fields([0x08074b50, 4], [sums.crc, 4], [sums.packed, 4], [sums.size, 4]);
    yield descriptor;
    offset += descriptor.length;
    directory.push(directoryEntry(sums, name, start));
  }
  const entries = Buffer.concat(directory);
  const count = directory.length;
  yield entries;
  yield fields([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [entries.length, 4], [offset, 4], [0, 2]);
}

interface Sums {
  crc: number;
  packed: number;
  size: number;
}

async function* deflated(content: ZipPart['content'], sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw();
  async function* counted() {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  }
  const feeding = pipeline(Readable.from(counted()), deflate);
  // The loop below gets the failure through the stream; this only keeps it from counting as unhandled.
  feeding.catch(() => undefined);
  for await (const chunk of deflate) {
    sums.packed += chunk.length;
    yield chunk;
  }
  await feeding;
}

type Field = [value: number, bytes: 2 | 4];

function fields(...list: Field[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((length, [, bytes]) => length + bytes, 0));
  let at = 0;
  for (const [value, bytes] of list)
    at = bytes === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at);
  return buffer;
}

/** Sizes follow the content (bit 3), names are UTF-8 (bit 11); the date is 1980-01-01, the earliest possible. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const DATE = 0x21;

function header(signature: number, versions: Field[], sums: Sums, name: Buffer): Buffer {
  const fixed = fields(
    [signature, 4],
    ...versions,
    [FLAGS, 2],
    [DEFLATE, 2],
    [0, 2],
    [DATE, 2],
    [sums.crc, 4],
    [sums.packed, 4],
    [sums.size, 4],
    [name.length, 2],
    [0, 2],
  );
  return signature === 0x04034b50 ? Buffer.concat([fixed, name]) : fixed;
}

function directoryEntry(sums: Sums, name: Buffer, start: number): Buffer {
  const versions: Field[] = [
    [20, 2],
    [20, 2],
  ];
  const rest = fields([0, 2], [0, 2], [0, 2], [0, 4], [start, 4]);
  return Buffer.concat([header(0x02014b50, versions, sums, name), rest, name]);
}
