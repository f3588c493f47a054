import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '#platform/sheet/table/read-table.ts';
import { UsageError } from '#server/cli/command.ts';
import { run } from '#server/cli/commands/import.ts';
import { samples } from '#tests/factories/lists/sheets.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const app = testApp();
const folder = mkdtempSync(join(tmpdir(), 'bangfu-import-'));
const sample = fileURLToPath(samples.ROSTER);
const expected: { errors: { row: number; column: string; code: string }[] } = JSON.parse(
  readFileSync(samples.expected, 'utf8'),
);

beforeAll(() => loadCounties(app, '130434'));
afterAll(() => rmSync(folder, { recursive: true }));

async function importing(...args: string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  lastSaid = said;
  const io = {
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
    progress: () => {},
  };
  const config = { port: 0, host: '127.0.0.1', dataDir: '' };
  const ctx = app.app.systemContext();
  const code = await run(args, io, (act) => act({ config, masterKey, databaseUrl: app.url, ctx }));
  return { code, printed, said };
}
/** Messages of the last call, also if it was refused. */
let lastSaid: string[] = [];
const households = async () =>
  (await app.owner.db.execute(sql`select count(*)::int as count from household`))[0]?.count;

test('prints a dry run as JSON and nothing else, writes nothing, and saves the refused rows', async () => {
  const rejected = join(folder, 'rejected.xlsx');
  const { code, printed, said } = await importing(
    ...['roster', sample, '--county', '130434', '--dry-run', '--json', '--rejected', rejected],
  );
  expect(code).toBe(0);
  expect(printed).toHaveLength(1);
  const report = JSON.parse(printed[0] ?? '');
  expect(Object.keys(report)).toEqual(['total', 'created', 'updated', 'unchanged', 'rejected', 'errors']);
  expect(report).toMatchObject({ total: 3000, created: 2964, updated: 0, unchanged: 0, rejected: 36 });
  expect(report.errors).toMatchObject(expected.errors);
  expect(Object.keys(report.errors[0])).toEqual(['row', 'column', 'code', 'message']);
  expect(said.join()).toContain('户主身份证号→headId');
  expect(await households()).toBe(0);
  const columns = [{ key: 'reason', names: ['退回原因'], required: true }];
  const table = await readTable({ source: rejected, fileName: 'rejected.xlsx' }, columns);
  let refused = 0;
  for await (const { values } of table.rows) if (values.reason) refused += 1;
  expect(refused).toBe(36);
});

test('continues where a run of the same file failed', async () => {
  await app.owner.db.execute(sql`alter table household add constraint planted
    check (village_code not like '130434105%') not valid`);
  await expect(importing('roster', sample, '--county', '130434', '--json')).rejects.toMatchObject({
    code: 'INTERNAL',
  });
  const written = Number(await households());
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(2964);
  await app.owner.db.execute(sql`alter table household drop constraint planted`);
  const { printed } = await importing('roster', sample, '--county', '130434', '--json');
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ total: 3000, created: 2964, rejected: 36 });
  expect(await households()).toBe(2964);
  const again = await importing('roster', sample, '--county', '130434', '--json');
  expect(JSON.parse(again.printed[0] ?? '')).toMatchObject({ created: 0, updated: 0, unchanged: 2964 });
});

test('does not continue a batch whose check failed: its rows were counted and not written', async () => {
  await app.owner.db.execute(sql`insert into import_batch (county_code, id, division_code, kind, file_name, file_hash,
      storage_key, status, columns, total, processed, created_at)
    select county_code, gen_random_uuid(), division_code, kind, file_name, file_hash, storage_key, 'FAILED', columns,
      3000, 3000, created_at + interval '1 hour' from import_batch where status = 'DONE' limit 1`);
  const { printed } = await importing('roster', sample, '--county', '130434', '--json');
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ total: 3000, unchanged: 2964, rejected: 36 });
});

test('refuses a wrong call, a county that is not loaded, and a file that is no roster', async () => {
  await expect(importing('roster', sample)).rejects.toThrow(UsageError);
  await expect(importing('people', sample, '--county', '130434')).rejects.toThrow(UsageError);
  await expect(importing('roster', sample, '--county', '130529')).rejects.toMatchObject({
    code: 'DIVISION_NOT_LOADED',
  });
  const unrelated = join(folder, 'unrelated.csv');
  writeFileSync(unrelated, '领用者,物品,数量\r\n甲,纸,3\r\n');
  await expect(importing('roster', unrelated, '--county', '130434')).rejects.toMatchObject({
    code: 'HEADER_NOT_FOUND',
  });
  await expect(importing('visits', sample, '--county', '130434')).rejects.toMatchObject({
    code: 'IMPORT_KIND_MISMATCH',
  });
  await expect(importing('roster', join(folder, 'missing.xlsx'), '--county', '130434')).rejects.toThrow(
    UsageError,
  );
});

test('names the columns for which a sheet is refused, and how to choose their meaning', async () => {
  const headings = '乡镇,行政村,户主姓名,户主身份证号,户类型,帮扶责任人,帮扶责任人电话,结对时间';
  const file = join(folder, 'undecided.csv');
  writeFileSync(file, `${headings},退帮时间,包村干部单位人员\n魏城镇,南关村,甲,,脱贫户,乙,,2024-03-01,,\n`);
  const roster = ['roster', file, '--county', '130434', '--dry-run'];
  await expect(importing(...roster)).rejects.toMatchObject({ code: 'COLUMN_UNDECIDED' });
  expect(lastSaid.join('\n')).toContain('表头“退帮时间”可能是 endedOn，请用 --map "退帮时间=endedOn" 指定');
  expect(lastSaid.join('\n')).toContain('leave it out with --map "退帮时间="');
  await importing(...roster, '--map', '退帮时间=');
  expect(lastSaid.join('\n')).not.toContain('退帮时间”可能');
  const lacking = async (heading: string) => {
    const bare = join(folder, 'bare.csv');
    writeFileSync(bare, `${headings.replace(`${heading},`, '')}\n魏城镇,甲,乙,丙,丁,,2024-03-01\n`);
    await expect(importing('roster', bare, '--county', '130434')).rejects.toMatchObject({
      code: 'REQUIRED_COLUMN_MISSING',
    });
    return lastSaid.join('\n');
  };
  expect(await lacking('行政村')).toContain(
    '缺少的列：village（所在村） / columns missing: village (Village)',
  );
  expect(await lacking('户主身份证号')).toContain(
    'one of these is missing: headId (Resident ID of the head) or householdNumber (Household number) or headName (Head) + headBirthOn (Birth date of the head)',
  );
});

test('accepts chosen headings, remembers them once imported, and names one that does not match', async () => {
  const headings = '乡镇,行政村,户主姓名,户主身份证号,户类型,帮扶责任人,帮扶责任人电话,结对时间';
  const file = join(folder, 'mapped.csv');
  const write = (more: string, ...cells: string[]) =>
    writeFileSync(
      file,
      `${headings},${more}\n魏城镇,南关村,图甲,${residentId()},脱贫户,图助,13800008801,2024-03-01,${cells.join()}\n`,
    );
  const roster = ['roster', file, '--county', '130434'];
  const map = (...said: string[]) => said.flatMap((one) => ['--map', one]);
  const remembered = async () =>
    (
      await app.owner.db.execute<{ heading: string; column_key: string | null }>(
        sql`select heading, column_key from import_heading order by heading`,
      )
    ).map(({ heading, column_key }) => `${heading}=${column_key ?? ''}`);
  const before = await remembered();
  write('到哪天,心得,甲=乙', '2026-05-31', '好', '丙');
  for (const [said, index, code] of [
    // One character of the heading differs.
    [['到那天=endedOn'], 0, 'HEADING_UNKNOWN'],
    [['到那天='], 0, 'HEADING_UNKNOWN'],
    [['心得=', '到哪天=endedOnn'], 1, 'COLUMN_UNKNOWN'],
    [['到哪天=解除时间'], 0, 'COLUMN_UNKNOWN'],
    [['到哪天=endedOn', '心得=endedOn'], 1, 'COLUMN_TWICE'],
    [['到哪天=endedOn', '到 哪 天=note'], 1, 'COLUMN_TWICE'],
    [['到哪天=endedOn', '到哪天='], 1, 'COLUMN_TWICE'],
    [['甲=endedOn'], 0, 'HEADING_UNKNOWN'],
  ] as const) {
    const refused = importing(...roster, '--dry-run', ...map(...said));
    await expect(refused, said.join(' ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(lastSaid.join('\n')).toContain(`--map "${said[index]}"：${code}`);
  }
  for (const wrong of ['到哪天', '=endedOn', ''])
    await expect(importing(...roster, ...map(wrong))).rejects.toThrow(UsageError);
  const sound = map('到哪天=endedOn', '心得=', '甲=乙=note');
  await importing(...roster, '--dry-run', ...sound);
  expect(await remembered()).toEqual(before);
  const { printed } = await importing(...roster, '--json', ...sound);
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ total: 1, created: 1 });
  expect(await remembered()).toEqual([...before, '到哪天=endedOn', '心得=', '甲=乙=note'].sort());
  const read = () =>
    app.owner.db.execute(sql`select pairing.ended_on::text, household.note from pairing
      join household on household.id = household_id where head_name = '图甲' order by pairing.id desc limit 1`);
  expect(await read()).toEqual([{ ended_on: '2026-05-31', note: '丙' }]);
  // The choice holds for the county's next list, and is reported.
  write('到哪天', '2026-06-30');
  await importing(...roster);
  expect(lastSaid.join('\n')).toContain('表头“到哪天”按本县以前所指定的办理');
  expect(await read()).toEqual([{ ended_on: '2026-06-30', note: null }]);
});

test('shows the value of each refused cell as JSON too, numbers masked', async () => {
  const file = join(folder, 'values.csv');
  writeFileSync(
    file,
    '乡镇,行政村,户主姓名,户主身份证号,户类型,帮扶责任人,帮扶责任人电话,结对时间\n' +
      '魏城镇,无名庄,错甲,130499195001010000,脱贫户,乙,12345,2024-03-01\n',
  );
  const call = ['roster', file, '--county', '130434', '--dry-run'];
  const { printed } = await importing(...call, '--json');
  const { errors } = JSON.parse(printed[0] ?? '') as { errors: { column: string; value?: string }[] };
  expect(errors.map(({ column, value }) => [column, value])).toEqual([
    ['village', '无名庄'],
    ['headId', '****0000'],
    ['helperPhone', '****2345'],
  ]);
  const text = (await importing(...call)).printed.join('\n');
  for (const value of ['“无名庄”', '“****0000”', '“****2345”']) expect(text).toContain(value);
});
