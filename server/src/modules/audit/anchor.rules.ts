import type { Anchor } from './audit.rules.ts';

const format = 'bangfu-audit-heads/1';

/**
 * Heads to store outside the database: `{"format": "bangfu-audit-heads/1", "at": "<instant>", "heads": [{"countyCode":
 * "130434", "seq": 12, "hash": "<64 hexadecimal digits>"}]}`. Other fields are ignored.
 */
export const anchorsFile = (at: Date, heads: readonly Anchor[]) => ({ format, at: at.toISOString(), heads });

/** Why a file cannot be used: no JSON, another format, or an invalid head, with its index from 0. */
export type AnchorFault = 'NOT_JSON' | 'OTHER_FORMAT' | { readonly noHead: number };

/** The heads in such a file, or its fault. A head that cannot be read is a fault and is not skipped. */
export function readAnchors(text: string): readonly Anchor[] | AnchorFault {
  const read = parse(text);
  if (read === undefined) return 'NOT_JSON';
  if (!isRecord(read) || read.format !== format || !Array.isArray(read.heads)) return 'OTHER_FORMAT';
  const heads: unknown[] = read.heads;
  const noHead = heads.findIndex((head) => !isAnchor(head));
  return noHead < 0 ? heads.filter(isAnchor) : { noHead };
}

export const isFault = (read: readonly Anchor[] | AnchorFault): read is AnchorFault => !Array.isArray(read);

/** Skips the lines that package runners print before the output of the script. */
function parse(text: string): unknown {
  const before = /^\s*(?=\{)/m.exec(text);
  try {
    return JSON.parse(before ? text.slice(before.index + before[0].length) : text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isAnchor = (value: unknown): value is Anchor =>
  isRecord(value) &&
  isTextLike(value.countyCode, /^\d{6}$/) &&
  Number.isSafeInteger(value.seq) &&
  Number(value.seq) > 0 &&
  isTextLike(value.hash, /^[0-9a-f]{64}$/);

const isTextLike = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value);
