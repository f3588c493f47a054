import { expect, it } from 'vitest';
import { addDays, dayOf, fixedClock, isDay, today } from './clock.ts';

it('begins the business day at midnight in Asia/Shanghai', () => {
  const clock = fixedClock('2026-09-30T15:59:59Z');
  expect(today(clock)).toBe('2026-09-30');
  clock.set('2026-09-30T16:00:00Z');
  expect(today(clock)).toBe('2026-10-01');
});

it('counts days across months and leap years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

it('knows a day of the calendar from one that is not', () => {
  expect(isDay('2026-02-28')).toBe(true);
  expect(isDay('2026-02-30')).toBe(false);
});

it('begins a day at midnight in Shanghai and not a moment sooner, in whatever order it is asked', () => {
  const days = [
    '2026-11-10T15:59:59.999Z',
    '2026-11-10T16:00:00Z',
    '2026-11-10T15:00:00Z',
    '1969-12-31T16:00:00Z',
  ];
  expect(days.map((day) => dayOf(new Date(day)))).toEqual([
    '2026-11-10',
    '2026-11-11',
    '2026-11-10',
    '1970-01-01',
  ]);
});
