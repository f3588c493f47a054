import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  databasePid,
  findMark,
  holder,
  leaveMark,
  packageRunner,
  type Running,
  startServer,
  temporaryFolder,
} from '#tests/cli/processes.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
let server: Running;

const start = async () => {
  server = await startServer({ BANGFU_DATA: dataDir });
};

beforeAll(async () => {
  await start();
  await leaveMark(holder(dataDir).databaseUrl);
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

function killDatabase(): number {
  const pid = databasePid(dataDir);
  if (pid === null) throw new Error('no database runs');
  process.kill(pid, 'SIGKILL');
  return pid;
}

test('a killed database comes back at the same address', async () => {
  const { databaseUrl } = holder(dataDir);
  const killed = killDatabase();
  await expect.poll(() => findMark(databaseUrl).catch(() => null), { timeout: 20_000 }).toBe('left here');
  expect(databasePid(dataDir)).not.toBe(killed);
});

test('a killed server leaves its database running, and the next start takes over', async () => {
  const leftover = databasePid(dataDir);
  await server.stop('SIGKILL');
  expect(databasePid(dataDir)).toBe(leftover);
  await start();
  expect(databasePid(dataDir)).not.toBe(leftover);
  expect(await findMark(holder(dataDir).databaseUrl)).toBe('left here');
});

test('server and database killed together lose nothing', async () => {
  server.child.kill('SIGKILL');
  killDatabase();
  await server.stop('SIGKILL');
  await start();
  expect(await findMark(holder(dataDir).databaseUrl)).toBe('left here');
});

test('a server whose package runner is killed stops by itself, with its database', async () => {
  await server.stop();
  server = await startServer({ BANGFU_DATA: dataDir }, packageRunner);
  // Its output closes only when the server, which shares it, has ended as well.
  await server.stop('SIGKILL');
  expect(databasePid(dataDir)).toBeNull();
  await start();
});
