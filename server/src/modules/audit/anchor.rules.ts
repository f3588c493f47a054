import type { Anchor } from './audit.rules.ts';

const format = 'bangfu-audit-heads/1';

/**
 * Heads for noting down outside the database: `{"format": "bangfu-audit-heads/1", "at": "<instant>", "heads":
 * [{"countyCode": "130434", "seq": 12, "hash": "<64 hexadecimal digits>"}]}`. What stands beside these is not looked
 * at.
 */
export const anchorsFile = (at: Date, heads: readonly Anchor[]) => ({ format, at: at.toISOString(), heads });

/** Why a file is of no use: no JSON, no heads of this format, or a head that is none, with its place from 0 on. */
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
