import { expect, it } from 'vitest';
import { periodOf, periodsWithin, quarterOfDay } from './period.ts';

it('knows the first and last day of quarters and months, leap years and year ends too', () => {
  expect(periodOf('2026-Q3')).toMatchObject({ startOn: '2026-07-01', endOn: '2026-09-30' });
  expect(periodOf('2026-Q4')).toMatchObject({ startOn: '2026-10-01', endOn: '2026-12-31' });
  expect(periodOf('2024-02')).toMatchObject({ startOn: '2024-02-01', endOn: '2024-02-29' });
  expect(periodOf('2026-12')).toMatchObject({ startOn: '2026-12-01', endOn: '2026-12-31' });
});

it('puts each day into its quarter', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOfDay)).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ]);
});

it('opens a quarter into itself and its months, a month into itself', () => {
  expect(periodsWithin('2026-Q4').map(({ code }) => code)).toEqual([
    '2026-Q4',
    '2026-10',
    '2026-11',
    '2026-12',
  ]);
  expect(periodsWithin('2026-07').map(({ code }) => code)).toEqual(['2026-07']);
});
