import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { division } from '#schema/division/division.table.ts';
import { household } from '#schema/household/household.table.ts';
import { UsageError } from '#server/cli/command.ts';
import { run } from '#server/cli/commands/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const app = testApp();
const folder = mkdtempSync(join(tmpdir(), 'bangfu-divisions-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function divisions(...args: string[]) {
  const printed: string[] = [];
  const io = { print: (line: string) => void printed.push(line), say: () => {}, progress: () => {} };
  const config = { port: 0, host: '127.0.0.1', dataDir: '' };
  const ctx = app.app.systemContext();
  const code = await run(args, io, (act) => act({ config, masterKey, databaseUrl: app.url, ctx }));
  return { code, printed };
}

function fileOf(text: string): string {
  const file = join(folder, 'changes.csv');
  writeFileSync(file, text);
  return file;
}

test('loads counties by code and reports it', async () => {
  const first = await divisions('load', '130434', '130529');
  expect(first.code).toBe(0);
  expect(first.printed).toEqual([expect.stringMatching(/ 906 created, 0 updated, 0 unchanged$/)]);
  const again = await divisions('load', '130434');
  expect(again.printed).toEqual([expect.stringMatching(/ 0 created, 0 updated, \d+ unchanged$/)]);
});

test('moves divisions as a file says, skipping its heading', async () => {
  const [from, to] = ['130434205213', '130434205214'];
  const made = await makeHousehold(app, { villageCode: from });
  const { code, printed } = await divisions(
    'move',
    fileOf(`\ufeff旧,新,日期\r\n${from},${to},2026-01-01\r\n\r\n`),
  );
  expect({ code, printed }).toEqual({ code: 0, printed: [`${from},${to},1,0,0`] });
  const { db } = app.owner;
  const [moved] = await db.select().from(household).where(eq(household.id, made.id));
  expect(moved?.villageCode).toBe(to);
  const [old] = await db.select().from(division).where(eq(division.code, from));
  expect(old?.abolishedOn).toBe('2026-01-01');
});

test.each([
  ['a line that is none', '130434205214,130434205215'],
  ['a day that is none', '130434205214,130434205215,2026-02-30'],
  ['no changes at all', 'old,new,date'],
])('refuses a file with %s', async (_what, text) => {
  await expect(divisions('move', fileOf(text))).rejects.toBeInstanceOf(UsageError);
});

test('refuses a call without a task, an unknown code and a missing file', async () => {
  await expect(divisions()).rejects.toBeInstanceOf(UsageError);
  await expect(divisions('move', join(folder, 'none.csv'))).rejects.toBeInstanceOf(UsageError);
  await expect(divisions('load', '139999')).rejects.toMatchObject({
    fields: { 'codes.0': 'DIVISION_UNKNOWN' },
  });
});
