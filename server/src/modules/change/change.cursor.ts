import { createHash } from 'node:crypto';
import { invalid } from '#platform/core/errors.ts';

/** A position in the order of the changes. */
export interface Position {
  readonly xid: number;
  readonly ordinal: number;
  /** Distinguishes the line from another with its number after the database was restored; '' before the first. */
  readonly mark: string;
}

export interface Cursor extends Position {
  /** Of the transaction numbers; in another epoch they mean nothing. */
  readonly epoch: string;
  /** Hash of the viewer's reach: once that has changed, the changes alone are incomplete. */
  readonly reach: string;
  /** How many records of the line were delivered; null: all of them. */
  readonly given: number | null;
}

export const beforeAll: Position = { xid: 0, ordinal: 0, mark: '' };

export const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

export const lineMarkOf = (line: { at: string; record_id: string | null }): string =>
  short(`${line.at} ${line.record_id}`);

export function writeCursor({ epoch, reach, xid, ordinal, mark, given }: Cursor): string {
  return Buffer.from(JSON.stringify([epoch, reach, xid, ordinal, mark, given])).toString('base64url');
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export function readCursor(text: string, path: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const [epoch, reach, xid, ordinal, mark, given, ...rest] = Array.isArray(parts) ? parts : [];
    const sound =
      [epoch, reach, mark].every((part) => typeof part === 'string') &&
      isCount(xid) &&
      isCount(ordinal) &&
      ordinal < 2 ** 31 &&
      (given === null || isCount(given)) &&
      rest.length === 0;
    if (sound) return { epoch, reach, xid, ordinal, mark, given };
  } catch {
    // Falls through: not a cursor of the change feed.
  }
  throw invalid({ [path]: 'CURSOR_INVALID' });
}
