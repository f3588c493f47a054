import { expect, it } from 'vitest';
import type { Cell } from '#platform/sheet/sheet-row.ts';
import { type RosterKey, rosterColumns } from './roster.columns.ts';
import { readRosterRow, rosterMemo } from './roster.rules.ts';

const setting = {
  today: '2026-11-10',
  asOf: null,
  has: (column: string) => column !== 'householdNumber' && column !== 'headBirthOn',
  wordsAbove: () => [],
  findPlace: (_township: string | null, village: string) =>
    village === '无名庄村'
      ? ({ ok: false, column: 'village', code: 'VILLAGE_UNKNOWN' } as const)
      : ({ ok: true, code: '130434100201' } as const),
};
const ids = ['130499195305106478', '130499197511207957', '130499196511040857'] as const;

type Given = Partial<Record<RosterKey, string | Partial<Cell> | null>>;
const sound: Given = {
  township: '魏城镇',
  village: '南关村',
  headName: '潘 才平',
  headId: ids[0],
  size: '2人',
  category: '脱贫不稳定户',
  householdPhone: '138 0000-5750',
  helperName: '谭强',
  helperSex: '男',
  helperPolitics: '党员',
  helperOrganization: '魏县水利局',
  organizationLevel: '县直',
  helperPhone: '13800005000',
  startedOn: '2024.3.18',
};

function row(given: Given, number = 5) {
  const values = Object.fromEntries(
    rosterColumns.map(({ key }) => {
      const value = { ...sound, ...given }[key] ?? null;
      return [
        key,
        typeof value === 'string'
          ? { text: value, kind: 'text' }
          : value && { text: '', kind: 'text', ...value },
      ];
    }),
  ) as Record<RosterKey, Cell | null>;
  return { number, values };
}
const read = (given: Given, memo = rosterMemo()) => readRosterRow(row(given), memo, setting);
const faultsOf = (given: Given, memo = rosterMemo()) => read(given, memo).faults;

it('reads a row in any spelling', () => {
  expect(read({}).row).toMatchObject({
    number: 5,
    villageCode: '130434100201',
    headName: '潘才平',
    headId: ids[0],
    headSex: 'MALE',
    headBirthOn: '1953-05-10',
    facts: { size: 2, note: null },
    category: 'UNSTABLE',
    phone: '13800005750',
    startedOn: '2024-03-18',
    endedOn: null,
    helpers: [
      {
        role: 'MAIN',
        facts: {
          name: '谭强',
          phone: '13800005000',
          sex: 'MALE',
          politicalStatus: 'PARTY_MEMBER',
          organization: { name: '魏县水利局', level: 'COUNTY' },
        },
      },
    ],
  });
});

it.each<[Given, string, string]>([
  [{ headName: '' }, 'headName', 'REQUIRED_MISSING'],
  [{ headName: '\ue000\ue001' }, 'headName', 'INVALID_TEXT'],
  [{ headId: null }, 'headId', 'REQUIRED_MISSING'],
  [{ headId: '130499195305106470' }, 'headId', 'ID_CHECKSUM'],
  [
    { headId: { text: '130499195305106000', kind: 'number', precisionLost: true } },
    'headId',
    'ID_PRECISION_LOST',
  ],
  [{ village: '无名庄村' }, 'village', 'VILLAGE_UNKNOWN'],
  [{ householdPhone: '138000057501' }, 'householdPhone', 'PHONE_INVALID'],
  [{ helperPhone: '1380000' }, 'helperPhone', 'PHONE_INVALID'],
  [{ startedOn: '2024-13-40' }, 'startedOn', 'DATE_INVALID'],
  [{ startedOn: '2026-11-11' }, 'startedOn', 'DATE_IN_FUTURE'],
  [{ endedOn: '2024-03-17' }, 'endedOn', 'END_BEFORE_START'],
  [{ category: '神秘户' }, 'category', 'CODE_UNKNOWN'],
  [{ size: '许多' }, 'size', 'NUMBER_INVALID'],
  [{ size: '100' }, 'size', 'OUT_OF_RANGE'],
  [{ note: '长'.repeat(501) }, 'note', 'TOO_LONG'],
  [{ headName: '甲\ud800' }, 'headName', 'INVALID_TEXT'],
  [{ note: '甲\0' }, 'note', 'INVALID_TEXT'],
])('refuses %j', (given, column, code) => {
  expect(faultsOf(given)).toEqual([{ column, code }]);
});

it('reports every fault of a row', () => {
  expect(faultsOf({ headName: '', startedOn: '昨天', helperName: ' ' })).toEqual([
    { column: 'headName', code: 'REQUIRED_MISSING' },
    { column: 'helperName', code: 'REQUIRED_MISSING' },
    { column: 'startedOn', code: 'DATE_INVALID' },
  ]);
});

it('refuses the later of two rows about one head', () => {
  const memo = rosterMemo();
  expect(faultsOf({}, memo)).toBeNull();
  expect(faultsOf({}, memo)).toEqual([{ column: 'headId', code: 'DUPLICATE_IN_FILE' }]);
});

it('treats a pairing with a future end as a running one', () => {
  expect(read({ endedOn: '2027-12-31' }).row?.endedOn).toBeNull();
  expect(read({ endedOn: '2026-11-10' }).row?.endedOn).toBe('2026-11-10');
});

it('the first row about a helper counts for the file, and another name with the same phone is refused', () => {
  const memo = rosterMemo();
  read({}, memo);
  expect(
    read({ headId: ids[1], helperOrganization: '魏县财政局' }, memo).row?.helpers[0]?.facts.organization
      ?.name,
  ).toBe('魏县水利局');
  expect(faultsOf({ headId: ids[2], helperName: '丁芳' }, memo)).toEqual([
    { column: 'helperPhone', code: 'CONFLICT_IN_FILE' },
  ]);
});

it('reads a blank village as the one above if the sheet writes it once, otherwise as missing', () => {
  const once = rosterMemo();
  read({}, once);
  const blank = { township: null, village: null };
  expect(read({ headId: ids[1], ...blank }, once).row?.villageCode).toBe('130434100201');
  const each = rosterMemo();
  read({}, each);
  read({ headId: ids[1] }, each);
  expect(faultsOf({ headId: ids[2], ...blank }, each)).toEqual([
    { column: 'village', code: 'REQUIRED_MISSING' },
  ]);
});

it('does not carry a village over to another township', () => {
  const memo = rosterMemo();
  read({}, memo);
  expect(faultsOf({ headId: ids[1], township: '德政镇', village: null }, memo)).toEqual([
    { column: 'village', code: 'REQUIRED_MISSING' },
  ]);
});

it.each(['未知', '未说明的性别', '0', '9', ''])(
  'takes the sex of the head from the number where the sheet has %j',
  (headSex) => {
    expect(read({ headSex })).toMatchObject({ faults: null, row: { headSex: 'MALE' } });
  },
);

it.each(['未知', '未说明的性别', '9', ''])('reads no sex of a helper from %j', (helperSex) => {
  expect(read({ helperSex })).toMatchObject({ faults: null, row: { helpers: [{ facts: { sex: null } }] } });
});

/** The county's own list of places decides which place it is, and has tests of its own. */
const ofRow = rosterColumns.map(({ key }) => key).filter((key) => key !== 'township' && key !== 'village');
it.each(ofRow)('reads the column %s', (key) => {
  expect(read({ [key]: '\ue000\ue001' })).not.toEqual(read({}));
});
