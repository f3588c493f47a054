import { expect, it } from 'vitest';
import { placeFinder } from '#modules/imports/staging/places.rules.ts';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import { type MemberKey, memberColumns } from './members.columns.ts';
import { memberMemo, readMemberRow } from './members.rules.ts';

type Given = Partial<Record<MemberKey, string>>;
const sound: Given = {
  headId: '130499197511207957',
  name: '高庆建',
  sex: '男',
  birthOn: '2008-09-09',
  documentKind: '居民身份证',
  residentId: '130499200809091891',
  ethnicity: '回族',
  relation: '之孙子',
  schoolStatus: '普通高中',
  labour: '普通劳动力',
  health: '长期慢性病、残疾',
  hasDibao: '是',
};
function read(given: Given, memo = memberMemo()) {
  const values = Object.fromEntries(
    memberColumns.map(({ key }) => {
      const text = { ...sound, ...given }[key];
      return [key, text === undefined ? null : { text, kind: 'text' }];
    }),
  ) as Record<MemberKey, Cell | null>;
  return readMemberRow({ number: 2, values }, memo, {
    today: '2026-11-10',
    asOf: null,
    has: () => true,
    wordsAbove: () => [],
    findPlace: placeFinder('130434', []),
  });
}

it('reads a member by the coded lists', () => {
  expect(read({}).row).toMatchObject({
    relation: 'GRANDSON',
    sex: 'MALE',
    birthOn: '2008-09-09',
    ethnicity: 'HUI',
    education: null,
    labour: 'ORDINARY',
    health: ['CHRONIC', 'DISABLED'],
    hasDibao: true,
  });
});

it('recognises a newborn by name and birth date, and a certified person by the number in the certificate', () => {
  expect(read({ documentKind: '暂无证件', residentId: '', birthOn: '2026-10-01' }).row).toMatchObject({
    residentId: null,
    birthOn: '2026-10-01',
    sex: 'MALE',
  });
  expect(read({ documentKind: '残疾人证', residentId: '13049920080909189144' }).row).toMatchObject({
    documentKind: 'DISABILITY_CERTIFICATE',
    residentId: '130499200809091891',
  });
});

it("leaves the head's number to the register: an invalid one is an unknown household", () => {
  expect(read({ headId: '12345' }).row?.headId).toBe('12345');
});

it.each<[Given, string, string]>([
  [{ residentId: '' }, 'residentId', 'REQUIRED_MISSING'],
  [{ residentId: '130499200809091890' }, 'residentId', 'ID_CHECKSUM'],
  [
    { documentKind: '残疾人证', residentId: '130499200809091891' },
    'residentId',
    'DISABILITY_CERTIFICATE_INVALID',
  ],
  [{ documentKind: '暂无证件', residentId: '', birthOn: '' }, 'birthOn', 'REQUIRED_MISSING'],
  [{ sex: '女' }, 'sex', 'ID_SEX_MISMATCH'],
  [{ birthOn: '2008-09-10' }, 'birthOn', 'ID_BIRTH_MISMATCH'],
  [{ relation: '' }, 'relation', 'REQUIRED_MISSING'],
  [{ relation: '街坊' }, 'relation', 'CODE_UNKNOWN'],
  [{ education: '小学' }, 'schoolStatus', 'PUPIL_XOR_EDUCATION'],
  [{ workMonths: '13' }, 'workMonths', 'OUT_OF_RANGE'],
  [{ hasDibao: '也许' }, 'hasDibao', 'YES_NO_INVALID'],
  [{ health: '健康、神勇' }, 'health', 'CODE_UNKNOWN'],
])('refuses %j', (given, column, code) => {
  expect(read(given).faults).toEqual([{ column, code }]);
});

it.each(['未知', '未说明的性别', '0', '9', ''])(
  'takes the sex from the number where the sheet has %j',
  (sex) => {
    expect(read({ sex })).toMatchObject({ faults: null, row: { sex: 'MALE' } });
  },
);

it.each(['未知', '未说明的性别', '9', ''])('reads no sex from %j', (sex) => {
  const newborn = { documentKind: '暂无证件', residentId: '', birthOn: '2026-10-01', sex };
  expect(read(newborn)).toMatchObject({ faults: null, row: { sex: null } });
});

it.each(['是', '√', '已纳入低保', '低保户'])('reads %s as yes', (hasDibao) => {
  expect(read({ hasDibao }).row?.hasDibao).toBe(true);
});

it.each(['否', '×', '未享受', '非低保户', '无'])('reads %s as no', (hasDibao) => {
  expect(read({ hasDibao }).row?.hasDibao).toBe(false);
});

it.each(['', '/', '—', '不详'])('reads %j as missing, not as no', (hasDibao) => {
  expect(read({ hasDibao })).toMatchObject({ faults: null, row: { hasDibao: null } });
});

it('accepts a birth month that agrees with the number', () => {
  expect(read({ birthOn: '2008年9月' }).row?.birthOn).toBe('2008-09-09');
});

it('refuses the later of two rows about one person', () => {
  const memo = memberMemo();
  read({}, memo);
  expect(read({ headId: '130499195305106478' }, memo).faults).toEqual([
    { column: 'residentId', code: 'DUPLICATE_IN_FILE' },
  ]);
});

/** The county's own list of places decides which place it is, and has tests of its own. */
const ofRow = memberColumns.map(({ key }) => key).filter((key) => key !== 'township');
it.each(ofRow)('reads the column %s', (key) => {
  expect(read({ [key]: '\ue000\ue001' })).not.toEqual(read({}));
});
