import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** The program that derives migrations from the tables, to be run by Node. */
export const drizzleKit = path.join(
  path.dirname(createRequire(import.meta.url).resolve('drizzle-kit')),
  'bin.cjs',
);
