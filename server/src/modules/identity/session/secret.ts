import { hash, randomBytes, randomInt } from 'node:crypto';

/** Tokens carry 256 random bits, so a plain hash keeps them as safe as a slow one. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

export const newToken = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** How short-lived tokens of programs begin; the lasting ones begin with `bf_`. */
export const accessPrefix = 'bfa_';

/** No characters that are mistaken for one another when read from a screen. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** For passing on by voice or paper: groups of four letters, 20 bits each. */
export const spelledSecret = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

export const oneTimePassword = (): string => spelledSecret(4);
