import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { connect } from '#platform/database.ts';
import { type App, createApp } from '#server/app.ts';
import { type Person, signedIn } from '#tests/factories/people.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { type OwnDatabase, ownDatabase } from './cluster.ts';
import { ask, logVisit, visitInput } from './requests.ts';
import { makeVillage, type Village } from './village.ts';
import { cuttableWay, type Way } from './way.ts';

/** Without the watch they would wait for ever; a busy machine is slow. */
const bound = { timeout: 40_000, interval: 100 };
let database: OwnDatabase;
let way: Way;
let app: App;
let address: string;
let village: Village;
let administrator: Person;

beforeAll(async () => {
  database = await ownDatabase();
  way = await cuttableWay(database.servingUrl);
  app = await createApp({
    databaseUrl: way.url,
    masterKey,
    dataDir: database.dataDir,
    logLevel: 'silent',
  });
  address = await app.listen(0, '127.0.0.1');
  await app.jobs.start();
  village = await makeVillage(database.url, 4);
  const owner = connect(database.url, { max: 1, asOwner: true });
  administrator = await signedIn({ owner, clock: systemClock }, 'SYSTEM_ADMINISTRATOR', null);
  await owner.close();
}, 300_000);

afterAll(async () => {
  await app.close();
  await way.close();
  await database.remove();
}, 120_000);

const readiness = () => fetch(`${address}/readyz`).then(({ status }) => status);
const write = (number: number) =>
  ask(address, village.cadre.session, logVisit, { input: visitInput(village.households, number) });

async function startExport(): Promise<string> {
  const { data, code } = await ask(
    address,
    administrator.session,
    'mutation ($input: StartExportInput!) { startExport(input: $input) { exportJob { id } } }',
    { input: { type: 'Division', format: 'JSONL', purpose: '核对行政区划' } },
  );
  expect(code).toBeNull();
  if (!data) throw new Error('no export');
  return (data.startExport as { exportJob: { id: string } }).exportJob.id;
}

async function exportStatus(id: string): Promise<unknown> {
  const { data } = await ask(
    address,
    administrator.session,
    'query ($id: ID!) { exportJob(id: $id) { status } }',
    { id },
  );
  return (data?.exportJob as { status: string } | undefined)?.status;
}

test('connections that a broken network left without an answer hold up neither requests nor work in the background', async () => {
  expect((await write(1)).code).toBeNull();
  await expect.poll(exportStatus.bind(null, await startExport()), bound).toBe('DONE');
  for (const round of [2, 3]) {
    way.cut();
    await expect.poll(readiness, bound).toBe(503);
    expect((await write(10 * round)).code).toBe('UNAVAILABLE');
    way.mend();
    await expect.poll(readiness, bound).toBe(200);
    expect((await write(10 * round + 1)).code).toBeNull();
    await expect.poll(exportStatus.bind(null, await startExport()), bound).toBe('DONE');
  }
}, 240_000);
