import type { CallerBudget } from '#platform/rate-limit/rate-limiter.ts';

export const minute = 60_000;

export const windowOf = (now: Date): number => Math.floor(now.getTime() / minute) * minute;

/** Whether a budget leased for one minute still counts in another; clocks of processes may differ by a little. */
export const isCurrent = (windowAt: number, wanted: number): boolean =>
  windowAt >= wanted && windowAt <= wanted + 2 * minute;

export const emptyCallerBudget = (windowAt: number): CallerBudget => ({
  windowAt,
  left: 0,
  rest: null,
  leasing: null,
  refused: 0,
  held: 0,
  noted: false,
});

/** Points nobody leased any more do not come back within the minute, so what once was too much stays too much. */
export const isBeyond = (callerBudget: CallerBudget, points: number): boolean =>
  callerBudget.rest !== null && points > callerBudget.left + callerBudget.rest;

/** Every operation may take so long without being asked for more than its price. */
const freeMilliseconds = 20;

/** On a machine busy with others everything is slow: no single operation may use up what its caller has for the minute. */
const largestShare = 1 / 3;

interface Timing {
  /** What the operation was charged when it began, and what its caller has in a minute. */
  readonly price: number;
  readonly limit: number;
  readonly milliseconds: number;
  readonly millisecondPoints: number;
}

/** What an operation is charged afterwards that took longer than its price allows for. */
export function overrunOf({ price, limit, milliseconds, millisecondPoints }: Timing): number {
  const worth = Math.ceil((milliseconds - freeMilliseconds) * millisecondPoints);
  return Math.max(0, Math.min(worth, Math.floor(limit * largestShare)) - price);
}

/** More at once are not held up, since each takes room. */
const mostHeld = 200;

/**
 * Milliseconds before a refusal is answered. Whoever waits as told meets the shortest; whoever asks on and on is slowed
 * down, so that refusing does not use up what others need. Never the same twice, or all would come back at once.
 */
export function pauseOf({ refused, held }: CallerBudget, longest: number, chance: number): number {
  if (held >= mostHeld) return 0;
  return Math.min(longest, 200 + 20 * refused) * (0.5 + chance / 2);
}

export function budgetOf(callerBudget: CallerBudget, limit: number, now: Date) {
  const resetSeconds = Math.max(1, Math.ceil((callerBudget.windowAt + minute - now.getTime()) / 1_000));
  return { limit, remaining: callerBudget.left + (callerBudget.rest ?? 0), resetSeconds };
}
