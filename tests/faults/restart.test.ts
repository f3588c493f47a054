import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, type Running, signalDatabase, startServer, temporaryFolder } from '#tests/cli/processes.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { logVisit, sendDocument, visitInput } from './requests.ts';
import { makeVillage, type Village } from './village.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
let server: Running;
let village: Village;

beforeAll(async () => {
  server = await startServer({ BANGFU_DATA: dataDir, BANGFU_KEY: masterKey.toString('hex') });
  village = await makeVillage(holder(dataDir).databaseUrl, 4);
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

const log = (number: number) =>
  sendDocument(server.address, village.cadre.session, logVisit, {
    input: visitInput(village.households, number),
  });

test('after a restart of the database the next mutation with an id is served, and the process survives', async () => {
  // As many at once as there are transaction connections, so that all of them are open and will be lost.
  const first = await Promise.all(Array.from({ length: 16 }, (_, number) => log(number)));
  expect(first.map(({ status, code }) => [status, code])).toEqual(first.map(() => [200, null]));
  signalDatabase(dataDir, 'SIGKILL');
  await expect.poll(() => log(100).then(({ code }) => code), { timeout: 60_000, interval: 200 }).toBe(null);
  const next = await Promise.all(Array.from({ length: 16 }, (_, number) => log(200 + number)));
  expect(next.map(({ status, code }) => [status, code])).toEqual(next.map(() => [200, null]));
  expect(server.child.exitCode).toBeNull();
}, 120_000);
