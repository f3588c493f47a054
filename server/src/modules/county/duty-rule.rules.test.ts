import { expect, test } from 'vitest';
import { placeRule, quarterStart } from './duty-rule.rules.ts';

const today = '2026-11-10';

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-06-30', '2026-04-01'],
  ['2026-12-31', '2026-10-01'],
])('%s lies in the quarter from %s', (day, start) => {
  expect(quarterStart(day)).toBe(start);
});

test('a rule may begin in the running quarter, after the one before it', () => {
  expect(placeRule({ fromOn: '2020-01-01' }, '2026-10-01', today)).toBe('begin');
  expect(placeRule(null, '2027-01-01', today)).toBe('begin');
});

test('a rule that has not begun may be replaced, one that has begun may not', () => {
  expect(placeRule({ fromOn: '2027-01-01' }, '2027-01-01', today)).toBe('replace');
  expect(() => placeRule({ fromOn: today }, today, today)).toThrow();
});

test('no rule begins in a quarter that is over, nor before an existing one', () => {
  expect(() => placeRule(null, '2026-09-30', today)).toThrow();
  expect(() => placeRule({ fromOn: '2027-04-01' }, '2027-01-01', today)).toThrow();
});
