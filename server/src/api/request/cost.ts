import type { Limits } from '#api/price/limits.ts';
import { budgetHeaders } from '#api/price/refusal.ts';
import { chargeSearches, type NumberSearch } from '#modules/identity/rate-limit/number-search.service.ts';
import {
  type Budget,
  begin,
  type RunningOperation,
} from '#modules/identity/rate-limit/rate-limit.service.ts';
import type { Context } from '#platform/core/context.ts';

/**
 * Charges an operation once, before it runs and whichever way it will take: its price, and the searches by whole
 * numbers in it. Refuses with RATE_LIMITED where a budget is spent. `onStart` is told of the running operation as soon
 * as its price is paid: it is to be ended even where a search is then refused.
 */
export async function chargeOperation(
  ctx: Context,
  price: number,
  searches: readonly NumberSearch[],
  onStart: (running: RunningOperation) => void,
): Promise<RunningOperation> {
  const running = await begin(ctx, price);
  onStart(running);
  await chargeSearches(ctx, searches);
  return running;
}

/** The price in the `extensions` of an answer … */
export const costExtension = (price: number, { price: limit }: Pick<Limits, 'price'>) => ({
  cost: { price, limit },
});

/** … and in its headers, with what is left of the caller's budget. */
export const costHeaders = (price: number, budget: Budget | null): [string, string][] => [
  ['x-cost', String(price)],
  ...budgetHeaders(budget),
];
