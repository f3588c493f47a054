import { expect, it } from 'vitest';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { buildXlsx, rowXml } from '#tests/fixtures/sheets/build-xlsx.ts';
import { SheetError } from '../sheet-error.ts';
import { readTable, type TableChoice } from './read-table.ts';

const headings = [
  '乡镇',
  '行政村',
  '户主姓名',
  '户主身份证号',
  '户类型',
  '帮扶责任人',
  '帮扶责任人电话',
  '帮扶单位',
  '帮扶开始时间',
];
const line = (name: string, ...more: string[]) => [
  ...[
    '魏城镇',
    '南关村',
    name,
    '130499196501010012',
    '脱贫户',
    '乙测试',
    '13800000001',
    '魏县水利局',
    '2026-01-05',
  ],
  ...more,
];
const changed = (at: number, heading: string) => headings.map((one, index) => (index === at ? heading : one));

const sheetXml = (rows: readonly (readonly string[])[]) =>
  `<sheetData>${rows.map((row, index) => rowXml(index + 1, row)).join('')}</sheetData>`;

/** The names read from an xlsx and a csv with the same rows, or why it is refused and at which row. */
async function readings(rows: readonly (readonly string[])[]): Promise<string[]> {
  const xlsx = await buildXlsx({ sheets: [{ name: '表', xml: sheetXml(rows) }] });
  const csv = Buffer.from(rows.map((row) => row.join()).join('\n'));
  return Promise.all([reading(xlsx, '表.xlsx'), reading(csv, '表.csv')]);
}

async function reading(source: Buffer, fileName: string, choice: TableChoice = {}): Promise<string> {
  try {
    const table = await readTable({ source, fileName }, rosterColumns, { survey: true, ...choice });
    if (table.fault) throw table.fault;
    const names = [];
    for await (const { values } of table.rows) names.push(values.headName?.text ?? '');
    return names.join();
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    const { line: at, sheets = [] } = error.where;
    return [error.code, at?.rowNumber, ...sheets.map(({ name }) => name)]
      .filter((one) => one !== undefined)
      .join(' ');
  }
}

it.each([
  ['the same once more', headings],
  [
    'the same with blanks and stars',
    headings.map((heading) => ` ${heading.slice(0, 2)} ${heading.slice(2)}*`),
  ],
])('continues below headings that are repeated: %s', async (_what, again) => {
  const rows = [headings, line('甲'), [''], again, line('乙')];
  expect(await readings(rows)).toEqual(['甲,乙', '甲,乙']);
});

it.each([
  ['an end in the place of the beginning', changed(8, '解除时间')],
  ['head and helper exchanged', changed(2, '帮扶责任人').map((one, at) => (at === 5 ? '户主姓名' : one))],
  ['an end where the first has no heading', [...headings, '解除时间']],
  ['one heading less', headings.slice(0, -1)],
  ['other words for the same', changed(8, '结对时间')],
  ['a narrow table', ['户主姓名', '户主身份证号', '解除原因', '解除文号', '批次']],
])('refuses a second table below the first: %s', async (_what, second) => {
  const rows = [headings, line('甲'), [''], second, line('乙', '2026-06-30')];
  expect(await readings(rows)).toEqual(['HEADINGS_CHANGE 4', 'HEADINGS_CHANGE 4']);
});

it('refuses a table above the one that is read, unless the lines above are no table', async () => {
  const narrow = ['户主姓名', '户主身份证号', '解除时间'];
  const ended = ['丙', '130499196501010012', '2026-06-30'];
  expect(await readings([narrow, ended, [''], headings, line('甲')])).toEqual([
    'HEADINGS_CHANGE 4',
    'HEADINGS_CHANGE 4',
  ]);
  const signed = ['填报单位', '魏县', '联系电话', '0310-1234567'];
  expect(await readings([['花名册'], signed, headings, line('甲')])).toEqual(['甲', '甲']);
});

it('does not mistake signatures below the rows for headings', async () => {
  const signatures = ['负责人：', '', '填表人：', '', '联系电话：', ''];
  expect(await readings([headings, line('甲'), signatures])).toEqual(['甲', '甲']);
});

it('skips a repeated header of two rows, and refuses one that differs', async () => {
  const groups = ['乡镇', '行政村', '户主', '', '户类型', '帮扶责任人', '', '', ''];
  const below = ['', '', '姓名', '身份证号', '', '姓名', '电话', '单位', '开始时间'];
  const merges = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:I1', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:I4'];
  const mergeXml = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const twice = async (last: string) => {
    const rows = [groups, below, line('甲'), groups, [...below.slice(0, -1), last], line('乙')];
    return reading(await buildXlsx({ sheets: [{ name: '表', xml: sheetXml(rows) + mergeXml }] }), '表.xlsx');
  };
  expect(await twice('开始时间')).toBe('甲,乙');
  expect(await twice('解除时间')).toBe('HEADINGS_CHANGE 5');
});

it.each([
  '以下为已解除结对农户',
  '（二）已解除',
  '已解除：',
  '以下农户已解除，请勿走访',
  '注：以下为已销户',
  '作废',
  '填写示例',
  '历史数据',
  '不在帮的户',
])('refuses rows below a line that says something about them: %s', async (words) => {
  expect(await readings([headings, line('甲'), [words], line('乙')])).toEqual([
    'SECTION_OVER 3',
    'SECTION_OVER 3',
  ]);
  expect(await readings([headings, line('甲'), ['二、', words, '1户'], headings, line('乙')])).toEqual([
    'SECTION_OVER 3',
    'SECTION_OVER 3',
  ]);
  expect(
    await reading(Buffer.from([headings, line('甲'), [words]].map((row) => row.join()).join('\n')), '表.csv'),
  ).toMatch(/^甲/);
});

it('refuses rows above a line that says they are over', async () => {
  expect(await readings([headings, line('甲'), ['以上农户均已解除']])).toEqual([
    'SECTION_OVER 3',
    'SECTION_OVER 3',
  ]);
});

it.each([
  ...['以下空白', '说明：已解除的户不填', '魏城镇', '以下为在帮农户', '以上情况属实', '以下为监测户'],
  ...['以下为魏城镇农户', '以下为2020年退出户', '脱贫退出户', '整户搬迁户', '不在家户', '历史文化街社区'],
])('reads the rows below a harmless line: %s', async (words) => {
  expect(
    (await readings([headings, line('甲'), [words], line('乙')])).map((names) => names.split(',').at(-1)),
  ).toEqual(['乙', '乙']);
});

it.each([
  '已解除',
  '作废',
  '历史',
  '填写示例',
  '填表说明',
  '模板',
  '旧表',
  '花名册（旧）',
  '2024年往年',
  'old',
  'Sheet_old',
  '已退出',
  '死亡人员',
])(
  'reads a sheet whose name says that it holds no current records only if it is chosen: %s',
  async (name) => {
    const over = { name, xml: sheetXml([headings, line('乙')]) };
    const both = await buildXlsx({ sheets: [over, { name: '在帮', xml: sheetXml([headings, line('甲')]) }] });
    const alone = await buildXlsx({ sheets: [over] });
    expect(await reading(both, '表.xlsx')).toBe('甲');
    expect(await reading(both, '表.xlsx', { sheets: ['在帮', name] })).toBe('甲,乙');
    expect(await reading(alone, '表.xlsx')).toBe(`SHEET_UNDECIDED ${name}`);
    expect(await reading(alone, '表.xlsx', { sheets: [name] })).toBe('乙');
  },
);

it.each(['旧县镇', '平原镇', '原平市', 'Sheet1', '脱贫退出户', '花名册', '个旧市', '第四季度', '双井镇'])(
  'reads a sheet of any other name: %s',
  async (name) => {
    expect(
      await reading(
        await buildXlsx({ sheets: [{ name, xml: sheetXml([headings, line('甲')]) }] }),
        '表.xlsx',
      ),
    ).toBe('甲');
  },
);

it('asks about a hidden sheet that is the only one with the columns', async () => {
  const hidden = { name: '存', xml: sheetXml([headings, line('乙')]), attributes: 'state="veryHidden"' };
  const source = await buildXlsx({ sheets: [{ name: '封面', xml: sheetXml([['封面']]) }, hidden] });
  expect(await reading(source, '表.xlsx')).toBe('SHEET_UNDECIDED 存');
});

it('asks about a list whose title says that it is over, where no column has a first day', async () => {
  const title = '魏县已解除结对帮扶农户名册';
  expect(await readings([[title], headings, line('甲')])).toEqual([
    'SHEET_UNDECIDED 表',
    'SHEET_UNDECIDED 表.csv',
  ]);
  expect(await readings([[title], [...headings, '解除时间'], line('甲', '2026-06-30')])).toEqual([
    '甲',
    '甲',
  ]);
  const group = [title, ...headings.map(() => '')].slice(0, headings.length);
  expect(
    await readings([group, changed(8, '时间').map((one, at) => (at === 5 ? '帮扶责任人' : one)), line('甲')]),
  ).toEqual(['SHEET_UNDECIDED 表', 'SHEET_UNDECIDED 表.csv']);
  expect(await readings([['说明：已解除的请填写'], headings, line('甲')])).toEqual(['甲', '甲']);
});

it.each([
  ['in other words', ['户主', '身份证号码', '责任人', '开始时间']],
  ['about less', ['姓名', '证件号码', '解除日期']],
])('asks about a second table beside the first: %s', async (_what, beside) => {
  const text = [
    [...headings, '', ...beside],
    [...line('甲'), '', '乙', '130499196501010012'],
  ];
  const table = await readTable(
    { source: Buffer.from(text.map((row) => row.join()).join('\n')), fileName: '表.csv' },
    rosterColumns,
  );
  expect(table.header.undecided?.map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(beside.slice(0, 2)),
  );
});

it('does not ask about a single further name', async () => {
  const text = [
    [...headings, '姓名'],
    [...line('甲'), '乙'],
  ]
    .map((row) => row.join())
    .join('\n');
  const table = await readTable({ source: Buffer.from(text), fileName: '表.csv' }, rosterColumns);
  expect(table.header.undecided).toBeUndefined();
});

it('offers all sheets to choose from if the title of one says that it is over', async () => {
  const source = await buildXlsx({
    sheets: [
      { name: '一', xml: sheetXml([headings, line('甲')]) },
      { name: '二', xml: sheetXml([['已解除结对农户名册'], headings, line('乙')]) },
    ],
  });
  expect(await reading(source, '表.xlsx')).toBe('SHEET_UNDECIDED 一 二');
  expect(await reading(source, '表.xlsx', { sheets: ['一'] })).toBe('甲');
});
