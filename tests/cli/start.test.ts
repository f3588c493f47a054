import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  databasePid,
  findMark,
  holder,
  leaveMark,
  type Outcome,
  type Running,
  run,
  startServer,
  temporaryFolder,
  withDatabase,
} from '#tests/cli/processes.ts';
import { cloneDatabase } from '#tests/setup/database.ts';

const folder = temporaryFolder();
const { dataDir } = folder;

afterAll(() => folder.remove());

const start = (settings: Record<string, string> = {}) => startServer({ BANGFU_DATA: dataDir, ...settings });
const refused = (settings: Record<string, string>) =>
  run('main.ts', ['--no-console'], { PORT: '0', BANGFU_DATA: dataDir, ...settings });

/** One sentence in each language, no stack, exit code 1, and nothing on standard output. */
function expectSentence({ code, stdout, stderr }: Outcome, ...words: string[]): void {
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

const file = (name: string) => path.join(dataDir, name);

/** Replaces the content of a file in the data folder while `act` runs. */
async function spoiled(name: string, content: string, act: () => Promise<void>): Promise<void> {
  const former = readFileSync(file(name), 'utf8');
  writeFileSync(file(name), content);
  await act();
  expect(readFileSync(file(name), 'utf8')).toBe(content);
  writeFileSync(file(name), former);
}

describe('the first start', () => {
  let server: Running;

  beforeAll(async () => {
    server = await start();
    await leaveMark(holder(dataDir).databaseUrl);
  });

  afterAll(() => server.stop());

  test('says in three lines where it listens, where the data are and how to sign in', () => {
    const lines = server.stdout.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(server.address);
    expect(lines[1]).toContain(dataDir);
    expect(lines[2]).toMatch(/admin.*one-time password \S{12,}/);
  });

  test('keeps its secrets readable for its own user only', async () => {
    for (const name of ['key', 'lock', 'postgres-password'])
      expect(statSync(file(name)).mode & 0o077).toBe(0);
    const url = new URL(holder(dataDir).databaseUrl);
    expect(url.hostname).toBe('127.0.0.1');
    url.password = 'wrong';
    await expect(findMark(url.href)).rejects.toThrow('authentication');
  });

  test('makes a database that sorts by code point, and supports letter case and Chinese trigrams', async () => {
    const [row] = await withDatabase(holder(dataDir).databaseUrl, async (sql) => {
      await sql`create extension if not exists pg_trgm`;
      return await sql`
        select upper('aé') as upper, 'ABC' ilike 'abc' as same, 'Z' < 'a' as sorted,
          show_trgm('方相奎') <> '{}' as trigrams, current_setting('server_encoding') as encoding`;
    });
    expect(row).toEqual({ upper: 'AÉ', same: true, sorted: true, trigrams: true, encoding: 'UTF8' });
  });

  test('continues while a second start in the same data folder is refused', async () => {
    expectSentence(
      await refused({}),
      `in use by process ${server.child.pid}`,
      `正被进程 ${server.child.pid} 使用`,
    );
    expect(await findMark(holder(dataDir).databaseUrl)).toBe('left here');
  });

  test('continues while a second start on the same port is refused, which leaves nothing running', async () => {
    const other = temporaryFolder();
    onTestFinished(other.remove);
    const { port } = new URL(server.address);
    expectSentence(
      await refused({ PORT: port, BANGFU_DATA: other.dataDir }),
      `Port ${port} is in use`,
      `端口 ${port}`,
    );
    expect(databasePid(other.dataDir)).toBeNull();
    expect(readdirSync(other.dataDir)).not.toContain('lock');
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  test('ends on SIGTERM with code 0, with its database, even if a client keeps its connection open', async () => {
    await (await fetch(`${server.address}/healthz`)).arrayBuffer();
    expect((await server.stop('SIGTERM')).code).toBe(0);
    expect(databasePid(dataDir)).toBeNull();
    expect(readdirSync(dataDir)).not.toContain('lock');
  });
});

describe('a later start in the same data folder', () => {
  test('is refused with a damaged key, which is left as it is', async () => {
    await spoiled('key', 'ab'.repeat(20), async () =>
      expectSentence(await refused({}), 'is damaged', '已损坏'),
    );
  });

  test("is refused with a valid key that is not the database's", async () => {
    expectSentence(
      await refused({ BANGFU_KEY: 'ab'.repeat(32) }),
      'does not fit the database',
      '密钥与数据库不符',
    );
  });

  test('is refused with a wrong database password', async () => {
    await spoiled('postgres-password', 'guess', async () =>
      expectSentence(await refused({}), 'postgres-password is not the one', '不符'),
    );
  });

  test('finds everything unchanged, even beside the pid file of a program that is not its database', async () => {
    const pidFile = file('postgres/postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`);
    const key = readFileSync(file('key'), 'utf8');
    const server = await start();
    onTestFinished(() => server.stop().then(() => undefined));
    expect(server.stdout).toContain('password as before');
    expect(await findMark(holder(dataDir).databaseUrl)).toBe('left here');
    expect(readFileSync(file('key'), 'utf8')).toBe(key);
    expect((await server.stop('SIGINT')).code).toBe(0);
  });

  test('seals files that an earlier release left unsealed', async () => {
    const photos = file('files/photos');
    mkdirSync(photos, { recursive: true });
    const photo = path.join(photos, '01980000-0000-7000-8000-000000000000.jpg');
    writeFileSync(photo, 'as it came');
    const server = await start();
    onTestFinished(() => server.stop().then(() => undefined));
    await expect.poll(() => readFileSync(photo, 'latin1')).toMatch(/^bangfu01/);
    await expect.poll(server.stderr).toContain('files of an earlier version were sealed');
  });
});

describe('a start is refused', () => {
  test.each([
    ['PORT', 'many'],
    ['BANGFU_HOST', '203.0.113.7'],
    ['BANGFU_DATA', '/dev/null'],
    ['DATABASE_URL', 'postgres://nobody:nothing@127.0.0.1:1/bangfu'],
  ])('for %s=%s, naming the variable', async (variable, value) => {
    expectSentence(await refused({ [variable]: value }), variable);
  });

  test('for an unknown argument, listing the known ones', async () => {
    expectSentence(await run('main.ts', ['--dmo'], { BANGFU_DATA: dataDir }), '--demo');
  });
});

test('with DATABASE_URL, the given database is used and none is made', async () => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const other = temporaryFolder();
  onTestFinished(other.remove);
  const settings = {
    DATABASE_URL: database.url,
    BANGFU_DATA: other.dataDir,
    // The tests' server runs without fsync.
    BANGFU_MAY_LOSE_DATA: '1',
  };
  expectSentence(await refused({ ...settings, BANGFU_ADMIN_PASSWORD: 'password' }), 'BANGFU_ADMIN_PASSWORD');
  const server = await start({ ...settings, BANGFU_ADMIN_PASSWORD: 'kites over Weixian' });
  onTestFinished(() => server.stop().then(() => undefined));
  expect(server.stdout).toContain('password as in BANGFU_ADMIN_PASSWORD');
  expect(server.stdout).not.toContain('kites');
  expect(readdirSync(other.dataDir)).not.toContain('postgres');
  expect(await withDatabase(database.url, (sql) => sql`select username from app_user`)).toHaveLength(1);
});
