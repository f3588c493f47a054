import { open } from 'node:fs/promises';
import { utf16Of } from '#platform/files/text-encoding.ts';
import { isWebPage } from '#platform/files/uploads-types.ts';
import { SheetError } from './sheet-error.ts';
import type { SheetSource } from './sheet-row.ts';

export interface FileContent {
  kind: 'xlsx' | 'text';
  bytes: Buffer;
}

/** Reads no more than the limit, however large the file grows, and tells its type by its first bytes. */
export async function loadFile(
  source: SheetSource,
  fileName: string,
  maxBytes: number,
): Promise<FileContent> {
  const bytes = typeof source === 'string' ? await readLimited(source, maxBytes) : toBuffer(source);
  if (bytes.length > maxBytes) throw new SheetError('FILE_TOO_LARGE');
  if (bytes.length === 0) throw new SheetError('FILE_EMPTY');
  return { kind: recognise(bytes, fileName), bytes };
}

function toBuffer(source: Uint8Array): Buffer {
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}

async function readLimited(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new SheetError('FILE_TOO_LARGE');
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Name of the stream that holds a password-protected workbook. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

function recognise(bytes: Buffer, fileName: string): FileContent['kind'] {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx';
  if (bytes.subarray(0, OLE.length).equals(OLE)) {
    if (bytes.includes(ENCRYPTED_PACKAGE)) throw new SheetError('FILE_ENCRYPTED');
    throw new SheetError('FILE_TYPE_UNSUPPORTED', 'FILE_OLD_EXCEL');
  }
  const isUtf16 = utf16Of(bytes) !== null;
  const start = bytes.subarray(0, 4096);
  const isBinary = !isUtf16 && start.includes(0);
  const isMarkup = /^(\uFEFF|\u00EF\u00BB\u00BF)?\s*(<[!?a-z]|%PDF|\{\\rtf)/i.test(start.toString('latin1'));
  if (isWebPage(start)) throw new SheetError('FILE_TYPE_UNSUPPORTED', 'FILE_WEB_PAGE');
  if (isMarkup) throw new SheetError('FILE_TYPE_UNSUPPORTED');
  if (/\.xlsx$/i.test(fileName)) throw new SheetError('FILE_BROKEN');
  if (isBinary || !/\.(csv|tsv|txt|xls)$/i.test(fileName)) throw new SheetError('FILE_TYPE_UNSUPPORTED');
  return 'text';
}
