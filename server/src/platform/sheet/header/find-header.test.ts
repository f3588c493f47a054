import { describe, expect, test } from 'vitest';
import type { Cell, SheetRow } from '../sheet-row.ts';
import { findHeader } from './find-header.ts';
import type { ColumnSpec } from './header-match.ts';

/** Rows from 1 on; '' is blank, '^x' an x shown by a merged range. */
function sheet(...rows: string[][]): SheetRow[] {
  const toCell = (text: string): Cell | null => {
    if (text === '') return null;
    return text.startsWith('^')
      ? { text: text.slice(1), kind: 'text', merged: true }
      : { text, kind: 'text' };
  };
  return rows.map((row, index) => ({ number: index + 1, cells: row.map(toCell) }));
}

const columns: ColumnSpec[] = [
  { key: 'dept', names: ['部门', '科室'] },
  { key: 'taker', names: ['领用人姓名', '领用人'], required: true, group: ['领用人'] },
  { key: 'takerPhone', names: ['联系电话', '领用人电话'], group: ['领用人'] },
  { key: 'giver', names: ['发放人姓名', '发放人'], required: true, group: ['发放人', '发放方'] },
  { key: 'giverPhone', names: ['联系电话', '发放人电话'], group: ['发放人', '发放方'] },
  { key: 'count', names: ['数量', '件数'], required: true },
  { key: 'remark', names: ['备注'] },
];

/** Column letter of each recognised key. */
function found(rows: SheetRow[], specs = columns): Record<string, string> {
  const header = findHeader(rows, specs);
  return header.isFound ? Object.fromEntries(header.recognised.map(({ key, column }) => [key, column])) : {};
}

describe('the header row', () => {
  test('is found below titles, and reports recognised, ignored and missing columns', () => {
    const rows = sheet(
      ['领用台账'],
      ['填报单位：一科', '', '数量'],
      ['序号', '部门', '领用人', '发放人', '库房'],
      ['1', '一科', '张三', '李四', '东'],
    );
    expect(findHeader(rows, columns)).toEqual({
      ambiguous: [],
      isFound: true,
      headerRow: 3,
      firstDataRow: 4,
      headerRows: [3],
      recognised: [
        { key: 'dept', column: 'B', heading: '部门' },
        { key: 'taker', column: 'C', heading: '领用人' },
        { key: 'giver', column: 'D', heading: '发放人' },
      ],
      ignored: [
        { column: 'A', heading: '序号' },
        { column: 'E', heading: '库房' },
      ],
      missing: ['count'],
      unmet: [[['count']]],
    });
  });

  test('is recognised whatever its width, spaces, stars, colons and remarks', () => {
    const rows = sheet(['＊领用人 姓名（必填）', '发放\n人【姓名请写全】', '*数量：', ' 部　门 ']);
    expect(found(rows)).toEqual({ taker: 'A', giver: 'B', count: 'C', dept: 'D' });
  });

  test('may name the same columns in other words', () => {
    expect(found(sheet(['科室', '领用人', '发放人电话', '发放人', '件数']))).toEqual({
      dept: 'A',
      taker: 'B',
      giverPhone: 'C',
      giver: 'D',
      count: 'E',
    });
  });

  test('uses a column once, with the better name for it', () => {
    const rows = sheet(['备注', '领用人', '领用人姓名', '发放人', '数量', '备注']);
    expect(found(rows)).toEqual({ remark: 'A', taker: 'C', giver: 'D', count: 'E' });
  });

  test('is not a row of data that contains such words', () => {
    const rows = sheet(['领用人', '发放人', '数量'], ['备注', '部门', '数量']);
    expect(findHeader(rows, columns)).toMatchObject({ isFound: true, headerRow: 1 });
  });
});

describe('a header of two rows', () => {
  const lower = ['^序号', '^部门', '姓名', '联系电话', '姓名', '联系电话', '^数量', '^备注'];

  test('distinguishes equal headings by the merged group above', () => {
    const rows = sheet(
      ['标题'],
      ['序号', '部门', '发放人', '^发放人', '领用人', '^领用人', '数量', '备注'],
      lower,
    );
    expect(found(rows)).toEqual({
      dept: 'B',
      giver: 'C',
      giverPhone: 'D',
      taker: 'E',
      takerPhone: 'F',
      count: 'G',
      remark: 'H',
    });
    expect(findHeader(rows, columns)).toMatchObject({ headerRow: 3, firstDataRow: 4, headerRows: [2, 3] });
  });

  test('may be unmerged', () => {
    const rows = sheet(
      ['序号', '部门', '发放方', '', '领用人', '', '数量', '备注'],
      ['', '', '发放人', '联系电话', '姓名', '联系电话'],
    );
    expect(found(rows)).toEqual({
      dept: 'B',
      giver: 'C',
      giverPhone: 'D',
      taker: 'E',
      takerPhone: 'F',
      count: 'G',
      remark: 'H',
    });
  });

  test('does not extend a merged group beyond its columns', () => {
    const rows = sheet(['领用人', '^领用人', ''], ['姓名', '联系电话', '联系电话', '发放人', '数量']);
    expect(found(rows)).toEqual({ taker: 'A', takerPhone: 'B', giverPhone: 'C', giver: 'D', count: 'E' });
  });
});

describe('equal headings in one row', () => {
  test('belong to the columns they follow', () => {
    expect(found(sheet(['领用人', '联系电话', '发放人', '联系电话', '数量']))).toMatchObject({
      takerPhone: 'B',
      giverPhone: 'D',
    });
    expect(found(sheet(['发放人', '联系电话', '数量', '领用人', '联系电话']))).toMatchObject({
      giverPhone: 'B',
      takerPhone: 'E',
    });
  });

  test('belong to the nearest column on the left, even if it is not adjacent or only one is meant', () => {
    expect(found(sheet(['领用人', '发放人', '职务', '联系电话', '数量']))).toMatchObject({ giverPhone: 'D' });
    expect(found(sheet(['领用人', '职务', '联系电话', '发放人', '数量']))).toMatchObject({ takerPhone: 'C' });
    expect(found(sheet(['领用人', '发放人', '数量', '联系电话']))).not.toHaveProperty('remark');
  });

  test('need a choice where nothing tells what they belong to', () => {
    const plain = columns.map(({ group: _, ...column }) => column);
    const header = findHeader(sheet(['领用人', '联系电话', '发放人', '联系电话', '数量']), plain);
    expect(header).toMatchObject({
      ambiguous: [
        { column: 'B', heading: '联系电话', keys: ['takerPhone', 'giverPhone'] },
        { column: 'D', heading: '联系电话', keys: ['takerPhone', 'giverPhone'] },
      ],
    });
    expect(found(sheet(['领用人', '联系电话', '发放人', '联系电话', '数量']), plain)).toEqual({
      ...{ taker: 'A', giver: 'C', count: 'E' },
    });
  });

  test('mean what a person chose, whatever their words mean', () => {
    const rows = sheet(['领用人', '联系电话', '发放人', '经手', '数量', '件数']);
    const now = new Map([
      ['联系电话', null],
      ['经手', 'giverPhone'],
      ['件数', 'count'],
    ]);
    expect(findHeader(rows, columns, { now, before: new Map() })).toMatchObject({
      recognised: [
        { key: 'taker' },
        { key: 'giver' },
        { key: 'giverPhone', column: 'D' },
        { key: 'count', column: 'F' },
      ],
      ignored: [{ column: 'B' }, { column: 'E' }],
    });
  });
});

describe('a sheet about something else', () => {
  test('has no header: too few names, or too few of the required ones', () => {
    const none = { isFound: false, missing: ['taker', 'giver', 'count'] };
    expect(findHeader(sheet(['姓名', '班级', '成绩'], ['张三', '一班', '90']), columns)).toEqual(none);
    expect(findHeader(sheet(['部门', '备注', '联系电话', '数量']), columns)).toEqual(none);
    expect(findHeader(sheet(['数量']), columns)).toEqual(none);
    expect(findHeader([], columns)).toEqual(none);
  });

  test('differs from one with most of the required columns (control)', () => {
    expect(findHeader(sheet(['数量', '领用人']), columns)).toMatchObject({
      isFound: true,
      missing: ['giver'],
    });
  });
});
