import { hash, randomBytes, randomInt } from 'node:crypto';

/** Tokens have 256 random bits, so a fast hash is enough. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

export const newToken = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

/** Prefix of short-lived access tokens; API tokens begin with `bf_`. */
export const accessPrefix = 'bfa_';

/** Without characters that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** To be passed on by voice or paper: groups of four letters, 20 bits each. */
export const spelledSecret = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

export const oneTimePassword = (): string => spelledSecret(4);
