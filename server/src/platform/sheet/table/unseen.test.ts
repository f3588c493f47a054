import { expect, it } from 'vitest';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { pairedHeadings } from '#tests/factories/lists/roster-headings.ts';
import { buildXlsx, rowXml } from '#tests/fixtures/sheets/build-xlsx.ts';
import { dayOfList } from './day-of-list.ts';
import { readTable, type TableChoice } from './read-table.ts';

const line = (name: string, ...more: string[]) => [
  ...['魏城镇', '南关村', name, '130499196501010012', '脱贫户', '乙测试', '13800000001', '2026-01-05'],
  ...more,
];
const rows = (lines: readonly (readonly string[])[], attributes: readonly string[] = []) =>
  `<sheetData>${lines
    .map((one, index) => rowXml(index + 1, one).replace('<row ', `<row ${attributes[index] ?? ''} `))
    .join('')}</sheetData>`;

async function read(xml: string, { styles, ...choice }: TableChoice & { styles?: string } = {}) {
  const source = await buildXlsx({ sheets: [{ name: '表', xml }], ...(styles && { styles }) });
  const table = await readTable({ source, fileName: '表.xlsx' }, rosterColumns, { survey: true, ...choice });
  const names = [];
  const helpers = [];
  for await (const { values } of table.rows) {
    names.push(values.headName?.text);
    helpers.push(values.helperName?.error ?? values.helperName?.text);
  }
  const { header, counts } = table;
  const unnamed = header.ignored.map(
    ({ heading, unnamed: { filled, hasDateOrEnd } = { filled: 0, hasDateOrEnd: false } }) => [
      heading,
      filled,
      hasDateOrEnd,
    ],
  );
  return { names, helpers, hidden: counts.hidden, header, unnamed };
}

it.each([
  ['of no height', '', ['', '', 'ht="0" customHeight="1"']],
  ['of almost no height', '', ['', '', 'ht="0.75" customHeight="1"']],
  [
    'of a sheet that hides rows without a height',
    '<sheetFormatPr zeroHeight="1"/>',
    ['ht="15"', 'ht="15"', ''],
  ],
  ['of a folded outline', '', ['', '', 'outlineLevel="1" hidden="1"']],
])('counts a row as hidden: %s', async (_what, before, attributes) => {
  const xml = before + rows([pairedHeadings, line('甲'), line('乙')], attributes);
  expect(await read(xml)).toMatchObject({ names: ['甲', '乙'], hidden: 1 });
  expect(await read(xml, { skipHidden: true })).toMatchObject({ names: ['甲'], hidden: 1 });
});

it('recognises a column without width as hidden, and a row of usual height as shown', async () => {
  const columns =
    '<cols><col min="8" max="8" width="0" customWidth="1"/><col min="1" max="7" width="12"/></cols>';
  const { header, hidden } = await read(columns + rows([pairedHeadings, line('甲')], ['', 'ht="18"']));
  expect(header.recognised.filter(({ isHidden }) => isHidden).map(({ column }) => column)).toEqual(['H']);
  expect(hidden).toBe(0);
});

const styles = `<fonts count="3"><font/><font><strike/></font><font><strike val="0"/></font></fonts>
  <cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs>`;
const styled = (xml: string, style: number) => xml.replaceAll('<c t', `<c s="${style}" t`);
const helperCell = '<c t="inlineStr"><is><t>乙测试</t></is></c>';

it('counts a row that is struck through as hidden', async () => {
  const xml = (style: number) =>
    `<sheetData>${rowXml(1, pairedHeadings)}${styled(rowXml(2, line('甲')), style)}${rowXml(3, line('乙'))}</sheetData>`;
  expect(await read(xml(1), { styles })).toMatchObject({ names: ['甲', '乙'], hidden: 1 });
  expect(await read(xml(1), { styles, skipHidden: true })).toMatchObject({ names: ['乙'] });
  expect(await read(xml(2), { styles })).toMatchObject({ names: ['甲', '乙'], hidden: 0 });
});

it.each([
  ['a cell', styled(helperCell, 1), 'CELL_STRUCK'],
  [
    'a part of one',
    '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>李二助</t></r><r><t>王三</t></r></is></c>',
    'CELL_STRUCK',
  ],
  ['a text by its own font', '<c t="s"><v>0</v></c>', 'CELL_STRUCK'],
  [
    'nothing of a text in a style that does',
    '<c s="1" t="inlineStr"><is><r><rPr><sz val="9"/></rPr><t>王三</t></r></is></c>',
    '王三',
  ],
])('does not read struck-through parts of a row: %s', async (_what, cell, expected) => {
  const source = await buildXlsx({
    sheets: [{ name: '表', xml: rows([pairedHeadings, line('甲')]).replace(helperCell, cell) }],
    strings: '<si><r><rPr><strike/></rPr><t>李二助</t></r></si>',
    styles,
  });
  const table = await readTable({ source, fileName: '表.xlsx' }, rosterColumns);
  const { value } = await table.rows.next();
  expect(value.values.helperName?.error ?? value.values.helperName?.text).toBe(expected);
  expect(table.counts.hidden).toBe(0);
});

it.each([
  ['a day right of the last heading', ['', '2026-06-30'], [['J列', 1, true]]],
  ['a word for what is over', ['已解除'], [['I列', 1, true]]],
  [
    'something else',
    ['看看', '3'],
    [
      ['I列', 1, false],
      ['J列', 1, false],
    ],
  ],
  ['nothing', ['', ''], []],
])('reports columns without a heading: %s', async (_what, more, expected) => {
  expect((await read(rows([pairedHeadings, line('甲', ...more), line('乙')]))).unnamed).toEqual(expected);
});

it('reports a column between others, and the second one below a heading merged over two', async () => {
  const gap = [...pairedHeadings.slice(0, 6), '', ...pairedHeadings.slice(6)];
  const ofGap = [...line('甲').slice(0, 6), '2026-06-30', ...line('甲').slice(6)];
  expect((await read(rows([gap, ofGap]))).unnamed).toEqual([['G列', 1, true]]);
  const merged = `${rows([pairedHeadings, line('甲', '2026-06-30')])}<mergeCells><mergeCell ref="H1:I1"/></mergeCells>`;
  expect((await read(merged)).unnamed).toEqual([['I列', 1, true]]);
  const both = `${rows([pairedHeadings, line('甲')])}<mergeCells><mergeCell ref="H1:I1"/><mergeCell ref="H2:I2"/></mergeCells>`;
  expect((await read(both)).unnamed).toEqual([['帮扶开始时间', 0, false]]);
});

it('reads a column without a heading as a person chose', async () => {
  const now = new Map([['j列', 'endedOn']]);
  const { header } = await read(rows([pairedHeadings, line('甲', '', '2026-06-30')]), {
    headings: { now, before: new Map() },
  });
  expect(header.recognised.at(-1)).toMatchObject({
    key: 'endedOn',
    column: 'J',
    heading: 'J列',
    said: 'NOW',
  });
});

it.each([
  ['魏县2025年帮扶责任人花名册（截至2025年12月31日）', '2025-12-31'],
  ['2025年四季度', '2025-12-31'],
  ['统计时间：2025-06-30', '2025-06-30'],
  ['二〇二五年十二月', '2025-12-31'],
  ['2025年2月底', '2025-02-28'],
  ['2025年度', '2025-12-31'],
  ['2025年上半年', '2025-06-30'],
  ['2024年选派，截至2026年3月5日', '2026-03-05'],
  ['文号〔2025〕12号', null],
  ['魏县花名册', null],
])('recognises the day in a title: %s', (title, day) => {
  expect(dayOfList(title)).toBe(day);
});
