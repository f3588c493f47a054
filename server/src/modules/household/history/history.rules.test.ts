import { expect, test } from 'vitest';
import { placeCategory } from './history.rules.ts';

const today = '2026-11-10';
const current = { category: 'UNSTABLE', fromOn: '2026-05-01' };

test('another category begins after the one in force, up to today', () => {
  expect(placeCategory(current, { category: 'RELIEVED', effectiveOn: '2026-05-02' }, today)).toBe('begin');
  expect(placeCategory(current, { category: 'RELIEVED', effectiveOn: today }, today)).toBe('begin');
  expect(placeCategory(null, { category: 'RELIEVED', effectiveOn: '2020-01-01' }, today)).toBe('begin');
});

test('on the first day of the current one it is a correction', () => {
  expect(placeCategory(current, { category: 'SUDDEN', effectiveOn: '2026-05-01' }, today)).toBe('correct');
});

test.each([
  ['RELIEVED', '2026-11-11', 'effectiveOn', 'DATE_IN_FUTURE'],
  ['RELIEVED', '2026-04-30', 'effectiveOn', 'DATE_TOO_EARLY'],
  ['UNSTABLE', '2026-06-01', 'category', 'CATEGORY_SAME'],
] as const)('%s from %s is refused at %s', (category, effectiveOn, field, code) => {
  expect(() => placeCategory(current, { category, effectiveOn }, today)).toThrow(
    expect.objectContaining({ fields: { [`input.${field}`]: code } }),
  );
});
