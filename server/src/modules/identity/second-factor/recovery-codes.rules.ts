import { spelledSecret } from '#modules/identity/session/secret.ts';

const codesAtOnce = 10;
/** Twelve letters are 59 bits; a guess costs one of ten attempts in a quarter of an hour. */
const groups = 3;

/** Ten codes for a lost phone, each valid for one login. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codesAtOnce }, () => spelledSecret(groups));

/** The canonical form: ignores width, case, blanks and dashes. */
export const normaliseCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '');

/** Six digits come from the app; anything else can only be a recovery code, which always has letters or more digits. */
export const isAppCode = (code: string): boolean => /^\d{6}$/.test(code);
