import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createXmlScanner, decodeXml } from '#platform/sheet/container/xml-scanner.ts';
import { openZip } from '#platform/sheet/container/zip-reader.ts';
import { readTable } from '#platform/sheet/table/read-table.ts';
import { markRejectedRows } from '#platform/sheet/table/rejected-rows.ts';
import { rosterColumns } from '#tests/fixtures/sheets/sample-columns.ts';
import { openSheets, readSheet, type SheetFile } from '../read-sheet.ts';
import { defaultLimits } from '../sheet-row.ts';
import { harmless, type WriteCell, type WriteSheet, writeWorkbook } from './write-workbook.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, ...sheets: WriteSheet[]): Promise<SheetFile> {
  const path = join(folder, name);
  await writeWorkbook(path, { sheets });
  return { source: path, fileName: name };
}

async function cells(file: SheetFile, sheetName?: string) {
  const rows = [];
  for await (const row of readSheet(file, sheetName)) rows.push(row.cells);
  return rows;
}

const texts = async (file: SheetFile, sheetName?: string) =>
  (await cells(file, sheetName)).map((row) => row.map((cell) => cell?.text ?? null));

const sheet = (rows: WriteSheet['rows'], name = '名单'): WriteSheet => ({
  name,
  columns: [{ heading: '甲', width: 20 }],
  rows,
});

describe('a workbook that is written', () => {
  test('returns each kind of value without losing a digit', async () => {
    const row: WriteCell[] = [
      '130499197501010016',
      '013800006650',
      12.5,
      true,
      null,
      { day: '2024-02-29' },
      { decimal: '12345678901.10' },
      'a<b>&"c"\n_x0041_',
    ];
    const [, read] = await cells(await write('values.xlsx', sheet([row])));
    expect(read?.map((cell) => cell?.text ?? null)).toEqual([
      '130499197501010016',
      '013800006650',
      '12.5',
      'TRUE',
      null,
      '2024-02-29',
      '12345678901.1',
      'a<b>&"c"\n_x0041_',
    ]);
    expect(read?.map((cell) => cell?.kind)).toEqual([
      'text',
      'text',
      'number',
      'boolean',
      undefined,
      'date',
      'number',
      'text',
    ]);
  });

  test("keeps as text a day before Excel's calendar, and a decimal that is none", async () => {
    const [, row] = await texts(
      await write('odd.xlsx', sheet([[{ day: '1899-01-01' }, { decimal: '1e5' }, Number.NaN]])),
    );
    expect(row).toEqual(['1899-01-01', '1e5', 'NaN']);
  });

  test('has all its sheets under names that Excel accepts', async () => {
    const file = await write('sheets.xlsx', sheet([['a']], '甲/乙'), sheet([['b']], '甲:乙'), sheet([], ''));
    expect((await openSheets(file)).map(({ name }) => name)).toEqual(['甲 乙', '甲 乙 (2)', 'Sheet3']);
    expect(await texts(file, '甲 乙 (2)')).toEqual([['甲'], ['b']]);
  });

  test('removes what XML forbids and cuts what a cell cannot hold', async () => {
    const [, row] = await texts(
      await write('bad.xlsx', sheet([['a\u0000\u001b\uffffb', 'x'.repeat(40_000)]])),
    );
    expect(row?.[0]).toBe('ab');
    expect(row?.[1]).toHaveLength(32_767);
  });

  test('has one XML declaration at the start of each part and every tag closed', async () => {
    const file = await write('parts.xlsx', sheet([['a&b']], '甲&乙'), sheet([]));
    const zip = openZip(await readFile(String(file.source)), defaultLimits);
    for (const path of [
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]) {
      let xml = '';
      const open: string[] = [];
      for await (const text of decodeXml(zip.stream(path))) xml += text;
      const scanner = createXmlScanner({
        open: (name) => void open.push(name),
        close: (name) => expect(open.pop()).toBe(name),
      });
      scanner.push(xml);
      expect(open).toEqual([]);
      expect(xml.lastIndexOf('<?xml')).toBe(0);
    }
  });

  test('is written while its rows are read', async () => {
    let made = 0;
    async function* rows() {
      for (; made < 20_000; made++) yield [made, `第${made}行`];
    }
    expect(await cells(await write('many.xlsx', sheet(rows())))).toHaveLength(20_001);
  });

  test('leaves no partial file behind when its rows fail', async () => {
    async function* rows() {
      yield ['a'];
      throw new Error('source failed');
    }
    await expect(write('half.xlsx', sheet(rows()))).rejects.toThrow('source failed');
    expect(existsSync(join(folder, 'half.xlsx'))).toBe(false);
  });
});

describe('a text that looks like a formula', () => {
  const evil = ['=1+1', '+86 138', '-5', '@SUM(A1)', '\t=1', '\r=1', '＝1'];

  test('is written with an apostrophe before it, as text', async () => {
    expect(evil.map(harmless)).toEqual(evil.map((text) => `'${text}`));
    expect(harmless('a=1')).toBe('a=1');
    const file = await write('evil.xlsx', sheet([evil]));
    const bytes = await readFile(String(file.source));
    expect(bytes.includes('<f>')).toBe(false);
    const [, row] = await cells(file);
    expect(row?.every((cell) => cell?.kind === 'text')).toBe(true);
  });

  test('is read back unchanged', async () => {
    const [, row] = await texts(await write('evil.xlsx', sheet([['=1+1', '+86 138', '-5']])));
    expect(row).toEqual(['=1+1', '+86 138', '-5']);
  });
});

describe('the refused rows', () => {
  const roster = { source: 'tests/fixtures/帮扶联系人花名册-魏县.xlsx', fileName: 'a.xlsx' };

  test('are returned under their header, filled in, each with its reason, ready to be uploaded again', async () => {
    const table = await readTable(roster, rosterColumns);
    const originals = new Map<number, (string | null)[]>();
    for await (const { number, values } of table.rows) {
      if (number === 357 || number === 927)
        originals.set(
          number,
          Object.values(values).map((cell) => cell?.text ?? null),
        );
    }
    const rejected = new Map([
      [357, { reasons: '日期不正确' }],
      [927, { reasons: '身份证号末几位已丢失' }],
    ]);
    const path = join(folder, 'rejected.xlsx');
    await markRejectedRows(roster, rejected, path, table);

    const written = { source: path, fileName: 'b.xlsx' };
    const rows = await texts(written);
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.at(18))).toEqual([
      undefined,
      '退回原因 / Reason',
      '日期不正确',
      '身份证号末几位已丢失',
    ]);

    const again = await readTable(written, rosterColumns);
    expect(again.header).toMatchObject({ headerRows: [1, 2], missing: [] });
    const values = [];
    for await (const row of again.rows)
      values.push(Object.values(row.values).map((cell) => cell?.text ?? null));
    expect(values).toEqual([...originals.values()]);

    const second = join(folder, 'rejected-again.xlsx');
    await markRejectedRows(written, new Map([[3, { reasons: '仍不正确' }]]), second, again);
    const third = await texts({ source: second, fileName: 'c.xlsx' });
    expect(third.map((row) => row.length)).toEqual([17, 19, 19]);
    expect(third.at(-1)?.at(18)).toBe('仍不正确');
  });

  test('of a csv file are returned as a workbook', async () => {
    const file = { source: 'tests/fixtures/sheets/gbk-other-names.csv', fileName: 'a.csv' };
    const table = await readTable(file, [
      { key: 'name', names: ['领用者'], required: true },
      { key: 'id', names: ['证号'], required: true },
    ]);
    const path = join(folder, 'csv.xlsx');
    await markRejectedRows(file, new Map([[5, { reasons: '号码不对' }]]), path, {
      parts: table.parts,
      reasonHeading: '原因',
    });
    expect(await texts({ source: path, fileName: 'csv.xlsx' })).toEqual([
      ['领用者', '证号', '手机', '领用日期', '原因'],
      ['李四，又名"小四"', '13049919750101002X', '138 0000-0002', '2024年3月5日', '号码不对'],
    ]);
  });
});
