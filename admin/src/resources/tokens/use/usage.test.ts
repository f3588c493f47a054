import { expect, it } from 'vitest';
import { firstOfMonthOfUse, monthOfUse, usedSince } from './usage.ts';

const use = (day: string, operations: number) => ({ day, operations, points: operations * 10, refusals: 1 });
const usage = [use('2026-11-10', 3), use('2026-10-12', 4), use('2026-10-11', 5)];

it('adds up the use since a day', () => {
  expect(usedSince(usage, '2026-11-10')).toEqual({ operations: 3, points: 30, refusals: 1 });
  expect(usedSince(usage, firstOfMonthOfUse('2026-11-10'))).toEqual({
    operations: 7,
    points: 70,
    refusals: 2,
  });
  expect(usedSince([], '2026-11-10')).toEqual({ operations: 0, points: 0, refusals: 0 });
});

it('shows thirty days, today first, without gaps', () => {
  const days = monthOfUse(usage, '2026-11-10');
  expect(days).toHaveLength(30);
  expect(days[0]).toMatchObject({ day: '2026-11-10', operations: 3 });
  expect(days[1]).toMatchObject({ day: '2026-11-09', operations: 0 });
  expect(days[29]).toMatchObject({ day: '2026-10-12', operations: 4 });
});
