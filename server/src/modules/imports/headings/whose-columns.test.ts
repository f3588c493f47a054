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

/** Words that name a column of the household as well as of a helper, or of both helpers. */
const ofSeveral: readonly (readonly [zh: string, en: string])[] = [
  ['性别', 'Sex'],
  ['联系电话', 'Phone'],
  ['职务', 'Job title'],
  ['帮扶单位', 'Helper’s organization'],
  ['帮扶（选派）单位', 'Helper’s organization'],
];
const listed: readonly (readonly [zh: string, en: string])[] = [
  ['乡镇', 'Township'],
  ['所在村', 'Village'],
  ['户主', 'Head'],
  ['户主身份证号', 'Resident ID of the head'],
  ['帮扶联系人', 'Helper'],
  ['帮扶开始日期', 'Helper since'],
  ['第二联系人', 'Second helper'],
];

it.each(ofSeveral)('reads %s and %s alike, wherever they are', (...words) => {
  for (const base of [listed, listed.toReversed()])
    for (const first of base.keys())
      for (let other = first; other < base.length; other += 1) {
        // Once, or twice after two different columns.
        const headings = base.flatMap((one, at) => (at === first || at === other ? [one, words] : [one]));
        const [zh, en] = ([0, 1] as const).map((lang) => headerOf(headings.map((both) => both[lang] ?? '')));
        expect(en, JSON.stringify(headings)).toEqual(zh);
      }
});

it.each([
  ['Sex', 'headSex', 'helperSex'],
  ['Phone', 'householdPhone', 'helperPhone'],
])("takes a head's %s for the helper's in no order", (heading, ofHead, ofHelper) => {
  const head = ['Township', 'Village', 'Head'];
  const number = 'Resident ID of the head';
  expect(headerOf([...head, heading, number, 'Helper']).read).toMatchObject({ D: ofHead });
  expect(headerOf([...head, number, 'Helper', heading]).read).toMatchObject({ F: ofHelper });
  expect(headerOf(['Helper', heading, ...head, heading, number]).read).toMatchObject({
    B: ofHelper,
    F: ofHead,
  });
});

it('asks whose political status it is, unless it follows a helper', () => {
  const head = ['Township', 'Village', 'Head', 'Resident ID of the head'];
  expect(headerOf([...head, 'Political status', 'Helper']).undecided).toEqual({ E: 'helperPolitics' });
  expect(headerOf([...head, 'Helper', 'Political status'])).toMatchObject({
    read: { F: 'helperPolitics' },
    undecided: {},
  });
});

it.each(['Phone (masked)', '联系电话（脱敏）'])(
  'reads %s, as exports head it, as that of the household wherever it is',
  (heading) => {
    const base = ['Village', 'Head', 'Resident ID of the head', 'Helper'];
    for (const at of [2, 3, 4])
      expect(Object.values(headerOf(base.toSpliced(at, 0, heading)).read)[at], `${at}`).toBe(
        'householdPhone',
      );
    // Under a group it is that of the group.
    const group = base.map(() => '');
    expect(headerOf([...group, '帮扶联系人信息'], [...base, heading]).read).toMatchObject({
      E: 'helperPhone',
    });
  },
);
