import { expect, it } from 'vitest';
import {
  budgetOf,
  emptyCallerBudget,
  isBeyond,
  isCurrent,
  overrunOf,
  pauseOf,
  windowOf,
} from './rate-limit.rules.ts';

const at = (time: string) => new Date(`2026-11-10T${time}Z`);
const window = windowOf(at('04:00:00'));

it('begins a window with each minute', () => {
  expect(windowOf(at('04:00:59.999'))).toBe(window);
  expect(windowOf(at('04:01:00'))).toBe(window + 60_000);
});

it('keeps a window that another clock began a little early, and none of the past', () => {
  expect(isCurrent(window, window)).toBe(true);
  expect(isCurrent(window + 60_000, window)).toBe(true);
  expect(isCurrent(window - 60_000, window)).toBe(false);
  expect(isCurrent(window + 180_000, window)).toBe(false);
});

it('remembers a refused price for the rest of the minute', () => {
  const callerBudget = { ...emptyCallerBudget(window), left: 5 };
  expect(isBeyond(callerBudget, 1_000)).toBe(false);
  expect(isBeyond({ ...callerBudget, rest: 10 }, 15)).toBe(false);
  expect(isBeyond({ ...callerBudget, rest: 10 }, 16)).toBe(true);
});

it('returns the rest of the budget and of the minute, never zero seconds', () => {
  const callerBudget = { ...emptyCallerBudget(window), left: 5, rest: 10 };
  expect(budgetOf(callerBudget, 100, at('04:00:20.5'))).toEqual({
    limit: 100,
    remaining: 15,
    resetSeconds: 40,
  });
  expect(budgetOf(callerBudget, 100, at('04:00:59.999')).resetSeconds).toBe(1);
  expect(budgetOf(callerBudget, 100, at('04:01:00')).resetSeconds).toBe(1);
});

it('delays repeated refusals for longer, up to a limit, and only a few at once', () => {
  const callerBudget = emptyCallerBudget(window);
  expect(pauseOf(callerBudget, 2_000, 0)).toBe(100);
  expect(pauseOf(callerBudget, 2_000, 1)).toBe(200);
  expect(pauseOf({ ...callerBudget, refused: 40 }, 2_000, 1)).toBe(1_000);
  expect(pauseOf({ ...callerBudget, refused: 4_000 }, 2_000, 1)).toBe(2_000);
  expect(pauseOf({ ...callerBudget, held: 200 }, 2_000, 1)).toBe(0);
});

it('charges time beyond the price, and never more than a third of the budget for one operation', () => {
  const timing = { price: 600, limit: 300_000, millisecondPoints: 20 };
  expect(overrunOf({ ...timing, milliseconds: 50 })).toBe(0);
  expect(overrunOf({ ...timing, milliseconds: 1_020 })).toBe(19_400);
  expect(overrunOf({ ...timing, milliseconds: 5_020 })).toBe(99_400);
  expect(overrunOf({ ...timing, milliseconds: 25_000 })).toBe(99_400);
  expect(overrunOf({ ...timing, price: 150_000, milliseconds: 25_000 })).toBe(0);
});
