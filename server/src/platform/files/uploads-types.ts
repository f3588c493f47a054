import { type AppError, refuse } from '#platform/core/errors.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { utf16Of } from './text-encoding.ts';

export type UploadKind = 'photo' | 'sheet';

export interface UploadType {
  readonly kind: UploadKind;
  readonly mediaType: string;
  /** Endings a name may have; the first is given to one that has none of them. */
  readonly extensions: readonly [string, ...string[]];
}

/** Bytes needed to detect the type. */
export const headBytes = 4_096;

const jpeg: UploadType = { kind: 'photo', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'] };
const png: UploadType = { kind: 'photo', mediaType: 'image/png', extensions: ['png'] };
const webp: UploadType = { kind: 'photo', mediaType: 'image/webp', extensions: ['webp'] };
const heic: UploadType = { kind: 'photo', mediaType: 'image/heic', extensions: ['heic', 'heif'] };
const xlsx: UploadType = {
  kind: 'sheet',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['xlsx'],
};
const csv: UploadType = { kind: 'sheet', mediaType: 'text/csv', extensions: ['csv', 'tsv', 'txt'] };

const heicBrands = /^(hei[cxms]|hev[cxms]|mif1|msf1)$/;

/**
 * Detects the type from the first bytes and not from the header; the name decides only between kinds of text and zip.
 */
export function recogniseUpload(head: Buffer, fileName: string): UploadType {
  const startsWith = (hex: string) => head.toString('hex', 0, hex.length / 2) === hex;
  const latin = (from: number, to: number) => head.toString('latin1', from, to);
  const isNamed = (type: UploadType) => type.extensions.includes(extensionOf(fileName));
  if (startsWith('ffd8ff')) return jpeg;
  if (startsWith('89504e470d0a1a0a')) return png;
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return webp;
  if (latin(4, 8) === 'ftyp' && heicBrands.test(latin(8, 12))) return heic;
  const isOldName = extensionOf(fileName) === 'xls';
  if (startsWith('504b0304') && (isNamed(xlsx) || isOldName)) return xlsx;
  // The old container also wraps new workbooks that have a password.
  if (startsWith('d0cf11e0a1b11ae1')) throw refused(isNamed(xlsx) ? 'FILE_ENCRYPTED' : 'FILE_OLD_EXCEL');
  const isSheetName = isNamed(xlsx) || isNamed(csv) || isOldName;
  if (isSheetName && isWebPage(head)) throw refused('FILE_WEB_PAGE');
  if (isNamed(xlsx)) throw refused('FILE_DAMAGED');
  if ((isNamed(csv) || isOldName) && isText(head)) return csv;
  throw refused('FILE_TYPE');
}

/**
 * Many systems give out tables as web pages, also in one file (MHTML), or as the XML of 2003, under the name of a
 * spreadsheet.
 */
export const isWebPage = (head: Buffer): boolean =>
  /^(?:\u00EF\u00BB\u00BF)?\s*(?:<(?:!doctype|!--|html|head|meta|style|body|table|div|\?xml)|mime-version:|content-type:)/i.test(
    head.toString('latin1', 0, 512),
  );

function isText(head: Buffer): boolean {
  const isUtf16 = utf16Of(head) !== null;
  const isMarkup = /^(\u00EF\u00BB\u00BF)?\s*(<[!?a-z]|%PDF|\{\\rtf)/i.test(head.toString('latin1', 0, 512));
  return !isMarkup && (isUtf16 || !head.includes(0));
}

export const extensionOf = (fileName: string): string =>
  /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

/** A fault of the file itself. */
export const refused = (code: ErrorCode): AppError => refuse(code, { file: code });

const longestName = 200;

/** A name that is safe to keep, to show and to save under: no path, nothing invisible, an ending that fits. */
export function tidyFileName(given: string, type: UploadType): string {
  const visible = given.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '');
  const last = visible.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replaceAll(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  const extension = extensionOf(plain);
  const fits = type.extensions.includes(extension);
  const stem = (fits ? plain.slice(0, -extension.length - 1) : plain) || 'file';
  const ending = `.${fits ? extension : type.extensions[0]}`;
  return `${[...stem].slice(0, longestName - ending.length).join('')}${ending}`;
}
