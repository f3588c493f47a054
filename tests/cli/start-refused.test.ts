import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databasePid, type Outcome, run, startServer, temporaryFolder } from '#tests/cli/processes.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
const file = (name: string) => path.join(dataDir, name);
const postgres = file('postgres');
const aside = `${dataDir}-aside`;
const minutes = 180_000;

const refused = (settings: Record<string, string> = {}) =>
  run('main.ts', ['--no-console'], { PORT: '0', BANGFU_DATA: dataDir, ...settings });

function expectSentence({ code, stdout, stderr }: Outcome, ...words: string[]): void {
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toMatch(/^\s+at /m);
  // Nobody must think that a new database was made in place of the missing one.
  expect(stderr).not.toContain('first start');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
}

beforeAll(async () => {
  await (await startServer({ BANGFU_DATA: dataDir })).stop();
}, minutes);
afterAll(() => {
  folder.remove();
  for (const left of ['', '-location']) rmSync(`${aside}${left}`, { recursive: true, force: true });
});

test('a first start leaves no marker behind', () => {
  expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['key', 'postgres', 'postgres-password']));
  expect(readdirSync(dataDir)).not.toContain('first-start');
});

test(
  'is refused where the database is missing beside its key, with an empty folder or none in its place, and writes nothing',
  async () => {
    renameSync(postgres, aside);
    const before = readdirSync(dataDir);
    expectSentence(await refused(), 'may not be mounted', '磁盘未挂载');
    expect(readdirSync(dataDir)).toEqual(before);
    expectSentence(
      await run('cli/bangfu.ts', ['audit', 'verify'], { BANGFU_DATA: dataDir }),
      'may not be mounted',
    );
    mkdirSync(postgres);
    expectSentence(
      await refused({ BANGFU_KEY: readFileSync(file('key'), 'utf8').trim() }),
      'may not be mounted',
    );
    expect(readdirSync(postgres)).toEqual([]);
    rmdirSync(postgres);
    const key = readFileSync(file('key'), 'utf8');
    renameSync(file('key'), `${aside}-key`);
    // The password file alone shows it.
    expectSentence(await refused({ BANGFU_KEY: key.trim() }), 'holds postgres-password');
    renameSync(`${aside}-key`, file('key'));
    expect(readdirSync(dataDir)).toEqual(before);
    renameSync(aside, postgres);
    // Files alone show it too: nothing could open them without the key.
    const only = temporaryFolder();
    mkdirSync(path.join(only.dataDir, 'files'), { recursive: true });
    expectSentence(await refused({ BANGFU_DATA: only.dataDir }), 'holds files');
    expect(readdirSync(only.dataDir)).toEqual(['files']);
    only.remove();
  },
  minutes,
);

test(
  'is refused where another folder should hold the database and does not, and writes nothing',
  async () => {
    renameSync(postgres, aside);
    writeFileSync(file('postgres-location'), `${aside}-elsewhere\n`);
    const before = readdirSync(dataDir);
    expectSentence(await refused(), 'they are not there');
    expect(readdirSync(dataDir)).toEqual(before);
    renameSync(file('postgres-location'), `${aside}-location`);
    renameSync(aside, postgres);
  },
  minutes,
);

test(
  'is refused where the key is missing beside the database, and makes no new one',
  async () => {
    renameSync(file('key'), `${aside}-key`);
    expectSentence(await refused(), 'key file', 'is missing', '缺少密钥文件');
    expect(existsSync(file('key'))).toBe(false);
    expect(databasePid(dataDir)).toBeNull();
    renameSync(`${aside}-key`, file('key'));
  },
  minutes,
);

test(
  'is refused where the database password is missing, and makes no new one',
  async () => {
    renameSync(file('postgres-password'), `${aside}-password`);
    expectSentence(await refused(), 'postgres-password is missing', 'postgres-password，无法连接');
    expect(existsSync(file('postgres-password'))).toBe(false);
    renameSync(`${aside}-password`, file('postgres-password'));
  },
  minutes,
);

test.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
  'is refused with %s off, unless the configuration allows it',
  async (setting) => {
    const config = path.join(postgres, 'postgresql.conf');
    const before = readFileSync(config, 'utf8');
    appendFileSync(config, `\n${setting} = off\n`);
    expectSentence(await refused(), `${setting} off`, `${setting} 为 off`);
    expect(databasePid(dataDir)).toBeNull();
    const server = await startServer({ BANGFU_DATA: dataDir, BANGFU_MAY_LOSE_DATA: '1' });
    expect((await server.stop()).code).toBe(0);
    writeFileSync(config, before);
  },
  minutes,
);
