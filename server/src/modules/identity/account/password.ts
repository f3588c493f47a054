import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, the library's default, with 19 MiB of memory, two passes and a parallelism of one. */
export const argonCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same character may be encoded in several ways, depending on the keyboard. */
const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), argonCost);

let nobody: Promise<string> | undefined;

/** Without a hash it verifies against a dummy, so that the time does not reveal whether the account exists. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const fits = await verify(passwordHash ?? (await nobody), normal(password));
  return fits && passwordHash !== null;
}
