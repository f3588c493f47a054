import { readFileSync } from 'node:fs';
import type { ErrorCode } from '#schema/codes/error-codes.ts';

const shortest = 8;
/** Long enough for any sentence; a limit at all, because each character costs time. */
const longest = 128;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const common = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(fold),
);

/** What is wrong with a password that somebody chose, or null. Length is counted in characters, not in bytes. */
export function passwordFault(password: string, username: string): ErrorCode | null {
  const length = [...password.normalize('NFC')].length;
  if (length > longest) return 'TOO_LONG';
  const folded = fold(password);
  const isWeak =
    length < shortest || common.has(folded) || folded === fold(username) || new Set(folded).size < 3;
  return isWeak ? 'WEAK_PASSWORD' : null;
}
