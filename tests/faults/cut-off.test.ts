import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '#platform/core/clock.ts';
import { type Connection, connect } from '#platform/database/database.ts';
import { type App, createApp } from '#server/app.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { generousRateLimits } from '#tests/setup/app.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { type OwnDatabase, ownDatabase } from './cluster.ts';
import { logVisit, sendDocument, visitInput } from './requests.ts';
import { makeVillage, type Village } from './village.ts';
import { cuttableWay, type Way } from './way.ts';

/** Without the watchdog they would wait for ever; a busy machine is slow. */
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
    rateLimits: generousRateLimits,
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
  sendDocument(address, village.cadre.session, logVisit, { input: visitInput(village.households, number) });

async function startExport(): Promise<string> {
  const { data, code } = await sendDocument(
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
  const { data } = await sendDocument(
    address,
    administrator.session,
    'query ($id: ID!) { exportJob(id: $id) { status } }',
    { id },
  );
  return (data?.exportJob as { status: string } | undefined)?.status;
}

test('connections left without an answer by a broken network block neither requests nor background jobs', async () => {
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

/** Locks a household's row until released. */
async function holdHousehold(owner: Connection, householdId: string): Promise<() => Promise<void>> {
  let letGo = () => {};
  let isHeld = () => {};
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const holding = owner.db.transaction(async (tx) => {
    await tx.execute(sql`select from household where id = ${householdId} for update`);
    isHeld();
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  await held;
  return async () => {
    letGo();
    await holding;
  };
}

const rowId = (globalId = ''): string => globalId.split(':').at(-1) ?? '';

test('a transaction cut off by the network blocks nobody who sends it again', async () => {
  const owner = connect(database.url, { max: 2, asOwner: true });
  onTestFinished(owner.close);
  const waiting = async () => {
    const [row] = await owner.db.execute(sql`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name ~ '^bangfu .' and wait_event_type = 'Lock'`);
    return row?.n;
  };
  const letGo = await holdHousehold(owner, rowId(village.households[0]));
  const lost = write(0);
  await expect.poll(waiting, bound).toBe(1);
  way.cut();
  expect((await lost).code).toBe('UNAVAILABLE');
  // Nobody reads its answer any more: the cut-off session holds the locks of the household and of the mutation id.
  await letGo();
  way.mend();
  await expect.poll(readiness, bound).toBe(200);
  expect((await write(0)).code).toBeNull();
}, 120_000);

test('the database ends a transaction of a server that is gone and cut off', async () => {
  const gone = await cuttableWay(database.servingUrl);
  const connection = connect(gone.url, { max: 1, statementMs: 5_000 });
  onTestFinished(async () => {
    await connection.close();
    await gone.close();
  });
  let isHeld = () => {};
  const held = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const householdId = rowId(village.households[1]);
  void connection.db
    .transaction(async (tx) => {
      await tx.execute(sql`select from household where id = ${householdId} for update`);
      gone.cut();
      isHeld();
      await new Promise(() => undefined);
    })
    .catch(() => undefined);
  await held;
  expect((await write(1)).code).toBe('TIMED_OUT');
  await expect.poll(() => write(1).then(({ code }) => code), bound).toBeNull();
}, 120_000);
