import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  databasePid,
  holder,
  type Running,
  signalDatabase,
  startServer,
  temporaryFolder,
} from '#tests/cli/processes.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { logVisit, sendDocument, visitInput } from './requests.ts';
import { makeVillage, type Village } from './village.ts';

/** The promise, however busy the machine: a supervisor kills the process then. */
const tenSeconds = 10_000;
const folder = temporaryFolder();
const { dataDir } = folder;
let server: Running;
let village: Village;

/** On SIGUSR2 an unhandled promise is rejected, and a timer throws. */
const careless = `data:text/javascript,process.on('SIGUSR2',()=>{
  void Promise.reject(new Error('nobody heard'));setTimeout(()=>{throw new Error('nobody caught')});})`;

const start = async () => {
  const settings = { BANGFU_DATA: dataDir, BANGFU_KEY: masterKey.toString('hex') };
  server = await startServer(settings, ['--import', careless]);
};

beforeAll(async () => {
  await start();
  village = await makeVillage(holder(dataDir).databaseUrl, 2);
}, 300_000);

afterAll(async () => {
  await server.stop();
  folder.remove();
}, 60_000);

const ready = () =>
  fetch(`${server.address}/readyz`, { headers: { connection: 'close' } }).then(
    ({ status }) => status,
    () => null,
  );
const log = (number: number) =>
  sendDocument(server.address, village.cadre.session, logVisit, {
    input: visitInput(village.households, number),
  });

test('an unhandled failure is logged and does not end the process', async () => {
  server.child.kill('SIGUSR2');
  await expect.poll(() => server.stderr(), { timeout: tenSeconds }).toContain('nobody caught');
  expect(server.stderr()).toContain('nobody heard');
  expect((await log(1)).code).toBeNull();
  expect(server.child.exitCode).toBeNull();
}, 60_000);

test('on SIGTERM it turns not ready, answers running requests, and ends', async () => {
  const seen: (number | null)[] = [];
  let whileRed: ReturnType<typeof log> | undefined;
  const underWay = [2, 3, 4, 5].map(log);
  const begun = performance.now();
  const stopped = server.stop();
  while (seen.at(-1) !== null) {
    seen.push(await ready());
    // Load balancers have not polled yet: these are still served.
    if (seen.at(-1) === 503) whileRed ??= log(6);
    await sleep(20);
  }
  expect(seen).toContain(503);
  expect((await whileRed)?.code).toBeNull();
  expect((await Promise.all(underWay)).map(({ code }) => code)).toEqual([null, null, null, null]);
  expect((await stopped).code).toBe(0);
  expect(performance.now() - begun).toBeLessThan(tenSeconds);
  expect(databasePid(dataDir)).toBeNull();
  await start();
}, 120_000);

test('also with a frozen database, which stops by itself when it continues', async () => {
  signalDatabase(dataDir, 'SIGSTOP');
  const begun = performance.now();
  try {
    await server.stop();
    expect(performance.now() - begun).toBeLessThan(tenSeconds);
  } finally {
    signalDatabase(dataDir, 'SIGCONT');
  }
  await expect.poll(() => databasePid(dataDir), { timeout: 60_000 }).toBeNull();
  await start();
}, 180_000);
