import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { contentImporter, rosterHeadings } from '#tests/factories/lists/imports.ts';
import { rosterLine, rosterRow } from '#tests/factories/lists/roster-xml.ts';
import { inHan } from '#tests/factories/people/han-numbers.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { buildXlsx } from '#tests/fixtures/sheets/build-xlsx.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const bring = contentImporter(test, countyCode);

beforeAll(() => loadCounties(test, countyCode));

let names = 0;
type Report = Awaited<ReturnType<typeof bring>>;
const said = (all: Report['errors']) => all.map(({ row, column, code }) => `${row} ${column} ${code}`);
const quoted = (cell: string) => (/[,\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (...lines: (readonly string[])[]) => lines.map((line) => line.map(quoted).join()).join('\n');
// Warnings of every row in these lists, which are built alike.
const usual = ['ORGANIZATION_LEVEL_MISSING', 'LIKELY_DOUBLE'];
const doubts = ({ warnings }: Report) => said(warnings.filter(({ code }) => !usual.includes(code)));
const pairingPeriodOf = async (headName: string) => {
  const [row] = await test.owner.db.execute(sql`select started_on::text as from, ended_on::text as until
    from pairing join household using (county_code) where household_id = household.id and head_name = ${headName}`);
  return row;
};

const dated = [...rosterHeadings, '结束时间'];

it.each([
  ...['2026.3.5', '2026/3/5', '2026-3-5', '2026年3月5日', '2026年3月5号', '20260305', '２０２６年３月５日'],
  ...['2026．3．5', '2026。3。5', '2026、3、5', '2026·3·5', '2026 3 5', '2026\\3\\5', '2026—3—5', '2026,3,5'],
  ...[
    '2026-03-05 星期四',
    '2026年3月5日（周四）',
    '2026/3/5 0:00',
    '2026-03-05T00:00:00+08:00',
    "'2026-03-05",
  ],
  ...['2026年03月05日上午', '2026年3月5日 9时30分', '二〇二六年三月五日', '二零二六年三月五日'],
])('reads the day %s', async (day) => {
  const name = `日${inHan(++names)}`;
  const report = await bring(
    csv(dated, rosterLine(dated, { 户主姓名: name, 结对时间: day, 结束时间: '2026.6.30' })),
  );
  expect([said(report.errors), doubts(report)]).toEqual([[], []]);
  expect(await pairingPeriodOf(name)).toEqual({ from: '2026-03-05', until: '2026-06-30' });
});

it.each(['2026年3月', '2026.03', '2026/3', '2026-03', '202603', '2026年3月份', '二〇二六年三月'])(
  'reads the month %s as its first day for a beginning, as its last for an end, and warns',
  async (month) => {
    const name = `月${inHan(++names)}`;
    const report = await bring(
      csv(dated, rosterLine(dated, { 户主姓名: name, 结对时间: month, 结束时间: month })),
    );
    expect([said(report.errors), doubts(report)]).toEqual([
      [],
      ['2 startedOn MONTH_FOR_DAY', '2 endedOn MONTH_FOR_DAY'],
    ]);
    expect(await pairingPeriodOf(name)).toEqual({ from: '2026-03-01', until: '2026-03-31' });
  },
);

it.each(['2026.1', '26.3.5', '5/3/2026', '2026年', '2026年3月上旬', '2026-02-30', '十月'])(
  'refuses %s, which may be several days or none',
  async (day) => {
    const report = await bring(csv(rosterHeadings, rosterLine(rosterHeadings, { 结对时间: day })));
    expect(said(report.errors)).toEqual(['2 startedOn DATE_INVALID']);
  },
);

it('recognises headings with line breaks, blanks and notes', async () => {
  const notes = [
    ...['乡\n镇', '行政村（必填）', '户主姓名【必填】', '身份证号(18位)', '户类型：'],
    ...['帮扶责任人（一户一人）', '联系电话（手机）', '帮扶\r\n单位', '结对时间（年/月/日）'],
  ];
  const report = await bring(csv(notes, rosterLine(rosterHeadings)));
  expect(report).toMatchObject({ created: 1, header: { ignored: [] } });
});

it.each(['合计', '合 计：', '全镇合计', '本页小计', '累计', '共2户7人', '总计（户）'])(
  'skips the sum row %s wherever its word stands, and names the row',
  async (word) => {
    const headings = ['序号', ...rosterHeadings, '家庭人口'];
    const sum = (at: number) => headings.map((_, index) => (index === at ? word : index === 10 ? '7' : ''));
    for (const at of [0, 1, 2]) {
      const report = await bring(csv(headings, ['1', ...rosterLine(rosterHeadings), '7'], sum(at)));
      expect(report).toMatchObject({ created: 1, rejected: 0, skippedRows: 1, skipped: [3] });
    }
  },
);

it('skips rows that number the columns, show an example or repeat the header, and empty lines', async () => {
  const headings = ['序号', ...rosterHeadings];
  const numbers = headings.map((_, index) => String(index + 1));
  const letters = headings.map((_, index) => String.fromCharCode(65 + index));
  const stems = headings.map((_, index) => (index < 2 ? (['甲', '乙'][index] ?? '') : String(index - 1)));
  for (const marks of [numbers, letters, stems]) {
    const report = await bring(csv(headings, marks, ['1', ...rosterLine(rosterHeadings)]));
    expect(report, marks.join()).toMatchObject({ created: 1, rejected: 0, skipped: [2] });
  }
  const example = ['示例', ...rosterLine(rosterHeadings)];
  const again = headings.map((heading) => [...heading].join(' '));
  const blank = headings.map((_, index) => (index === 0 ? '9' : ''));
  const report = await bring(
    csv(headings, example, ['1', ...rosterLine(rosterHeadings)], again, blank, [
      '2',
      ...rosterLine(rosterHeadings),
    ]),
  );
  expect(report).toMatchObject({ total: 2, created: 2, rejected: 0, skippedRows: 2, skipped: [2, 4] });
});

it('reads hidden columns, hidden rows and merged cells, and reports the hidden ones', async () => {
  const own = { 乡镇: '<c/>', 行政村: '<c/>', 帮扶责任人: '<c/>', 帮扶责任人电话: '<c/>', 帮扶单位: '<c/>' };
  const rows = [
    rosterRow(1, rosterHeadings),
    rosterRow(2, rosterLine(rosterHeadings, { 户主姓名: '合并一' })),
    rosterRow(3, rosterLine(rosterHeadings, { ...own, 户主姓名: '合并二' }), 'hidden="1"'),
  ];
  const merges = ['A', 'B', 'F', 'G', 'H'].map((column) => `<mergeCell ref="${column}2:${column}3"/>`);
  const xml = `<cols><col min="6" max="7" hidden="1"/></cols><sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
  const report = await bring(await buildXlsx({ sheets: [{ name: '表', xml }] }));
  expect(report).toMatchObject({ created: 2, hiddenRows: 1 });
  const hidden = report.header.recognised.filter(({ isHidden }) => isHidden);
  expect(hidden.map(({ key }) => key)).toEqual(['helperName', 'helperPhone']);
});

it.each<[string, (text: string) => Buffer]>([
  ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 little endian', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 big endian', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16 big endian without a mark', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['Unicode text of Excel', (text) => Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le')],
  ['line ends of old Macs', (text) => Buffer.from(text.replaceAll('\n', '\r'))],
])('reads a csv in %s', async (_, encode) => {
  const report = await bring(encode(csv(rosterHeadings, rosterLine(rosterHeadings))), 'ROSTER', {
    ending: 'csv',
  });
  expect(report).toMatchObject({ created: 1, rejected: 0 });
});

it.each(['同上', '〃', '"', '″', '如上'])('refuses %s instead of a name, a phone or a day', async (word) => {
  const report = await bring(
    csv(
      rosterHeadings,
      rosterLine(rosterHeadings, { 帮扶责任人: word }),
      rosterLine(rosterHeadings, { 户主姓名: word, 帮扶责任人电话: word }),
      rosterLine(rosterHeadings, { 结对时间: word, 户类型: word }),
    ),
  );
  expect(said(report.errors)).toEqual([
    '2 helperName CELL_DITTO',
    ...['3 headName CELL_DITTO', '3 helperPhone CELL_DITTO'],
    ...['4 category CELL_DITTO', '4 startedOn CELL_DITTO'],
  ]);
});

it.each(['无', '空缺', '待安排', '未落实', '暂缺', '无帮扶责任人', '——'])(
  'creates no cadre from %s, which says that there is nobody',
  async (word) => {
    const nobody = { 帮扶责任人: word, 帮扶责任人电话: '', 帮扶单位: '' };
    const report = await bring(
      csv(
        rosterHeadings,
        rosterLine(rosterHeadings, { ...nobody, 结对时间: word }),
        rosterLine(rosterHeadings, nobody),
        rosterLine(rosterHeadings, { ...nobody, 帮扶责任人: '' }),
      ),
    );
    // A first day beside it is ignored; an empty name beside a day was forgotten.
    expect(doubts(report)).toEqual([
      '2 helperName HOUSEHOLD_WITHOUT_HELPER',
      '3 helperName HOUSEHOLD_WITHOUT_HELPER',
    ]);
    expect(said(report.errors)).toEqual(['4 helperName REQUIRED_MISSING']);
  },
);

it('says which of several phones it keeps, and that a pairing with a future end still runs', async () => {
  const headings = [...dated, '农户电话'];
  const several = '13800100001、0310-3512345';
  const report = await bring(
    csv(
      headings,
      rosterLine(headings, { 农户电话: several, 帮扶责任人电话: several, 结束时间: '2027-01-01' }),
    ),
  );
  expect(doubts(report)).toEqual([
    '2 householdPhone PHONES_LEFT_OUT',
    '2 helperPhone PHONES_LEFT_OUT',
    '2 endedOn END_IN_FUTURE',
  ]);
});

it('refuses an unknown word in a coded column instead of reading it as Other, in any kind of sheet', async () => {
  const head = residentId('19500101');
  const odd = [...rosterHeadings, '单位隶属关系', '政治面貌', '责任人类型'];
  const roster = await bring(
    csv(
      odd,
      rosterLine(odd, { 户主身份证号: head }),
      ...['户类型', '单位隶属关系', '政治面貌', '责任人类型'].map((heading) =>
        rosterLine(odd, { [heading]: '某某某' }),
      ),
    ),
  );
  expect(said(roster.errors)).toEqual([
    ...['3 category CODE_UNKNOWN', '4 organizationLevel CODE_UNKNOWN'],
    ...['5 helperPolitics CODE_UNKNOWN', '6 helperRole CODE_UNKNOWN'],
  ]);
  const facts: Record<string, string> = {
    ...{ 与户主关系: 'relation', 性别: 'sex', 证件类型: 'documentKind', 民族: 'ethnicity' },
    ...{ 文化程度: 'education', 在校生状况: 'schoolStatus', 辍学原因: 'dropoutReason', 劳动能力: 'labour' },
    ...{ 健康状况: 'health', 政治面貌: 'politicalStatus', 务工地点: 'workPlace' },
  };
  const columns = ['户主证件号码', '姓名', '证件号码', ...Object.keys(facts)];
  const member = (heading: string) =>
    columns.map((column) => {
      const given: Record<string, string> = {
        户主证件号码: head,
        姓名: '某',
        证件号码: residentId(),
        与户主关系: '之子',
      };
      return column === heading ? '某某某' : (given[column] ?? '');
    });
  const members = await bring(csv(columns, ...Object.keys(facts).map(member)), 'MEMBERS');
  expect(said(members.errors)).toEqual(
    Object.values(facts).map((column, index) => `${index + 2} ${column} CODE_UNKNOWN`),
  );
  const visits = await bring(
    csv(['走访日期', '走访人', '户主身份证号', '走访方式'], ['2026-05-01', '乙测试', head, '某某某']),
    'VISITS',
  );
  expect(said(visits.errors)).toEqual(['2 mode CODE_UNKNOWN']);
});

it('reads counts with their units', async () => {
  const headings = [...rosterHeadings, '家庭人口'];
  const counts = ['4口人', '4口', '共4人', '４', '4.0', '4 人'];
  const report = await bring(
    csv(headings, ...counts.map((size) => rosterLine(headings, { 户主姓名: '四口', 家庭人口: size }))),
  );
  expect(said(report.errors)).toEqual([]);
  const sizes = await test.owner.db.execute(sql`select size from household where head_name = '四口'`);
  expect(sizes.map(({ size }) => size)).toEqual(counts.map(() => 4));
});
