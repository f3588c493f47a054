import { GraphQLBoolean, GraphQLEnumType, GraphQLString } from 'graphql';
import { expect, it } from 'vitest';
import { Day, Instant, Money } from '#schema/scalars.ts';
import type { ExportColumn } from './columns.rules.ts';
import { cellOf, headingOf } from './sheet.rules.ts';

const column = (leaf: ExportColumn['leaf'], isList = false): ExportColumn => ({
  path: 'x',
  leaf,
  isList,
  rights: [],
  isGuarded: false,
  isProse: false,
});
const Sex = new GraphQLEnumType({ name: 'Sex', values: { MALE: {}, FEMALE: {} } });

it('writes money as a number while a spreadsheet keeps every digit of it, and as text beyond', () => {
  const money = column(Money);
  expect(cellOf('11440.00', money, 'zh')).toEqual({ decimal: '11440.00' });
  expect(cellOf('-0.01', money, 'zh')).toEqual({ decimal: '-0.01' });
  expect(cellOf('9999999999999.99', money, 'zh')).toEqual({ decimal: '9999999999999.99' });
  expect(cellOf('10000000000000.01', money, 'zh')).toBe('10000000000000.01');
  expect(cellOf('-92233720368547758.07', money, 'zh')).toBe('-92233720368547758.07');
  expect(Number('9999999999999.99').toFixed(2)).toBe('9999999999999.99');
});

it('writes days as days, instants by the clock of Shanghai, codes and truths in words', () => {
  expect(cellOf('2026-09-30', column(Day), 'zh')).toEqual({ day: '2026-09-30' });
  expect(cellOf('2026-09-30T18:00:00.000Z', column(Instant), 'en')).toBe('2026-10-01 02:00:00');
  expect(cellOf('FEMALE', column(Sex), 'zh')).toBe('女');
  expect(cellOf('FEMALE', column(Sex), 'en')).toBe('Female');
  expect(cellOf(['MALE', 'FEMALE'], column(Sex, true), 'zh')).toBe('男、女');
  expect(cellOf(false, column(GraphQLBoolean), 'zh')).toBe('否');
  expect(cellOf(null, column(GraphQLString), 'zh')).toBeNull();
});

it('calls a column by the longest path that has a name, and by its own name where nothing has', () => {
  expect(headingOf({ path: 'household.village.path' }, 'zh')).toBe('所在村');
  expect(headingOf({ path: 'former.cadre.name' }, 'en')).toBe('former · Cadre');
  expect(headingOf({ path: 'newField' }, 'zh')).toBe('newField');
});
