import { expect, it } from 'vitest';
import { shownCell, valueChanges } from './value-changes.rules.ts';

const columnsOfNumbers = [
  ...['headId', 'residentId', 'householdPhone', 'helperPhone', 'assistantPhone', 'phone'],
];

it.each(
  columnsOfNumbers.flatMap((column) =>
    [
      ...[
        '空号',
        '停机',
        '#N/A',
        '#REF!',
        '=A1+B1',
        '=$A$12&Sheet2!B200',
        '=',
        '同上',
        '关机 换号',
        '12',
        '138',
      ],
      '三队李四家',
    ].map((text) => [text, column] as const),
  ),
)('shows %j in the column %s, which is no number', (text, column) => {
  expect(shownCell(column, text)).toBe(text);
});

it.each([
  ['13800000001', '****0001'],
  ['１３８００００００１1', '****0011'],
  ['138 0000 0001', '****0001'],
  ['①③⑧⓪⓪⓪⓪', '****0000'],
  ['空号13800000001', '****0001'],
  ['13049919650312', '****0312'],
  ['=13800000001', '****0001'],
  ['="1380"&"0001"', '****001"'],
  ['٠١٢٣٤٥', '****٢٣٤٥'],
  ['12345', '****2345'],
  ['1234', '****'],
])('hides %j in a column of numbers', (text, shown) => {
  for (const column of columnsOfNumbers) expect(shownCell(column, text)).toBe(shown);
});

it('hides a number written in characters', () => {
  expect(shownCell('phone', '一三八零零零零零零零一')).toBe('****零零零一');
  expect(shownCell('phone', '幺三八')).toBe('幺三八');
});

it.each([
  ['1965-03-12', '1965'],
  ['19650312', '1965'],
  ['1965年3月12日', '1965'],
  ['23813', undefined],
  ['3月12日', undefined],
  ['三月十二日', undefined],
  ['十月', undefined],
  ['无法核实', '无法核实'],
  ['#N/A', '#N/A'],
])('shows only the year of a birth date %j', (text, shown) => {
  for (const column of ['birthOn', 'headBirthOn']) expect(shownCell(column, text)).toBe(shown);
});

it.each([
  ['张三130499196503120012', '张三****0012'],
  ['张三 138.0000.0001', '张三 ****0001'],
  ['130499 19650312 0012', '****0012'],
  [`${'某'.repeat(55)}13800000001`, `${'某'.repeat(55)}****0`],
  ['2026-03-12', '2026-03-12'],
  ['2026.3.12', '2026.3.12'],
  ['2026/03/12 10:30', '2026/03/12 10:30'],
  ['无名庄\u200b', '无名庄'],
  [' ', undefined],
])('hides only personal numbers of %j in any other column', (text, shown) => {
  expect(shownCell('village', text)).toBe(shown);
});

it('hides whole numbers in a note, and shows a household number as it is', () => {
  const number = '130434197001010000';
  const before = { note: '电话13900001234', number: null, birthOn: '1970-01-01' };
  const after = { note: '身份证130499197001010011', number, birthOn: '1970-01-02' };
  const columns = { note: 'note', number: 'householdNumber', birthOn: 'birthOn' };
  expect(valueChanges(before, after, columns)).toEqual([
    { column: 'note', before: '电话****1234', after: '身份证****0011' },
    { column: 'householdNumber', before: null, after: number },
    { column: 'birthOn', before: '1970', after: '1970' },
  ]);
});
