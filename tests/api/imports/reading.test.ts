import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { contentImporter, rosterHeadings } from '#tests/factories/lists/imports.ts';
import { rosterCsv, rosterLine, rosterSheet } from '#tests/factories/lists/roster-xml.ts';
import { inHan } from '#tests/factories/people/han-numbers.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { buildXlsx } from '#tests/fixtures/sheets/build-xlsx.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const bring = contentImporter(test, countyCode);

beforeAll(() => loadCounties(test, countyCode));
const ended = async (headId: string) => {
  const [row] = await test.owner.db.execute<{ ended: string | null }>(sql`
    select pairing.ended_on::text as ended from pairing join household using (county_code)
    where pairing.household_id = household.id and head_name = ${headId}`);
  return row?.ended;
};
it('refuses a row by the column of a cell with an error or an uncalculated formula', async () => {
  const headings = [...rosterHeadings, '帮扶结束时间', '无关'];
  const given: Record<string, string>[] = [
    { 帮扶责任人电话: '<c t="e"><v>#N/A</v></c>' },
    { 帮扶结束时间: '<c t="e"><v>#VALUE!</v></c>' },
    { 帮扶结束时间: '<c><f>DATE(2026,6,30)</f></c>' },
    { 户主身份证号: '<c><f>A1</f><v></v></c>' },
    { 户主姓名: '#REF!' },
    { 帮扶结束时间: '<c t="str"><f>""</f><v></v></c>', 无关: '<c t="e"><v>#N/A</v></c>' },
  ];
  const lines = given.map((line) => rosterLine(headings, line));
  const report = await bring(
    await buildXlsx({ sheets: [{ name: '表', xml: rosterSheet(headings, ...lines) }] }),
  );
  expect(report.errors).toEqual([
    { row: 2, column: 'helperPhone', code: 'CELL_ERROR' },
    { row: 3, column: 'endedOn', code: 'CELL_ERROR' },
    { row: 4, column: 'endedOn', code: 'CELL_NOT_CALCULATED' },
    { row: 5, column: 'headId', code: 'CELL_NOT_CALCULATED' },
    { row: 6, column: 'headName', code: 'CELL_ERROR' },
  ]);
  // As they are in the sheet, also in numeric columns.
  expect(report.values).toEqual(['#N/A', '#VALUE!', '=', '=', '#REF!']);
  expect(report).toMatchObject({ total: 6, created: 1, rejected: 5 });
  const csv = await bring(`${headings.join()}\n${rosterLine(headings, { 帮扶结束时间: '#N/A' }).join()}`);
  expect(csv.errors).toEqual([{ row: 2, column: 'endedOn', code: 'CELL_ERROR' }]);
});

it('reads words for none, for no end and for units in every kind of cell', async () => {
  const headings = [
    ...rosterHeadings,
    '帮扶结束时间',
    '农户电话',
    '家庭人口',
    '职务',
    '单位隶属关系',
    '性别',
    '备注',
  ];
  const given = [
    ...[
      ...['至今', '长期', '—', '暂无', 'N/A', '仍在帮扶', '长期帮扶', '帮扶中', '尚未结束'],
      ...['9999-12-31', '2099-12-31', '9999年12月31日', '2958465'],
    ].map((word) => ({ 帮扶结束时间: word })),
    ...['无电话', '没有电话', '未留', '暂缺'].map((word) => ({ 农户电话: word, 帮扶责任人电话: word })),
    ...['无', '/', '--', '空', '未填'].map((word) => ({
      农户电话: word,
      家庭人口: word,
      职务: word,
      备注: word,
    })),
    ...['无', '不详', '／'].map((word) => ({ 单位隶属关系: word, 性别: word })),
    ...['5口人', '５人', '5 口', '5.0'].map((word) => ({ 家庭人口: word })),
  ];
  const report = await bring(rosterCsv(headings, ...given.map((line) => rosterLine(headings, line))));
  expect(report.errors).toEqual([]);
  expect(report.created).toBe(given.length);
  const [sizes] = await test.owner.db.execute(
    sql`select count(*) filter (where size = 5)::int as five, count(note)::int as notes from household`,
  );
  expect(sizes).toEqual({ five: 4, notes: 0 });
  const head = residentId('19650101');
  await bring(rosterCsv(rosterHeadings, rosterLine(rosterHeadings, { 户主身份证号: head })));
  const members = [
    '户主证件号码',
    '姓名',
    '证件号码',
    '与户主关系',
    '政治面貌',
    '联系电话',
    '务工时间(月)',
    '是否享受低保',
    '出生日期',
  ];
  const people = [
    ['无', '/', '6个月', '无', '1965.1'],
    ['/', '无', '无', '/', '1965年10月'],
    ['', '', '6 月', '暂无', '1965.10'],
    ['', '没有电话', '', '未享受', ''],
    ['', '未留', '', '已享受低保', ''],
  ].map(([political = '', phone = '', months = '', dibao = '', birth = ''], index) => {
    const born = residentId('19651005');
    return [head, `成员${inHan(index)}`, born, '其他', political, phone, months, dibao, birth];
  });
  const january = [head, '成员五', residentId('19650105'), '其他', '', '', '', '', '1965.1'];
  const wrong = [head, '成员六', residentId('19651105'), '其他', '', '', '5口人', '', '1965.1'];
  const brought = await bring(rosterCsv(members, ...people, january, wrong), 'MEMBERS');
  expect(brought.errors).toEqual([
    { row: 8, column: 'birthOn', code: 'ID_BIRTH_MISMATCH' },
    { row: 8, column: 'workMonths', code: 'NUMBER_INVALID' },
  ]);
  const [supported] = await test.owner.db.execute(sql`select name from member where has_dibao`);
  expect(supported).toEqual({ name: '成员四' });
  const ended = await test.owner.db.execute(sql`select from pairing where ended_on is not null`);
  expect([...ended]).toEqual([]);
});

it('refuses unknown codes, and recognises levels of organizations as sheets write them', async () => {
  const headings = [...rosterHeadings, '单位隶属关系', '帮扶责任人性别'];
  const levels = [
    '村民委员会',
    '省直机关',
    '市/地区',
    '县(市、区)直',
    '街道办事处',
    '中央单位',
    '省属企业',
    '其他',
  ];
  const lines = levels.map((level, index) =>
    rosterLine(headings, { 单位隶属关系: level, 帮扶单位: `测试单位${index}` }),
  );
  const report = await bring(
    [headings, ...lines, rosterLine(headings, { 帮扶责任人性别: '先生' })]
      .map((line) => line.map((cell) => `"${cell}"`).join())
      .join('\n'),
  );
  expect(report.errors).toEqual([
    { row: 8, column: 'organizationLevel', code: 'CODE_UNKNOWN' },
    { row: 10, column: 'helperSex', code: 'CODE_UNKNOWN' },
  ]);
  const found = await test.owner.db.execute(
    sql`select level from organization where name like '测试单位%' order by name`,
  );
  expect(found.map(({ level }) => level)).toEqual([
    ...['VILLAGE', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'CENTRAL', 'OTHER'],
  ]);
});

it('reads days of a workbook with the 1904 date system in cells of every format', async () => {
  const headings = [...rosterHeadings, '帮扶结束时间'];
  const serial = 44_565; // 2026-01-05, counted from 1904
  const line = (style: string) =>
    rosterLine(headings, {
      户主姓名: `日期${style === '' ? '通用' : '专用'}`,
      帮扶结束时间: `<c ${style}><v>${serial}</v></c>`,
    });
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const xml = rosterSheet(headings, line(''), line('s="1"'));
  await bring(
    await buildXlsx({ sheets: [{ name: '表', xml }], styles, workbookXml: '<workbookPr date1904="1"/>' }),
  );
  expect([await ended('日期通用'), await ended('日期专用')]).toEqual(['2026-01-05', '2026-01-05']);
});

it('ends pairings whatever words the heading is composed of', async () => {
  const endHeadings = [
    '解除时间',
    '终止日期',
    '结对解除日期',
    '包联截止年月日',
    '联系关系终止时间',
    '解除帮扶日期',
    '选派结束时间',
  ];
  for (const [index, heading] of endHeadings.entries()) {
    const headings = [...rosterHeadings.slice(0, -1), '包联起始日期', heading];
    const name = `止${inHan(index)}`;
    await bring(
      rosterCsv(
        headings,
        rosterLine(headings, { 户主姓名: name, 包联起始日期: '2024-03-01', [heading]: '2025-06-30' }),
      ),
    );
    expect([heading, await ended(name)]).toEqual([heading, '2025-06-30']);
  }
});

it('detects the separator of a csv from its header, whatever the notes contain', async () => {
  const headings = [...rosterHeadings, '备注'];
  const note = Array.from({ length: 30 }, (_, index) => `事${index}`).join(';');
  for (const separator of [',', '\t', ';']) {
    const notes = separator === ';' ? note.replaceAll(';', ',') : note;
    const lines = [
      headings,
      rosterLine(headings, { 备注: notes }),
      rosterLine(headings, { 备注: `${notes}x` }),
    ];
    const report = await bring(lines.map((line) => line.join(separator)).join('\n'));
    expect(report).toMatchObject({ created: 2, rejected: 0 });
  }
});
