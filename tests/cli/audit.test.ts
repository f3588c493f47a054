import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '#server/cli/commands/audit.ts';
import { makeUser } from '#tests/factories/people/people.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const app = testApp();
const folder = mkdtempSync(join(tmpdir(), 'bangfu-audit-'));
let printed = '';

async function audit(...args: string[]) {
  const lines: string[] = [];
  const io = { print: (line: string) => void lines.push(line), say: () => {}, progress: () => {} };
  const config = { port: 0, host: '127.0.0.1', dataDir: '' };
  const ctx = app.app.systemContext();
  const code = await run(args, io, (act) => act({ config, masterKey, databaseUrl: app.url, ctx }));
  return { code, stdout: lines.join('\n') };
}

function write(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

beforeAll(async () => {
  const password = '漳河-Zhang-71';
  const { username } = await makeUser(app, { role: 'SYSTEM_ADMINISTRATOR', divisionCode: null, password });
  const login = 'mutation ($input: LoginInput!) { login(input: $input) { mustChangePassword } }';
  for (const given of [password, 'wrong', password]) {
    await app.send(login, { input: { username, password: given } });
  }
  printed = (await audit('heads')).stdout;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('heads printed to a file match the chains later, however the shell wrote the file', async () => {
  const fit = await audit('verify', '--expect', write('heads.json', printed));
  expect(fit).toMatchObject({ code: 0, stdout: expect.stringMatching(/^000000 \d+ [0-9a-f]{64} ok$/m) });
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(printed, 'utf16le')]);
  const behind = `> bangfu@0.1.0 bangfu /srv/bangfu\n> node bangfu.ts audit heads\n\n${printed}`;
  const report = (await audit('verify', '--json')).stdout;
  for (const content of [wide, behind, `\uFEFF${printed}`, report])
    expect((await audit('verify', '--expect', write('odd.json', content))).code).toBe(0);
});

test.each<[string, (heads: string) => string | null, string]>([
  ['is missing', () => null, 'cannot be read'],
  ['is empty', () => '', 'no JSON'],
  ['was cut', (heads) => heads.slice(0, -3), 'no JSON'],
  ['is something else', () => '{"heads": []}', 'as audit heads prints them'],
  ['holds no head', (heads) => heads.replace(/"heads": \[[^\]]*\]/, '"heads": []'), 'no head to compare'],
  ['has a damaged head', (heads) => heads.replace('"seq": ', '"seq": -'), 'heads[0]'],
])('a file that %s is refused, and nothing is verified', async (_, made, words) => {
  const content = made(printed);
  const file = content === null ? join(folder, 'none.json') : write('odd.json', content);
  await expect(audit('verify', '--expect', file)).rejects.toThrow(words);
});

test('a file without a head of the requested county is refused', async () => {
  const file = write('heads.json', printed);
  await expect(audit('verify', '--county', '130434', '--expect', file)).rejects.toThrow('no head of 130434');
});

test('a tail truncated together with its head is found only with the file', async () => {
  const file = write('heads.json', printed);
  await app.owner.db.execute(sql`delete from audit_event where county_code = '000000'
    and seq = (select seq from audit_head where county_code = '000000')`);
  await app.owner.db.execute(sql`update audit_head set seq = seq - 1, hash = (select hash from audit_event
    where audit_event.county_code = '000000' and audit_event.seq = audit_head.seq - 1) where county_code = '000000'`);
  expect((await audit('verify')).code).toBe(0);
  const { code, stdout } = await audit('verify', '--expect', file);
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('ANCHOR_MISSING') });
});
