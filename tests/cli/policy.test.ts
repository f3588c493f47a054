import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dispatch } from '#server/cli/dispatch.ts';

const file = 'tests/fixtures/relief/relief-vectors.json';
const folder = mkdtempSync(join(tmpdir(), 'bangfu-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Neither a database nor a data folder can be reached. */
const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', BANGFU_DATA: '/proc/none' };

async function call(...args: string[]) {
  const [printed, said]: [string[], string[]] = [[], []];
  const io = {
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    progress: () => {},
  };
  const code = await dispatch(['policy', ...args], env, io);
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

function changed(name: string, change: (text: string) => string): string {
  const target = join(folder, name);
  writeFileSync(target, change(readFileSync(file, 'utf8')));
  return target;
}

test('checks a file of policies and amounts without a database', async () => {
  const { code, printed, said } = await call('vectors', file, '--json');
  expect(JSON.parse(printed)).toEqual({ policies: 18, vectors: 312, failed: [] });
  expect({ code, said }).toEqual({ code: 0, said: '' });
  expect((await call('vectors', file)).printed).toBe('policies 18, vectors 312, failed 0');
});

test('fails where one amount is a fen off, and names it', async () => {
  const off = changed('off.json', (text) => text.replace('"paid":"12600.00"', '"paid":"12600.01"'));
  const { code, printed } = await call('vectors', off, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(printed)).toMatchObject({
    failed: [{ policy: 'S1-WHOLE-OWN', index: 2, got: '12600.00', want: '12600.01' }],
  });
  expect((await call('vectors', off)).printed).toContain('S1-WHOLE-OWN[2]: got "12600.00", want "12600.01"');
});

test.each([
  ['a broken file', (text: string) => text.slice(0, -20), /JSON/],
  ['an unknown mode', (text: string) => text.replace('"mode":"FLAT"', '"mode":"STEPS"'), /S6\.mode/],
  [
    'an amount in words',
    (text: string) => text.replace('"own":"57593.50"', '"own":"五万"'),
    /S1-WHOLE-OWN\.vectors\[3\]\.inputs\.own/,
  ],
])('says what is wrong with %s and prints no result', async (name, change, words) => {
  const { code, printed, said } = await call('vectors', changed(`${name}.json`, change), '--json');
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(said).toMatch(words);
});

test('asks for the file, and says when it cannot be read', async () => {
  expect(await call('vectors')).toMatchObject({ code: 1, printed: '' });
  expect((await call('vectors', join(folder, 'none.json'))).said).toContain('none.json');
});
