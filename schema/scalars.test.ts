import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Day, fenOf, Instant, Money, Period, yuanOf } from './scalars.ts';

it('brings any amount of fen through text and back, to the last digit', () => {
  const fen = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
  fc.assert(fc.property(fen, (amount) => fenOf(yuanOf(amount)) === amount));
});

it.each([
  ['0', 0n],
  ['0.5', 50n],
  ['-0.01', -1n],
  ['11440.00', 1_144_000n],
  ['90071992547409.93', 9_007_199_254_740_993n],
])('reads %s exactly', (text, fen) => {
  expect(fenOf(text)).toBe(fen);
});

it.each([
  '',
  '1.005',
  '1e3',
  '1e999',
  '１２',
  '12,000',
  ' 1',
  '.5',
  '1.',
  '+1',
  'NaN',
  '100000000000000000000',
])('refuses the amount %j and never rounds it', (text) => {
  expect(() => Money.parseValue(text)).toThrow('MONEY_INVALID');
});

it('takes no number for an amount', () => {
  expect(() => Money.parseValue(11_440)).toThrow('MONEY_INVALID');
});

it.each(['2026-02-30', '2026-13-01', '2026-2-3', '1899-12-31', '20260203', '2026-02-03T00:00:00Z', ''])(
  'refuses the day %j',
  (text) => {
    expect(() => Day.parseValue(text)).toThrow('DATE_INVALID');
  },
);

it('takes a leap day of a leap year only', () => {
  expect(Day.parseValue('2024-02-29')).toBe('2024-02-29');
  expect(() => Day.parseValue('2023-02-29')).toThrow('DATE_INVALID');
});

it('knows quarters and months as periods', () => {
  expect(Period.parseValue('2026-Q3')).toBe('2026-Q3');
  expect(Period.parseValue('2026-07')).toBe('2026-07');
  for (const text of ['2026-Q5', '2026-13', '2026', 'Q3'])
    expect(() => Period.parseValue(text)).toThrow('PERIOD_INVALID');
});

it('writes instants in UTC, however the database spells them', () => {
  expect(Instant.serialize('2026-09-30 16:00:00+08')).toBe('2026-09-30T08:00:00.000Z');
});
