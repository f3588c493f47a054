import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { importSteps, newPhone } from '#tests/factories/lists/imports.ts';
import { inHan } from '#tests/factories/people/han-numbers.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { bring, checkFile, startBatch } = importSteps(test, countyCode);
let desk: Person;
let clerk: Person;

beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
  clerk = await signedIn(test, 'TOWNSHIP_REVIEWER', '130434100');
});
const forget = () => test.owner.db.execute(sql`delete from import_heading`);
beforeEach(async () => {
  await forget();
});

const headings = [
  ...['乡镇', '行政村', '户主姓名', '户主身份证号', '户类型', '帮扶责任人', '帮扶责任人电话'],
  '结对认亲时间',
];
let people = 0;
const phone = newPhone();
const line = (...more: string[]) => {
  people += 1;
  const name = `户${inHan(people)}`;
  return ['魏城镇', '南关村', name, residentId(), '脱贫户', '周助', phone, '2024-03-01', ...more];
};
const csv = (...rows: string[][]) => ({
  name: '花名册.csv',
  content: Buffer.from(rows.map((row) => row.join()).join('\n')),
});
const sheet = (more: string[], ...cells: string[]) => csv([...headings, ...more], line(...cells));
const says = (heading: string, key: string | null) => ({ heading, key });
const remembered = async () =>
  (
    await test.owner.db.execute<{ heading: string; column_key: string | null }>(
      sql`select heading, column_key from import_heading order by heading`,
    )
  ).map((one) => [one.heading, one.column_key]);
const ends = async () =>
  (
    await test.owner.db.execute<{ ended_on: string | null }>(
      sql`select ended_on::text from pairing join household on household.id = household_id where head_name = ${`户${inHan(people)}`}`,
    )
  ).map(({ ended_on }) => ended_on);

interface ErrorAnswer {
  code?: string;
  fields?: Record<string, { code: string }>;
  columns?: { ambiguous: { heading: string; group: string | null; keys: string[] }[] };
}
/** Why a sheet is refused: the code, the faults by field, the columns to choose. */
async function refusal(...[who, file, kind, more]: Parameters<typeof checkFile>) {
  const answer = await checkFile(who, file, kind, more);
  const extensions = (answer.errors?.[0]?.extensions ?? {}) as ErrorAnswer;
  const faults = Object.entries(extensions.fields ?? {}).map(([path, { code }]) => `${path} ${code}`);
  const undecided = (extensions.columns?.ambiguous ?? []).map(
    ({ heading, group, keys }) => `${group ?? ''}${heading} ${keys.join()}`,
  );
  return [extensions.code, ...(extensions.code === 'INVALID_INPUT' ? faults : undecided)];
}
async function batchColumnsOf(id: string) {
  const { data } = await test.send<{
    importBatch: {
      columns: Record<'recognised' | 'ignored', { heading: string; key?: string; rememberedAt: string }[]>;
    };
  }>(
    `query ($id: ID!) { importBatch(id: $id) { columns {
      recognised { heading key rememberedAt } ignored { heading rememberedAt } } } }`,
    { id },
    desk.session,
  );
  return data?.importBatch.columns;
}

it('remembers chosen headings only once the list is imported, and shows them', async () => {
  const columnMap = [says('到哪天', 'endedOn'), says('心得', null)];
  const checked = await checkFile(desk, sheet(['到哪天', '心得'], '2025-05-31', '好'), 'ROSTER', {
    columnMap,
  });
  const id = checked.data?.checkImport.importBatch.id ?? '';
  expect(await remembered()).toEqual([]);
  await startBatch(desk, id);
  expect(await ends()).toEqual(['2025-05-31']);
  expect(await remembered()).toEqual([
    ['到哪天', 'endedOn'],
    ['心得', null],
  ]);
  const now = await batchColumnsOf(id);
  expect([...(now?.recognised ?? []), ...(now?.ignored ?? [])].filter((one) => one.rememberedAt)).toEqual([]);
  const later = await bring(desk, sheet(['到哪天', '心得'], '2025-06-30', '好'));
  expect(await ends()).toEqual(['2025-06-30']);
  const columns = await batchColumnsOf(later.id);
  expect(columns?.recognised.filter((one) => one.rememberedAt).map(({ heading }) => heading)).toEqual([
    '到哪天',
  ]);
  expect(columns?.ignored).toEqual([{ heading: '心得', rememberedAt: expect.stringMatching(/^20.*Z$/) }]);
});

it('keeps choices of a township user with that list only', async () => {
  const columnMap = [says('解除时间', null), says('到哪天', 'endedOn')];
  // A township's list adds no cadre.
  await bring(desk, sheet([]));
  const file = sheet(['到哪天', '解除时间'], '2025-05-31', '2025-06-30');
  const checked = await checkFile(clerk, file, 'ROSTER', { columnMap });
  const batchId = checked.data?.checkImport.importBatch.id ?? '';
  // Checked again, the choice still applies.
  const again = await test.send<{ checkImport: { importBatch: { id: string } } }>(
    'mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch { id } } }',
    { input: { kind: 'ROSTER', countyCode, batchId, skipHiddenRows: true } },
    clerk.session,
  );
  expect(again.errors).toBeUndefined();
  await test.app.jobs.drain();
  await startBatch(clerk, again.data?.checkImport.importBatch.id ?? '');
  expect(await ends()).toEqual(['2025-05-31']);
  expect(await remembered()).toEqual([]);
  await bring(desk, sheet(['解除时间'], '2025-06-30'));
  expect(await ends()).toEqual(['2025-06-30']);
  const bound = { columnMap: [says('到哪天', 'endedOn')], divisionCode: '130434100' };
  await bring(desk, sheet(['到哪天'], '2025-05-31'), 'ROSTER', bound);
  expect(await remembered()).toEqual([]);
});

it('never ignores an end because somebody chose so for an earlier list', async () => {
  for (const heading of ['解除时间', '退帮时间']) {
    const file = () => sheet([heading], '2025-06-30');
    await bring(desk, file(), 'ROSTER', { columnMap: [says(heading, null)] });
    expect(await ends()).toEqual([null]);
    expect(await refusal(desk, file())).toEqual(['COLUMN_UNDECIDED', `${heading} endedOn`]);
    await bring(desk, file(), 'ROSTER', { columnMap: [says(heading, 'note')] });
    const [code, undecided] = await refusal(desk, file());
    expect([code, undecided]).toEqual(['COLUMN_UNDECIDED', `${heading} endedOn,note`]);
    await bring(desk, file(), 'ROSTER', { columnMap: [says(heading, 'endedOn')] });
    await bring(desk, file());
    expect(await ends()).toEqual(['2025-06-30']);
  }
});

it('asks again before an earlier choice overrides a known heading', async () => {
  const swapped = [says('结对认亲时间', 'endedOn'), says('到哪天', 'startedOn')];
  await bring(desk, sheet(['到哪天'], '2023-01-01'), 'ROSTER', { columnMap: swapped });
  expect(await refusal(desk, sheet([]))).toEqual(['COLUMN_UNDECIDED', '结对认亲时间 startedOn,endedOn']);
  const back = [says('结对认亲时间', 'startedOn')];
  await bring(desk, sheet([]), 'ROSTER', { columnMap: back });
  await bring(desk, sheet([]));
  expect(await ends()).toEqual([null]);
});

it('accepts a choice for a heading below its group', async () => {
  await bring(desk, sheet(['日期'], '2025-05-31'), 'ROSTER', { columnMap: [says('日期', 'endedOn')] });
  const two = (...groups: [string, string]) =>
    csv(
      [...headings.slice(0, -1), groups[0], '', groups[1], ''],
      ['', '', '', '', '', '', '', '日期', '原因', '日期', '原因'],
      [...line().slice(0, -1), '2024-03-01', '甲', '2025-06-30', '乙'],
    );
  await bring(desk, two('结对', '解除'));
  expect(await ends()).toEqual(['2025-06-30']);
  expect(await refusal(desk, two('结对', '退帮'))).toEqual(['COLUMN_UNDECIDED', '退帮日期 endedOn']);
  const bare = { columnMap: [says('日期', null)] };
  expect(await refusal(desk, two('结对', '退帮'), 'ROSTER', bare)).toEqual([
    'INVALID_INPUT',
    'input.columnMap.0.heading COLUMN_TWICE',
  ]);
  await bring(desk, two('结对', '退帮'), 'ROSTER', { columnMap: [says('退帮日期', 'endedOn')] });
  expect(await ends()).toEqual(['2025-06-30']);
  expect(await remembered()).toEqual([
    ['日期', 'endedOn'],
    ['退帮日期', 'endedOn'],
  ]);
});

it('asks where a chosen column and another one mean the same', async () => {
  for (const more of [
    ['甲日', '解除时间'],
    ['解除时间', '甲日'],
  ]) {
    await forget();
    await bring(desk, sheet(['甲日'], '2025-05-31'), 'ROSTER', { columnMap: [says('甲日', 'endedOn')] });
    const file = () => sheet(more, '2025-05-31', '2025-06-30');
    expect(await refusal(desk, file())).toEqual(['COLUMN_UNDECIDED', '解除时间 endedOn']);
    const columnMap = [says('解除时间', 'endedOn')];
    expect(await refusal(desk, file(), 'ROSTER', { columnMap })).toEqual([
      'COLUMN_UNDECIDED',
      '甲日 endedOn',
    ]);
    await bring(desk, file(), 'ROSTER', { columnMap: [...columnMap, says('甲日', null)] });
    expect(await ends()).toEqual([more[0] === '甲日' ? '2025-06-30' : '2025-05-31']);
  }
  await bring(desk, sheet(['甲日'], '2025-05-31'), 'ROSTER', { columnMap: [says('甲日', 'endedOn')] });
  const named = { columnMap: [says('称呼', 'helperName')] };
  expect(await refusal(desk, sheet(['称呼'], '郑助'), 'ROSTER', named)).toEqual([
    'COLUMN_UNDECIDED',
    '帮扶责任人 helperName',
  ]);
  expect(await refusal(desk, sheet(['甲日', '甲日'], '2025-05-31', '2025-06-30'))).toEqual([
    'COLUMN_TWICE',
    '甲日 endedOn',
  ]);
});

it('refuses a chosen heading that occurs twice, is chosen twice, or is missing', async () => {
  const twice = (heading: string) => sheet([heading, heading], '2025-05-31', '2025-06-30');
  expect((await refusal(desk, twice('解除时间')))[0]).toBe('COLUMN_TWICE');
  expect((await refusal(desk, twice('备注')))[0]).toBe('COLUMN_TWICE');
  const faults = (file: ReturnType<typeof csv>, ...columnMap: object[]) =>
    refusal(desk, file, 'ROSTER', { columnMap });
  const field = (index: number, code: string) => [
    'INVALID_INPUT',
    `input.columnMap.${index}.heading ${code}`,
  ];
  expect(await faults(twice('甲日'), says('甲日', 'endedOn'))).toEqual(field(0, 'COLUMN_TWICE'));
  expect((await checkFile(desk, twice('甲日'), 'ROSTER', { columnMap: [says('甲日', null)] })).errors).toBe(
    undefined,
  );
  const file = () => sheet(['甲日'], '2025-05-31');
  for (const other of ['甲日', ' 甲 日 ', '甲日*', '甲日：'])
    for (const key of ['note', null])
      expect(await faults(file(), says('甲日', 'endedOn'), says(other, key)), other).toEqual(
        field(1, 'COLUMN_TWICE'),
      );
  for (const key of ['endedOn', null])
    expect(await faults(file(), says('户类型', 'category'), says('甲曰', key))).toEqual(
      field(1, 'HEADING_UNKNOWN'),
    );
  // The missing heading explains why a column is missing.
  const lacking = csv(headings.slice(0, -1), line().slice(0, -1));
  expect(await faults(lacking, says('哪天起', 'startedOn'))).toEqual(field(0, 'HEADING_UNKNOWN'));
  expect(await remembered()).toEqual([]);
});
