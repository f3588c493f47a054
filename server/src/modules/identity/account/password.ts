import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id is the library's kind of its own accord; 19 MiB, two passes, one lane. */
export const argonCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One character may be written in several ways; what is typed on another keyboard must still be the same. */
const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), argonCost);

let nobody: Promise<string> | undefined;

/** Without a hash it works just as long on one that nothing fits, so that time does not tell who exists. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const fits = await verify(passwordHash ?? (await nobody), normal(password));
  return fits && passwordHash !== null;
}
