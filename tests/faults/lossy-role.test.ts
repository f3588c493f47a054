import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '#server/prepare-database.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { type OwnDatabase, ownDatabase } from './cluster.ts';

let database: OwnDatabase;

beforeAll(async () => {
  database = await ownDatabase();
}, 300_000);
afterAll(() => database.remove(), 120_000);

test('a serving role with asynchronous commits is refused too, unless the configuration allows it', async () => {
  const { url, servingUrl } = database;
  const alter = async (setting: string): Promise<void> => {
    const owner = postgres(url, { max: 1, onnotice: () => {} });
    await owner.unsafe(`alter role ${new URL(servingUrl).username} ${setting}`).finally(() => owner.end());
  };
  await expect(prepareDatabase({ url }, masterKey)).resolves.toBe(servingUrl);
  await alter('set synchronous_commit = off');
  const ways = [{ url }, { url, servingUrl }, { url: servingUrl }];
  for (const addresses of ways)
    await expect(prepareDatabase(addresses, masterKey)).rejects.toThrow('has synchronous_commit off');
  await expect(prepareDatabase({ url }, masterKey, { mayLoseData: true })).resolves.toBe(servingUrl);
  await alter('reset synchronous_commit');
  await expect(prepareDatabase({ url }, masterKey)).resolves.toBe(servingUrl);
}, 60_000);
