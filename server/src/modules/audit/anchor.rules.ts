import type { Anchor } from './audit.rules.ts';

const format = 'bangfu-audit-heads/1';

/**
 * Heads for noting down outside the database: `{"format": "bangfu-audit-heads/1", "at": "<instant>", "heads":
 * [{"countyCode": "130434", "seq": 12, "hash": "<64 hexadecimal digits>"}]}`. What stands beside these is not looked at.
 */
export const anchorsFile = (at: Date, heads: readonly Anchor[]) => ({ format, at: at.toISOString(), heads });

/** The heads of such a file, or null where it is none. */
export function readAnchors(text: string): Anchor[] | null {
  const read = parse(text);
  if (!isRecord(read) || read.format !== format || !Array.isArray(read.heads)) return null;
  const heads: unknown[] = read.heads;
  return heads.every(isAnchor) ? heads : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isAnchor = (value: unknown): value is Anchor =>
  isRecord(value) &&
  /^\d{6}$/.test(String(value.countyCode)) &&
  Number.isSafeInteger(value.seq) &&
  Number(value.seq) > 0 &&
  /^[0-9a-f]{64}$/.test(String(value.hash));
