import type { Limits } from '#api/price/limits.ts';
import { budgetHeaders } from '#api/price/refusal.ts';
import type { Budget } from '#modules/identity/rate-limit/rate-limit.service.ts';

/** The price in the `extensions` of an answer … */
export const costExtension = (price: number, { price: limit }: Pick<Limits, 'price'>) => ({
  cost: { price, limit },
});

/** … and in its headers, with what is left of the caller's budget. */
export const costHeaders = (price: number, budget: Budget | null): [string, string][] => [
  ['x-cost', String(price)],
  ...budgetHeaders(budget),
];
