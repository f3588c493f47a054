import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '#platform/embedded/embedded.ts';
import {
  databasePid,
  findMark,
  holder,
  leaveMark,
  run,
  runHere,
  startServer,
  temporaryFolder,
} from '#tests/cli/processes.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
const bangfu = (...args: string[]) => runHere(args, { BANGFU_DATA: dataDir });
const openFor = (task: string, say?: (line: string) => void): Promise<OpenDatabase> =>
  openDatabase({ dataDir }, { task, say });

beforeAll(async () => {
  const server = await startServer({ BANGFU_DATA: dataDir });
  await leaveMark(holder(dataDir).databaseUrl);
  await server.stop();
});

afterAll(() => folder.remove());

test('help lists every command on standard output and succeeds', async () => {
  const { code, stdout, stderr } = await run('cli/bangfu.ts', ['--help'], { BANGFU_DATA: dataDir });
  for (const command of ['divisions load', 'import', 'user add', 'token', 'demo', 'audit verify']) {
    expect(stdout).toContain(command);
  }
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('help of one command needs no database', async () => {
  const { code, stdout } = await bangfu('divisions', 'load', '--help');
  expect(stdout).toContain('divisions load');
  expect(code).toBe(0);
  expect(databasePid(dataDir)).toBeNull();
});

test.each([[['nope']], [['constructor']], [[]]])('the call %j prints the help and fails', async (args) => {
  const { code, stdout, stderr } = await bangfu(...args);
  expect(code).not.toBe(0);
  expect(stdout + stderr).toContain('audit verify');
});

test('without a server, a command starts the database, finds the data and stops it again', async () => {
  const database = await openFor('import');
  expect(await findMark(database.url)).toBe('left here');
  await database.stop();
  expect(databasePid(dataDir)).toBeNull();
});

test('beside a server, a command uses its database and leaves it running', async () => {
  const server = await startServer({ BANGFU_DATA: dataDir });
  onTestFinished(() => server.stop().then(() => undefined));
  const database = await openFor('import');
  expect(database.url).toBe(holder(dataDir).databaseUrl);
  await database.stop();
  expect(await findMark(database.url)).toBe('left here');
});

test('a command waits for the one before it and says so', async () => {
  const first = await openFor('import');
  const said: string[] = [];
  const second = openFor('audit', (line) => said.push(line));
  await expect.poll(() => said.join()).toContain(`waiting for process ${process.pid} (import)`);
  await first.stop();
  const database = await second;
  expect(await findMark(database.url)).toBe('left here');
  await database.stop();
});
