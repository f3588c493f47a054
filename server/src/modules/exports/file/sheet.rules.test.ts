import { GraphQLBoolean, GraphQLEnumType, GraphQLString } from 'graphql';
import { expect, it } from 'vitest';
import { Day, Instant, Money } from '#schema/scalars.ts';
import type { ExportColumn } from './columns.rules.ts';
import { cellOf, headingsOf } from './sheet.rules.ts';

const column = (leaf: ExportColumn['leaf'], isList = false): ExportColumn => ({
  path: 'x',
  types: ['Household'],
  leaf,
  isList,
  rights: [],
  isGuarded: false,
  isProse: false,
});
const Sex = new GraphQLEnumType({ name: 'Sex', values: { MALE: {}, FEMALE: {} } });

it('writes money as a number while a spreadsheet keeps every digit, and as text beyond', () => {
  const money = column(Money);
  expect(cellOf('11440.00', money, 'zh')).toEqual({ decimal: '11440.00' });
  expect(cellOf('-0.01', money, 'zh')).toEqual({ decimal: '-0.01' });
  expect(cellOf('9999999999999.99', money, 'zh')).toEqual({ decimal: '9999999999999.99' });
  expect(cellOf('10000000000000.01', money, 'zh')).toBe('10000000000000.01');
  expect(cellOf('-92233720368547758.07', money, 'zh')).toBe('-92233720368547758.07');
  expect(Number('9999999999999.99').toFixed(2)).toBe('9999999999999.99');
});

it('writes days as days, instants in Shanghai time, and labels of codes and booleans', () => {
  expect(cellOf('2026-09-30', column(Day), 'zh')).toEqual({ day: '2026-09-30' });
  expect(cellOf('2026-09-30T18:00:00.000Z', column(Instant), 'en')).toBe('2026-10-01 02:00:00');
  expect(cellOf('FEMALE', column(Sex), 'zh')).toBe('女');
  expect(cellOf('FEMALE', column(Sex), 'en')).toBe('Female');
  expect(cellOf(['MALE', 'FEMALE'], column(Sex, true), 'zh')).toBe('男、女');
  expect(cellOf(false, column(GraphQLBoolean), 'zh')).toBe('否');
  expect(cellOf(null, column(GraphQLString), 'zh')).toBeNull();
});

it('labels a column by its path if that has a label, otherwise by the labels of its steps', () => {
  const pairing = ['Pairing', 'Household', 'Division'];
  const columns = [
    { types: pairing, path: 'household.village.path' },
    { types: pairing, path: 'household.village.shortName' },
    { types: ['Household'], path: 'headIdMasked' },
    { types: ['Problem'], path: 'closedOn' },
    { types: ['Household'], path: 'newField' },
  ];
  expect(headingsOf(columns, 'zh')).toEqual([
    ...['所在村', '户 · 所在村 · 简称', '户主证件号（脱敏）', '办结日期', 'newField'],
  ]);
  expect(headingsOf(columns, 'en').slice(1, 3)).toEqual([
    ...['Household · Village · Short name', 'Resident ID of the head (masked)'],
  ]);
});
