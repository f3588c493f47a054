import { expect, it } from 'vitest';
import { periodOf } from '#platform/core/period.ts';
import { periodAsOf, rateOf, requestedPeriods } from './duty.rules.ts';

it('runs from its first to its last day, inclusive', () => {
  const quarter = periodOf('2026-Q3');
  expect(periodAsOf(quarter, '2026-06-30')).toMatchObject({ openStatus: 'UPCOMING', refOn: '2026-07-01' });
  expect(periodAsOf(quarter, '2026-07-01')).toMatchObject({ openStatus: 'DUE', refOn: '2026-07-01' });
  expect(periodAsOf(quarter, '2026-09-30')).toMatchObject({ openStatus: 'DUE', isRunning: true });
  expect(periodAsOf(quarter, '2026-10-01')).toMatchObject({ openStatus: 'MISSED', refOn: '2026-09-30' });
});

it('takes the periods of keys as they are, expands quarters of filters into months, and defaults to the running quarter', () => {
  const codes = (...args: Parameters<typeof requestedPeriods>) =>
    requestedPeriods(...args).map(({ code }) => code);
  expect(codes(['2026-Q3', '2026-Q3', 'nonsense'], undefined, '2026-11-10')).toEqual(['2026-Q3']);
  expect(codes(undefined, '2026-07', '2026-11-10')).toEqual(['2026-07']);
  expect(codes(undefined, null, '2026-11-10')).toEqual(['2026-Q4', '2026-10', '2026-11', '2026-12']);
});

it('leaves excused duties out of the rate, and has none where nothing was owed', () => {
  expect(rateOf(2, 4, 1)).toBe(6667);
  expect(rateOf(0, 2, 2)).toBeNull();
});
