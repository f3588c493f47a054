import { expect, test } from 'vitest';
import { periodOf } from '#platform/core/period.ts';
import { quartersBefore } from './demo.calendar.ts';
import { createRandom } from './demo.random.ts';
import { shareDone } from './help/demo.visits.ts';

test('numbers are evenly distributed over their range', () => {
  const random = createRandom('even');
  const counts = [0, 0, 0, 0];
  for (let round = 0; round < 8_000; round += 1) {
    const number = random.int(1, 4);
    counts[number - 1] = (counts[number - 1] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});

test('a key is picked as often as its weight says, and never without weight', () => {
  const random = createRandom('weights');
  const picked = Array.from({ length: 4_000 }, () => random.weighted({ often: 3, seldom: 1, never: 0 }));
  expect(picked).not.toContain('never');
  expect(Math.abs(picked.filter((key) => key === 'often').length - 3_000)).toBeLessThan(200);
});

test('similar seeds give unrelated numbers', () => {
  const [one, other] = ['bangfu 1', 'bangfu 2'].map((seed) => {
    const random = createRandom(seed);
    return Array.from({ length: 50 }, () => random.int(0, 9));
  });
  const same = one?.filter((number, place) => number === other?.[place]).length ?? 50;
  expect(same).toBeLessThan(20);
});

test('the quarters before a day go back over the turn of the year', () => {
  const quarters = quartersBefore('2026-02-28', 3);
  expect(quarters.map(({ code }) => code)).toEqual(['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']);
  expect(quarters[1]).toMatchObject({ startOn: '2025-07-01', endOn: '2025-09-30' });
});

test('about half of a running period is done, less in its first days, and all of a past one', () => {
  const period = periodOf('2026-Q4');
  expect(shareDone(period, '2027-01-01')).toBe(1);
  expect(shareDone(period, '2026-10-01')).toBeLessThan(0.1);
  for (const day of ['2026-10-12', '2026-11-10', '2026-12-15'])
    expect(Math.abs(shareDone(period, day) - 0.58)).toBeLessThan(0.17);
});
