import postgres from 'postgres';
import { keyFormerChains } from '#platform/audit-keying.ts';
import { createCipher } from '#platform/cipher.ts';
import { systemClock } from '#platform/clock.ts';
import { verifyKeyCheck } from '#platform/key-file.ts';
import { migrate } from '#platform/migrate.ts';

/** Brings the tables up to date and makes sure that this key is the one they were written with. */
export async function prepareDatabase(databaseUrl: string, masterKey: Buffer): Promise<void> {
  await migrate(databaseUrl);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await verifyKeyCheck(sql, masterKey).finally(() => sql.end());
  await keyFormerChains(databaseUrl, createCipher(masterKey), systemClock.now());
}
