import { expect, it } from 'vitest';
import { importSteps, newPhone, rosterHeadings } from '#tests/factories/lists/imports.ts';
import { workbook } from '#tests/factories/lists/sheets.ts';
import { nationalDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const desk = nationalDesk(test, countyCode);
const { bring, checkFile } = importSteps(test, countyCode);

type Line = readonly (string | null)[];
const [id, phone, name] = [residentId(), newPhone(), '日甲'];
const visits = (...lines: Line[]) =>
  workbook(
    '走访.xlsx',
    ['走访日期', '走访人', '走访人电话', '户主姓名', '户主身份证号', '走访情况', '下次走访时间'],
    lines,
  );
const members = (...lines: Line[]) =>
  workbook('成员.xlsx', ['户主证件号码', '姓名', '证件类型', '证件号码', '出生日期', '与户主关系'], lines);
const roster = (...lines: Line[]) =>
  workbook(
    '花名册.xlsx',
    [...rosterHeadings, '解除时间'],
    lines.map((line) => ['魏城镇', '南关村', ...line]),
  );
const helped = (from: string, to: string | null, head = residentId()): Line => [
  ...['日乙', head, '脱贫户', '乙测试', newPhone(), '魏县图书馆', from],
  to,
];

/** The warnings of a dry run of a list with a day. */
async function doubts(kind: string, file: ReturnType<typeof roster>, asOf: string | null): Promise<string[]> {
  const { data } = await checkFile(desk, await file, kind, { asOf });
  const answer = await test.send<{
    importBatch: {
      rows: { nodes: { result: string; warnings: { column: string; code: string; value: string }[] }[] };
    };
  }>(
    `query ($id: ID!) { importBatch(id: $id) { rows(first: 10) { nodes { result warnings { column code value } } } } }`,
    { id: data?.checkImport.importBatch.id },
    desk.session,
  );
  const rows = answer.data?.importBatch.rows.nodes ?? [];
  expect(rows.map(({ result }) => result)).not.toContain('REJECTED');
  return rows.flatMap(({ warnings }) =>
    warnings.flatMap(({ column, code, value }) => (code === 'DATE_AFTER_LIST' ? [`${column} ${value}`] : [])),
  );
}

it('imports a household', async () => {
  const line = [name, id, '脱贫户', '乙测试', phone, '魏县水利局', '2024-03-01', null];
  expect(await bring(desk, await roster(line))).toMatchObject({ created: 1 });
});

const visit = (day: string, next: string | null = null): Line => [
  day,
  '乙测试',
  phone,
  name,
  id,
  '正常',
  next,
];
const born = residentId('20261005');

it.each([
  ['a visit', 'VISITS', () => visits(visit('2026-10-01'), visit('2026-10-02')), ['visitedOn 2026-10-02']],
  ['no visit that is planned', 'VISITS', () => visits(visit('2026-09-01', '2026-10-09')), []],
  // Otherwise the birth date of a masked number could be found day by day.
  ['no birth', 'MEMBERS', () => members([id, '日娃', '身份证', born, '2026-10-05', '之女']), []],
  [
    'no birth without a number',
    'MEMBERS',
    () => members([id, '日娃', '暂无证件', null, '2026-10-05', '之女']),
    [],
  ],
  ['a beginning', 'ROSTER', () => roster(helped('2026-10-02', null)), ['startedOn 2026-10-02']],
  ['an end', 'ROSTER', () => roster(helped('2024-03-01', '2026-10-02')), ['endedOn 2026-10-02']],
  ['no end that is planned', 'ROSTER', () => roster(helped('2024-03-01', '2027-10-02')), []],
] as const)('warns of %s after the day of the list', async (_what, kind, list, expected) => {
  expect(await doubts(kind, list(), '2026-10-01')).toEqual(expected);
  expect(await doubts(kind, list(), null)).toEqual([]);
  expect(await doubts(kind, list(), '2026-11-01')).toEqual([]);
});
