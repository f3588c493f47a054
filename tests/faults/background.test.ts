import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#platform/core/clock.ts';
import { connect } from '#platform/database/database.ts';
import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';
import {
  holder,
  type Running,
  signalDatabase,
  startServer,
  temporaryFolder,
  withDatabase,
} from '#tests/cli/processes.ts';
import { importDocuments, roster } from '#tests/factories/lists/imports.ts';
import { inHan } from '#tests/factories/people/han-numbers.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { masterKey } from '#tests/setup/master-key.ts';
import { sendDocument } from './requests.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
const countyCode = '130434';
const many = 3_000;
/** A killed database is back within seconds, and the lease of a dead process expires some seconds later. */
const inTime = { timeout: 90_000, interval: 100 };
let server: Running;
let desk: Person;
let administrator: Person;

const start = async () => {
  server = await startServer({ BANGFU_DATA: dataDir, BANGFU_KEY: masterKey.toString('hex') });
};

beforeAll(async () => {
  await start();
  const owner = connect(holder(dataDir).databaseUrl, { max: 2, asOwner: true });
  const arranging = { owner, clock: systemClock };
  await loadCounties(arranging, countyCode);
  desk = await signedIn(arranging, 'COUNTY_DESK', countyCode);
  administrator = await signedIn(arranging, 'SYSTEM_ADMINISTRATOR', null);
  await owner.close();
}, 180_000);
afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function query<T extends object>(text: string): Promise<T[]> {
  const look = () =>
    withDatabase(holder(dataDir).databaseUrl, async (sql) => [...(await sql.unsafe<T[]>(text))]);
  return look().catch(() => []);
}

const rowId = (globalId: string): string => globalId.split(':').at(-1) ?? '';

async function send<T>(who: Person, document: string, variables: object): Promise<T> {
  const reply = await sendDocument(server.address, who.session, document, variables);
  if (!reply.data) throw new Error(`refused: ${reply.code}`);
  return reply.data as T;
}

async function startExport(): Promise<string> {
  const { startExport } = await send<{ startExport: { exportJob: { id: string } } }>(
    administrator,
    'mutation ($input: StartExportInput!) { startExport(input: $input) { exportJob { id } } }',
    { input: { type: 'Division', format: 'JSONL', purpose: '核对行政区划' } },
  );
  return rowId(startExport.exportJob.id);
}

const exportOf = async (id: string) =>
  (
    await query<{ status: string; done: number }>(`select status, done from export_job where id = '${id}'`)
  )[0];

test('an export whose database is killed finishes by itself once the database is back', async () => {
  await query(`insert into division (code, level, name, short_name, path, pinyin)
    select lpad((99000000 + n)::text, 12, '9'), 'VILLAGE', '村' || n, '村', '某县 村' || n, ''
    from generate_series(1, 20000) as n`);
  const id = await startExport();
  await expect.poll(async () => (await exportOf(id))?.done, { ...inTime, interval: 20 }).toBeGreaterThan(0);
  signalDatabase(dataDir, 'SIGKILL');
  await expect.poll(async () => (await exportOf(id))?.status, inTime).toBe('DONE');
  expect(server.child.exitCode).toBeNull();
}, 200_000);

let people = 0;
/** Of the unassigned county: more than one birth date yields. */
function anotherId(): string {
  people += 1;
  const birth = `1970${String(1 + (Math.floor(people / 900) % 12)).padStart(2, '0')}01`;
  const first17 = `130499${birth}${String((people % 900) + 1).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

async function startImport(label: string): Promise<string> {
  const lines = Array.from({ length: many }, (_, at) => ({
    name: `车${label}${inHan(at)}`,
    id: anotherId(),
    helper: `干部${inHan(at % 60)}`,
    phone: `1390000${String(at % 60).padStart(4, '0')}`,
  }));
  const { name, content } = await roster(...lines);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const headers = { cookie: `bangfu=${desk.session}`, 'x-bangfu': '1' };
  const response = await fetch(`${server.address}/files?county=${countyCode}`, {
    method: 'POST',
    headers,
    body: form,
  });
  const { id: fileId } = (await response.json()) as { id: string };
  const checked = await send<{ checkImport: { importBatch: { id: string } } }>(desk, importDocuments.check, {
    input: { kind: 'ROSTER', countyCode, fileId },
  });
  return checked.checkImport.importBatch.id;
}

interface Stand {
  status: string;
  processed: number;
  created: number;
  rejected: number;
}
const batchOf = async (id: string) =>
  (
    await query<Stand>(
      `select status, processed, created, rejected from import_batch where id = '${rowId(id)}'`,
    )
  )[0];

test('a check and an import whose database is killed continue by themselves, and no row is written twice', async () => {
  const id = await startImport('甲');
  await expect.poll(async () => (await batchOf(id))?.status, { ...inTime, interval: 20 }).toBe('CHECKING');
  signalDatabase(dataDir, 'SIGKILL');
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('CHECKED');
  await send(desk, importDocuments.start, { input: { batchId: id } });
  await expect
    .poll(async () => (await batchOf(id))?.processed, { ...inTime, interval: 20 })
    .toBeGreaterThan(0);
  signalDatabase(dataDir, 'SIGKILL');
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('DONE');
  expect(await batchOf(id)).toMatchObject({ created: many, rejected: 0 });
  expect(await query('select count(*)::int as count from household')).toEqual([{ count: many }]);
  expect(server.child.exitCode).toBeNull();
}, 300_000);

test('the same where the process is killed, and where process and database are killed at once', async () => {
  const id = await startImport('乙');
  await expect.poll(async () => (await batchOf(id))?.status, { ...inTime, interval: 20 }).toBe('CHECKING');
  await server.stop('SIGKILL');
  await start();
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('CHECKED');
  const before = await query<{ count: number }>('select count(*)::int as count from household');
  await send(desk, importDocuments.start, { input: { batchId: id } });
  await expect
    .poll(async () => (await batchOf(id))?.processed, { ...inTime, interval: 20 })
    .toBeGreaterThan(0);
  server.child.kill('SIGKILL');
  signalDatabase(dataDir, 'SIGKILL');
  await server.stop('SIGKILL');
  await start();
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('DONE');
  expect(await batchOf(id)).toMatchObject({ created: many, rejected: 0 });
  expect(await query('select count(*)::int as count from household')).toEqual([
    { count: (before[0]?.count ?? 0) + many },
  ]);
}, 300_000);

test('a job missing from the queue, or held by a dead process, is taken up by itself', async () => {
  // The state left by a database killed in between, or by a process that took the job and died.
  const [missing, held] = [await startExport(), await startExport()];
  await expect.poll(async () => (await exportOf(held))?.status, inTime).toBe('DONE');
  await query(
    `update export_job set status = 'QUEUED', storage_key = null where id in ('${missing}', '${held}')`,
  );
  await query(`delete from pgboss.job where data ->> 'id' = '${missing}'`);
  await query(
    `update pgboss.job set state = 'active', started_on = now(), completed_on = null where data ->> 'id' = '${held}'`,
  );
  for (const id of [missing, held])
    await expect.poll(async () => (await exportOf(id))?.status, inTime).toBe('DONE');
}, 200_000);

test('a check and an import missing from the queue are taken up by themselves', async () => {
  const id = await startImport('丙');
  const leaveQueue = async (status: string, processed: number) => {
    await query(`delete from pgboss.job where data ->> 'id' = '${rowId(id)}'`);
    await query(
      `update import_batch set status = '${status}', processed = ${processed} where id = '${rowId(id)}'`,
    );
  };
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('CHECKED');
  await leaveQueue('CHECKING', many);
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('CHECKED');
  await send(desk, importDocuments.start, { input: { batchId: id } });
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('DONE');
  await leaveQueue('RUNNING', many);
  await expect.poll(async () => (await batchOf(id))?.status, inTime).toBe('DONE');
  expect(await batchOf(id)).toMatchObject({ created: many, rejected: 0 });
}, 300_000);

test('webhook delivery rounds continue after the database was killed, and where no round is queued', async () => {
  const rounds = `select id from pgboss.job where name = 'webhook' and state < 'completed'`;
  signalDatabase(dataDir, 'SIGKILL');
  await expect.poll(async () => (await query(rounds)).length, inTime).toBeGreaterThan(0);
  await query(`delete from pgboss.job where name = 'webhook'`);
  await expect.poll(async () => (await query(rounds)).length, inTime).toBeGreaterThan(0);
  await server.stop('SIGKILL');
  await query(
    `update pgboss.job set state = 'active', started_on = now() where name = 'webhook' and state < 'active'`,
  );
  await start();
  const done = `select id from pgboss.job where name = 'webhook' and state = 'completed' and completed_on > now() - interval '10 seconds'`;
  await expect.poll(async () => (await query(done)).length, inTime).toBeGreaterThan(0);
}, 300_000);

test('a job that kills every process that takes it up is given up, and its export is shown as failed', async () => {
  const id = await startExport();
  await expect.poll(async () => (await exportOf(id))?.status, inTime).toBe('DONE');
  await query(`update export_job set status = 'RUNNING' where id = '${id}'`);
  await query(`update pgboss.job set state = 'active', retry_count = 5, started_on = now() - interval '1 minute', completed_on = null
    where data ->> 'id' = '${id}'`);
  await expect.poll(async () => (await exportOf(id))?.status, inTime).toBe('FAILED');
  await send(
    administrator,
    'mutation ($input: RetryExportInput!) { retryExport(input: $input) { exportJob { id } } }',
    { input: { exportId: `ExportJob:${id}` } },
  );
  await expect.poll(async () => (await exportOf(id))?.status, inTime).toBe('DONE');
}, 200_000);
