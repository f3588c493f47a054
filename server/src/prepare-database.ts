import { noteFormerUsernames } from '#modules/identity/user/former-usernames.service.ts';
import { keyFormerChains } from '#platform/audit/keying.ts';
import { type Config, ConfigError } from '#platform/config/env.ts';
import { verifyKeyCheck } from '#platform/config/key-file.ts';
import { createCipher } from '#platform/core/cipher.ts';
import { systemClock } from '#platform/core/clock.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import type { OpenDatabase } from '#platform/embedded/embedded.ts';
import { refuseLossy } from '#platform/provision/lossy.ts';
import { isMigrated, migrate } from '#platform/provision/migrate.ts';
import { checkRights } from '#platform/provision/serving-rights.ts';
import { checkServing, isServing, makeServingRole } from '#platform/provision/serving-role.ts';
import { catalog } from '#server/modules.ts';

type Addresses = Pick<OpenDatabase, 'url' | 'servingUrl'>;

/**
 * Migrates the tables, checks that this key is the one they were written with, and returns the address to serve with,
 * which is never the owner's.
 */
export async function prepareDatabase(
  database: Addresses,
  masterKey: Buffer,
  { mayLoseData = false }: Pick<Config, 'mayLoseData'> = {},
): Promise<string> {
  if (!mayLoseData) await refuseLossy(database.servingUrl ?? database.url);
  if (database.servingUrl === undefined && (await isServing(database.url))) {
    return await withoutOwner(database.url, masterKey);
  }
  await migrate(database.url);
  await verifyKey(database.url, masterKey);
  await keyFormerChains(database.url, createCipher(masterKey), systemClock.now());
  await noteFormerUsernames(database.url);
  const url = await makeServingRole(database.url, database.servingUrl, masterKey);
  await checkServing(url);
  // A role may have settings of its own.
  if (!mayLoseData) await refuseLossy(url);
  await checkRights(url, catalog.insertOnly);
  return url;
}

/** Without an owner address, another process must have migrated the tables. */
async function withoutOwner(url: string, masterKey: Buffer): Promise<string> {
  const isUpToDate = await isMigrated(url).catch(async (error: unknown) => {
    // The query itself may fail for lack of a right.
    await checkRights(url, catalog.insertOnly);
    throw error;
  });
  if (!isUpToDate) {
    throw new ConfigError(
      'DATABASE_URL',
      '的角色只能提供服务，而数据库须先迁移：请把所有者的地址写在 DATABASE_OWNER_URL。',
      'names a role that only serves, and the database needs migrations: give the address of the owner as DATABASE_OWNER_URL.',
    );
  }
  await checkRights(url, catalog.insertOnly);
  await verifyKey(url, masterKey);
  return url;
}

async function verifyKey(url: string, masterKey: Buffer): Promise<void> {
  const sql = openDirect(url);
  await verifyKeyCheck(sql, masterKey).finally(() => sql.end());
}
