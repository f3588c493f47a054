import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holder, type Running, startServer, temporaryFolder, withDatabase } from '#tests/cli/processes.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
const password = 'correct horse battery staple';
const many = 20_000;
let server: Running;

const start = async () => {
  server = await startServer({ BANGFU_DATA: dataDir, BANGFU_ADMIN_PASSWORD: password });
};

beforeAll(async () => {
  await start();
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function send<T>(query: string, variables: object, cookie = ''): Promise<{ data: T; cookie: string }> {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: T };
  if (!body.data) throw new Error(JSON.stringify(body));
  return { data: body.data, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie };
}

const files = () => {
  const place = path.join(dataDir, 'files/exports');
  return existsSync(place) ? readdirSync(place).map((name) => path.join(place, name)) : [];
};

test('an export whose process is killed halfway is written again at the next start, and the partial file is removed', async () => {
  // An administrator may read divisions, and they are easy to make in large numbers.
  await withDatabase(
    holder(dataDir).databaseUrl,
    (sql) => sql`insert into division (code, level, name, short_name, path, pinyin)
    select lpad((99000000 + n)::text, 12, '9'), 'VILLAGE', '村' || n, '村', '某县 村' || n, ''
    from generate_series(1, ${many}::int) as n`,
  );
  const login = await send('mutation ($input: LoginInput!) { login(input: $input) { __typename } }', {
    input: { username: 'admin', password },
  });
  const started = await send<{ startExport: { exportJob: { id: string } } }>(
    'mutation ($input: StartExportInput!) { startExport(input: $input) { exportJob { id } } }',
    { input: { type: 'Division', format: 'JSONL', purpose: '核对行政区划' } },
    login.cookie,
  );
  const { id } = started.data.startExport.exportJob;
  const row = id.split(':')[1] ?? '';
  const job = () =>
    withDatabase(holder(dataDir).databaseUrl, async (sql) => {
      const [found] = await sql<{ status: string; done: number }[]>`
        select status, done from export_job where id = ${row}`;
      return found;
    });
  await expect.poll(async () => (await job())?.done, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
  const [torn = ''] = files();
  await server.stop('SIGKILL');
  expect(existsSync(torn)).toBe(true);

  await start();
  await expect.poll(async () => (await job())?.status, { timeout: 60_000, interval: 100 }).toBe('DONE');
  expect(existsSync(torn)).toBe(false);
  const [whole = '', ...others] = files();
  expect(others).toEqual([]);
  const answer = await fetch(`${server.address}/exports/${id}`, { headers: { cookie: login.cookie } });
  const text = await answer.text();
  expect(answer.status).toBe(200);
  // Sealed on disk, and therefore a little longer.
  expect(statSync(whole).size).toBeGreaterThan(Buffer.byteLength(text));
  const ids = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(many);
  expect(readFileSync(whole).includes(ids[0])).toBe(false);
  // The lease of the killed process must expire first.
}, 120_000);
