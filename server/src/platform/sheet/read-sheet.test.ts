import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { buildXlsx, rowXml } from '#tests/fixtures/sheets/build-xlsx.ts';
import { readSheet } from './read-sheet.ts';
import type { Cell, SheetRow, SheetSource } from './sheet-row.ts';

const folder = 'tests/fixtures/sheets';

async function read(source: SheetSource, fileName = 'file.xlsx', sheetName?: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet({ source, fileName }, sheetName)) rows.push(row);
  return rows;
}

const show = (row: SheetRow | undefined) => row?.cells.map((cell) => cell?.text ?? null);
const csv = (content: string | Buffer) => read(Buffer.from(content), 'file.csv');

/** One worksheet of the given XML, read. */
const readXml = async (xml: string, rest: { styles?: string; strings?: string; workbookXml?: string } = {}) =>
  read(await buildXlsx({ sheets: [{ name: 'a', xml: `<sheetData>${xml}</sheetData>` }], ...rest }));

describe('an xlsx file of another program', () => {
  test('returns inline, rich and formula texts, booleans, numbers and days', async () => {
    const [, second, third, fourth] = await read(`${folder}/inline-strings.xlsx`);
    expect(second?.cells).toEqual<Cell[]>([
      { text: ' 张 三 ', kind: 'text' },
      { text: '130499197501010016', kind: 'text' },
      { text: '2024-03-12', kind: 'date', date: '2024-03-12' },
      { text: '1234.5', kind: 'number', number: 1234.5 },
      { text: 'TRUE', kind: 'boolean' },
    ]);
    expect(show(third)).toEqual([
      '李四',
      expect.stringMatching(/^13049919750101\d{4}$/),
      '2024-03-12 08:30:00',
      '0.3',
      'FALSE',
    ]);
    expect(third?.cells[1]?.precisionLost).toBe(true);
    expect(show(fourth)).toEqual(['王\n五', '2', '#N/A', '第_x0041_号', 'ab']);
  });

  test('distinguishes an error from a blank cell', async () => {
    const rows = await read(`${folder}/inline-strings.xlsx`);
    expect(rows[3]?.cells[2]).toEqual({ text: '#N/A', kind: 'error', error: 'CELL_ERROR' });
    expect((await csv('a,#N/A,#DIV/0!,#######,#1,无#N/A'))[0]?.cells.map((cell) => cell?.kind)).toEqual([
      ...['text', 'error', 'error', 'error', 'text', 'text'],
    ]);
  });

  test('distinguishes a formula without a result from one with an empty text', async () => {
    const never = [
      '<c><f>A1</f></c>',
      '<c><f>A1</f><v></v></c>',
      '<c t="str"><f>A1</f></c>',
      '<c><f si="0"/><v/></c>',
    ];
    const [row] = await readXml(
      `<row>${never.join('')}<c t="str"><f>A1</f><v></v></c><c><f>A1</f><v>0</v></c><c/></row>`,
    );
    expect(row?.cells.map((cell) => cell?.error ?? cell?.text ?? null)).toEqual([
      ...never.map(() => 'CELL_NOT_CALCULATED'),
      null,
      '0',
    ]);
  });

  test('counts days from 1904 where the workbook does', async () => {
    const [, row] = await read(`${folder}/dates-1904.xlsx`);
    expect(show(row)).toEqual(['张三', '2024-10-15', '0.5']);
  });

  test('skips hidden and empty sheets unless one is named', async () => {
    const file = `${folder}/hidden-first-sheet.xlsx`;
    expect(show((await read(file))[0])).toEqual(['本表由各单位填写']);
    expect(show((await read(file, 'x.xlsx', '名单'))[1])).toEqual(['张三', 'A-1']);
    expect(show((await read(file, 'x.xlsx', '字典'))[1])).toEqual(['不应读到', '0']);
    await expect(read(file, 'x.xlsx', '没有')).rejects.toMatchObject({ code: 'SHEET_NOT_FOUND' });
  });
});

describe('merged cells', () => {
  test('show their value in every row and column they cover, and a blank beside them stays blank', async () => {
    const rows = await read(`${folder}/two-row-header.xlsx`);
    expect(show(rows[1])).toEqual([
      '序号',
      '部门',
      '领用人',
      '领用人',
      '发放人',
      '发放人',
      '备注',
      '数量（必填）',
    ]);
    expect(rows.slice(3, 6).map((row) => row.cells[1]?.text ?? null)).toEqual(['一科', '一科', null]);
    const merged =
      await readXml(`${rowXml(1, ['甲', '一'])}${rowXml(2, ['', '二'])}${rowXml(3, ['', '三'])}</sheetData>
      <mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells><sheetData>`);
    expect(merged.map(show)).toEqual([
      ['甲', '一'],
      ['甲', '二'],
      [null, '三'],
    ]);
    expect(merged.map((row) => row.cells[0]?.merged)).toEqual([undefined, true, undefined]);
  });

  test('hide what is left in the cells below the first one', async () => {
    const rows = await readXml(`${rowXml(1, ['甲', '一'])}${rowXml(2, ['旧', '二'])}</sheetData>
      <x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells><sheetData>`);
    expect(show(rows[1])).toEqual(['甲', '二']);
  });

  test('create no rows where there are none', async () => {
    const rows = await readXml(`${rowXml(1, ['甲', '一'])}${rowXml(2, ['', ''])}</sheetData>
      <mergeCells><mergeCell ref="A1:A1048576"/></mergeCells><sheetData>`);
    expect(rows.map(({ number }) => number)).toEqual([1]);
  });
});

describe('cells', () => {
  test('keep their column by reference, or by order where there is none', async () => {
    const rows = await readXml(
      '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    );
    expect(rows.map(({ number }) => number)).toEqual([3, 4]);
    expect(rows.map(show)).toEqual([[null, null, '1', '2'], ['3']]);
  });

  test('keep all digits of a whole number, and report when they cannot be right', async () => {
    const [row] = await readXml(
      '<row><c><v>1.3800006650E10</v></c><c><v>130499194603122000</v></c><c><v>1.30499194603122E+17</v></c><c t="str"><v>1.30499E+17</v></c><c><v>999999999999999</v></c></row>',
    );
    expect(show(row)).toEqual([
      '13800006650',
      '130499194603122000',
      '130499194603122000',
      '1.30499E+17',
      '999999999999999',
    ]);
    expect(row?.cells.map((cell) => cell?.precisionLost ?? false)).toEqual([false, true, true, true, false]);
  });

  test('are days when their format shows a day, built in or not, and numbers when it shows an amount or a time', async () => {
    const formats = [
      'yyyy&quot;年&quot;m&quot;月&quot;',
      '#,##0.00&quot;d&quot;',
      '[$-804]m/d',
      'h:mm',
      '[Red]0.00',
      'General',
    ];
    const numFmts = formats.map((code, n) => `<numFmt numFmtId="${170 + n}" formatCode="${code}"/>`).join('');
    const xfs = [14, 58, 4, 170, 171, 172, 173, 174, 175].map((id) => `<xf numFmtId="${id}"/>`).join('');
    const cells = Array.from({ length: 9 }, (_, style) => `<c s="${style}"><v>45369</v></c>`).join('');
    const [row] = await readXml(`<row>${cells}</row>`, {
      styles: `<numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs>`,
    });
    const kinds = row?.cells.map((cell) => cell?.kind);
    expect(kinds).toEqual(['date', 'date', 'number', 'date', 'number', 'date', 'number', 'number', 'number']);
  });

  test("before March 1900 follow Excel's calendar, and its nonexistent day is no day", async () => {
    const [row] = await readXml(
      '<row><c s="0"><v>59</v></c><c s="0"><v>60</v></c><c s="0"><v>61</v></c></row>',
      {
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      },
    );
    expect(row?.cells.map((cell) => cell?.date)).toEqual(['1900-02-28', undefined, '1900-03-01']);
  });

  test('leave out phonetic text, undo escapes and drop blank cells', async () => {
    const [row] = await readXml(
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c><v>1</v></c></row>',
      {
        strings:
          '<si><r><t>东</t></r><r><t>京</t></r><rPh><t>トウキョウ</t></rPh></si><si><t>a_x000D_&amp;&#x4e2d;<![CDATA[<b>]]></t></si><si><t xml:space="preserve"> \u3000 </t></si>',
      },
    );
    expect(show(row)).toEqual(['东京', 'a\r&中<b>', null, '1']);
  });
});

describe('a csv file', () => {
  test('is read as GB18030 when it is not UTF-8', async () => {
    const rows = await read(`${folder}/gbk-other-names.csv`, '花名册.CSV');
    expect(show(rows[0])).toEqual(['×× 镇领用明细']);
    expect(show(rows[3])).toEqual(['张三', '130499197501010016', '13800000001', '2024/3/5']);
    expect(show(rows[4])?.[0]).toBe('李四，又名"小四"');
    expect(rows[5]?.number).toBe(6);
    expect(rows[5]?.cells[0]?.text).toBe('王五\n二组');
    expect(rows[5]?.cells[1]?.precisionLost).toBe(true);
  });

  test('may be UTF-8 with or without a byte order mark, or UTF-16 with one', async () => {
    for (const content of ['姓名,编号\n张,1', '\ufeff姓名,编号\r\n张,1\r\n']) {
      expect((await csv(content)).map(show)).toEqual([
        ['姓名', '编号'],
        ['张', '1'],
      ]);
    }
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t编号\r\n', 'utf16le')]);
    expect(show((await csv(utf16))[0])).toEqual(['姓名', '编号']);
  });

  test('may be separated by semicolons or tabs', async () => {
    expect(show((await csv('a;b;"c;,,d"\n'))[0])).toEqual(['a', 'b', 'c;,,d']);
    expect(show((await csv('a\tb, c\td\n'))[0])).toEqual(['a', 'b, c', 'd']);
  });

  test('counts blank lines, and reads an unclosed quote to the end of the file', async () => {
    const rows = await csv('a,b\n\n,,\nc,""\n"open, d\ne');
    expect(rows.map(({ number }) => number)).toEqual([1, 4, 5]);
    expect(show(rows[1])).toEqual(['c']);
    expect(rows[2]?.cells).toHaveLength(1);
  });

  test('reads the same from a path and from memory', async () => {
    const path = `${folder}/gbk-other-names.csv`;
    expect(await csv(await readFile(path))).toEqual(await read(path, 'a.csv'));
  });
});
