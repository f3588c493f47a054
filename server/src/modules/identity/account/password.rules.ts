import { readFileSync } from 'node:fs';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { countPieces, Words } from './guessable.rules.ts';

const shortest = 8;
/** Long enough for any sentence; limited because hashing takes time for each character. */
const longest = 128;
/** Fewer can be guessed: Passw0rd! has two pieces, Zhang-1990! has four. */
const fewestPieces = 5;

const linesOf = (name: string): string[] =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const common = new Words(
  linesOf('common-passwords.txt'),
  linesOf('common-words.txt').flatMap((line) => line.split(' ')),
);

const ofName = (username: string) => new Words([username, username.replace(/[._-]/g, '')], partsOf(username));
/** Parts of a user name, also without its digits: the password of zhangdesk9 must not be built on zhangdesk. */
const partsOf = (username: string) =>
  [...username.split(/[._-]/), ...username.split(/[._\-\d]+/)].filter(
    (part) => part.length >= shortestPart(part),
  );
/** Two Chinese characters can be a whole name. */
const shortestPart = (part: string): number => (/\p{Script=Han}/u.test(part) ? 2 : 3);

/** The fault of a chosen password, or null. Length is counted in characters, not in bytes. */
export function passwordFault(password: string, username: string): ErrorCode | null {
  const length = [...password.normalize('NFC')].length;
  if (length > longest) return 'TOO_LONG';
  const isWeak = length < shortest || countPieces(password, common, ofName(username)) < fewestPieces;
  return isWeak ? 'WEAK_PASSWORD' : null;
}
