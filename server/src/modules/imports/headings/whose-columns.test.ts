import { expect, it } from 'vitest';
import { rosterColumns } from '#modules/imports/roster/roster.columns.ts';
import { findHeader } from '#platform/sheet/header/find-header.ts';
import { maySpeakOfHelper } from './tie-headings.ts';

const rosterOf = ['行政村', '户主姓名', '户主身份证号', '帮扶责任人姓名', '帮扶单位'];

/** The meaning of a header's columns, by letter; two rows where a group stands above. */
function headerOf(...rows: readonly (readonly string[])[]) {
  const header = findHeader(
    rows.map((texts, at) => ({
      number: at + 1,
      cells: texts.map((text) => ({ text, kind: 'text' as const })),
    })),
    rosterColumns,
  );
  if (!header.isFound) throw new Error('no header');
  const { recognised, undecided = [], headerRows } = header;
  return {
    read: Object.fromEntries(recognised.map(({ column, key }) => [column, key])),
    undecided: Object.fromEntries(undecided.map(({ column, keys }) => [column, keys.join()])),
    headerRows,
  };
}

it.each([
  [['帮扶时间', '帮扶时间'], '起', '止'],
  [['帮扶时间', '帮扶时间'], '自', '至'],
  [['结对日期', '结对日期'], '开始', '结束'],
  [['帮扶时间', ''], '起', '止'],
])('reads both days below %j', ([left = '', right = ''], start, end) => {
  const { read, headerRows } = headerOf([...rosterOf, left, right], [...rosterOf.map(() => ''), start, end]);
  expect(read).toMatchObject({ F: 'startedOn', G: 'endedOn' });
  expect(headerRows).toEqual([1, 2]);
});

it.each([
  [
    ['行政村', '户主姓名', '户编号', '帮扶责任人姓名', '身份证号', '联系电话'],
    { E: 'headId' },
    { F: 'helperPhone' },
  ],
  [
    ['行政村', '户主姓名', '户编号', '帮扶责任人姓名', '性别', '出生年月'],
    { F: 'headBirthOn' },
    { E: 'helperSex' },
  ],
  [['行政村', '户主姓名', '户编号', '户主电话', '帮扶单位', '备注', '证件号码'], {}, { G: 'headId' }],
])('asks whose number follows a helper: %j', (headings, undecided, read) => {
  expect(headerOf(headings).undecided).toEqual(undecided);
  expect(headerOf(headings).read).toMatchObject(read);
});

it.each([
  [['行政村', '户主姓名', '身份证号', '帮扶责任人姓名'], { C: 'headId' }],
  [['行政村', '帮扶责任人姓名', '联系电话', '户主姓名', '身份证号'], { E: 'headId', C: 'helperPhone' }],
  [['行政村', '户主姓名', '帮扶责任人姓名', '户主身份证号'], { D: 'headId' }],
])("reads a number after a household's column as the household's: %j", (headings, read) => {
  expect(headerOf(headings)).toMatchObject({ read, undecided: {} });
});

it('reads the present helper and not the former one, whichever comes first', () => {
  const household = ['行政村', '户主姓名', '户主身份证号'];
  for (const [was, is] of [
    ['帮扶责任人（原）', '帮扶责任人（现）'],
    ['帮扶责任人(调整前)', '帮扶责任人(调整后)'],
    ['帮扶责任人（前任）', '帮扶责任人（现任）'],
  ] as const) {
    expect(headerOf([...household, was, is]).read.E).toBe('helperName');
    expect(headerOf([...household, is, was]).read.D).toBe('helperName');
    expect(headerOf([...household, was]).read.D).toBeUndefined();
    expect(maySpeakOfHelper(was)).toBe(true);
  }
  // It is unclear which is the present one when only one says so.
  expect(headerOf([...household, '帮扶责任人', '帮扶责任人（现）']).undecided).toEqual({ E: 'helperName' });
});
