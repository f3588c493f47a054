import type { Context } from '#platform/context.ts';

/** What a caller may still spend in the running minute. */
export interface Budget {
  /** Points a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** Until the next minute begins. */
  readonly resetSeconds: number;
}

/**
 * Takes the price of one operation from the budget of whoever asks, before it runs; null where nobody is signed in.
 * Over budget it refuses with RATE_LIMITED and `{ retryAfterSeconds, limit, remaining, resetSeconds }` in its details.
 */
export async function charge(_ctx: Context, _points: number): Promise<Budget | null> {
  return null;
}
