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

/** The budget only shrinks within a minute, so a price that was refused once is refused until the minute ends. */
export const isBeyond = (callerBudget: CallerBudget, points: number): boolean =>
  callerBudget.rest !== null && points > callerBudget.left + callerBudget.rest;

/** Time that the price of any operation covers. */
const freeMilliseconds = 20;

/** On a busy machine everything is slow, so the extra charge never uses up the caller's whole budget of the minute. */
const largestShare = 1 / 3;

interface Timing {
  /** The operation's price and the caller's budget a minute, in points. */
  readonly price: number;
  readonly limit: number;
  readonly milliseconds: number;
  readonly millisecondPoints: number;
}

/** The extra charge of an operation that ran longer than its price covers. */
export function overrunOf({ price, limit, milliseconds, millisecondPoints }: Timing): number {
  const worth = Math.ceil((milliseconds - freeMilliseconds) * millisecondPoints);
  return Math.max(0, Math.min(worth, Math.floor(limit * largestShare)) - price);
}

/** At most so many refusals are delayed at once, since each holds memory. */
const mostHeld = 200;

/**
 * Milliseconds before a refusal is answered. Callers that respect `Retry-After` get the shortest delay; those that keep
 * sending are slowed down, so that refusals do not use up the machine. Randomized, so that clients do not retry in
 * step.
 */
export function pauseOf({ refused, held }: CallerBudget, longest: number, chance: number): number {
  if (held >= mostHeld) return 0;
  return Math.min(longest, 200 + 20 * refused) * (0.5 + chance / 2);
}

export function budgetOf(callerBudget: CallerBudget, limit: number, now: Date) {
  const resetSeconds = Math.max(1, Math.ceil((callerBudget.windowAt + minute - now.getTime()) / 1_000));
  return { limit, remaining: callerBudget.left + (callerBudget.rest ?? 0), resetSeconds };
}
