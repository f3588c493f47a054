import { expect, test } from 'vitest';
import { quarterBefore, quarterOf, quartersUpTo } from './periods.ts';

test('each day belongs to the quarter of its month', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ]);
});

test('the quarter before the first one is the last of the year before', () => {
  expect(quarterBefore('2026-Q1')).toBe('2025-Q4');
  expect(quartersUpTo('2026-Q2', 4)).toEqual(['2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3']);
});
