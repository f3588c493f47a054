import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { type App, createApp } from '#server/app.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { type OwnDatabase, ownDatabase } from './cluster.ts';
import { logVisit, sendDocument, visitInput } from './requests.ts';
import { makeVillage, type Village } from './village.ts';

/** The promised limit of each answer; without it they would wait as long as the database is down. */
const promised = 5_000;
/** Until requests are served again; a busy machine is slow. */
const bound = 10_000;
let database: OwnDatabase;
let app: App;
let address: string;
let village: Village;
let log: string[] = [];
let visits = 0;

beforeAll(async () => {
  database = await ownDatabase();
  app = await createApp({
    databaseUrl: database.servingUrl,
    masterKey,
    dataDir: database.dataDir,
    logTo: { write: (line) => void log.push(line) },
  });
  address = await app.listen(0, '127.0.0.1');
  await app.jobs.start();
  village = await makeVillage(database.url, 4);
}, 300_000);

afterAll(async () => {
  await app.close();
  await database.remove();
}, 120_000);

afterEach(() => {
  log = [];
});

const households = '{ households(first: 5) { nodes { id headName } } }';
const read = () => sendDocument(address, village.cadre.session, households);
const write = () => {
  visits += 1;
  return sendDocument(address, village.cadre.session, logVisit, {
    input: visitInput(village.households, visits),
  });
};

async function route(path: string, init: RequestInit = {}) {
  const headers = { cookie: `bangfu=${village.cadre.session}`, ...init.headers };
  const begun = performance.now();
  const answer = await fetch(address + path, { ...init, headers, signal: AbortSignal.timeout(60_000) });
  const text = await answer.text();
  return { status: answer.status, milliseconds: performance.now() - begun, text };
}

const form = () => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], { type: 'image/jpeg' }), 'p.jpg');
  return { method: 'POST', headers: { 'x-bangfu': '1' }, body };
};

/** One of each kind of request, all at once. */
const everything = () =>
  Promise.all([
    read(),
    sendDocument(address, village.cadre.session, '{ me { username } }'),
    // A new document is not cached.
    sendDocument(
      address,
      village.cadre.session,
      `{ households(first: 3) { nodes { a${newId().slice(-8)}: id } } }`,
    ),
    write(),
    sendDocument(address, '', 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }', {
      input: { username: 'somebody', password: 'whatever it is' },
    }),
    route('/oauth/token', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from('01980000-0000-7000-8000-000000000000:bf_x').toString('base64')}`,
      },
      body: 'grant_type=client_credentials',
    }),
    route('/files/01980000-0000-7000-8000-000000000000'),
    route('/files?county=130434', form()),
    route('/exports/01980000-0000-7000-8000-000000000000'),
    route('/imports/01980000-0000-7000-8000-000000000000/rejected.xlsx'),
    route('/readyz'),
  ]);

const lines = (message: string) => log.filter((line) => JSON.parse(line).msg === message);

/** Everything is served as before. */
async function expectServed(): Promise<void> {
  await expect.poll(() => route('/readyz').then(({ status }) => status), { timeout: bound }).toBe(200);
  const answers = [await read(), await write()];
  expect(answers.map(({ status, code }) => [status, code])).toEqual([
    [200, null],
    [200, null],
  ]);
}

async function expectRefused(): Promise<void> {
  for (const { status, milliseconds } of await everything()) {
    expect(status).toBe(503);
    expect(milliseconds).toBeLessThan(promised);
  }
  const refused = await Promise.all([read(), write()]);
  expect(refused.map(({ code }) => code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  const english = await route('/exports/x', { headers: { 'accept-language': 'en' } });
  expect(english.text).toContain('unavailable for the moment');
}

describe('a database outage', () => {
  test('frozen: every request is answered, and all is served again when it continues', async () => {
    await expectServed();
    database.signal('SIGSTOP');
    try {
      await expectRefused();
      await expectRefused();
    } finally {
      database.signal('SIGCONT');
    }
    await expectServed();
    expect(lines('the database is unreachable')).toHaveLength(1);
    expect(lines('the database is reachable again')).toHaveLength(1);
    expect(lines('unexpected error')).toEqual([]);
    expect(lines('job failed')).toEqual([]);
  }, 240_000);

  test('stopped for a while: the same', async () => {
    await expectServed();
    await database.stop();
    try {
      await expect.poll(() => route('/readyz').then(({ status }) => status), { timeout: bound }).toBe(503);
      await expectRefused();
      await expectRefused();
      // All of the above may take less time than the interval between two probes.
      await expect.poll(() => lines('the database is unreachable').length, { timeout: bound }).toBe(1);
    } finally {
      await database.start();
    }
    await expectServed();
    expect(lines('the database is unreachable')).toHaveLength(1);
    expect(lines('the database is reachable again')).toHaveLength(1);
    expect(lines('unexpected error')).toEqual([]);
    expect(lines('job failed')).toEqual([]);
  }, 240_000);

  test('a session ended by an administrator costs its own transaction and no outage', async () => {
    await expectServed();
    await database.endSessions();
    await expect.poll(() => write().then(({ code }) => code), { timeout: bound }).toBeNull();
    expect(lines('the database is unreachable')).toEqual([]);
  }, 240_000);
});
