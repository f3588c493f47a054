import { expect, it } from 'vitest';
import type { PolicyTerms } from '../assess/terms.ts';
import { cliffsOf, curveOf, payFor } from './preview.rules.ts';

const terms: PolicyTerms = {
  mode: 'WHOLE',
  base: 'OWN',
  threshold: 500_000n,
  accumulation: 'CLAIM',
  bands: [
    { from: 500_000n, to: 1_500_000n, rateBps: 5_000, amount: null },
    { from: 1_500_000n, to: null, rateBps: 7_000, amount: null },
  ],
  capPerClaim: 2_000_000n,
  capPersonYear: null,
  capHouseholdYear: null,
  oncePerYear: false,
};

it('finds each place where one fen more changes the payout by more than one fen', () => {
  expect(cliffsOf(terms)).toEqual([
    { amount: 500_000n, before: 0n, after: 250_000n, jump: 250_000n },
    { amount: 1_500_000n, before: 750_000n, after: 1_050_000n, jump: 300_000n },
  ]);
  const excess = { ...terms, base: 'OWN_MINUS_THRESHOLD', bands: terms.bands.map(shifted) } as const;
  expect(cliffsOf(excess).map(({ amount }) => amount)).toEqual([1_500_000n]);
});

const shifted = ({ from, to, ...band }: PolicyTerms['bands'][number]) => ({
  ...band,
  from: from - 500_000n,
  to: to === null ? null : to - 500_000n,
});

it('has none where slices begin at the threshold', () => {
  const slices: PolicyTerms = { ...terms, mode: 'SLICES' };
  expect(cliffsOf(slices)).toEqual([]);
  // Bands that begin below the threshold pay for what lies below it once it is reached.
  const fromZero = { ...slices, bands: [{ from: 0n, to: null, rateBps: 5_000, amount: null }] };
  expect(cliffsOf(fromZero)).toMatchObject([{ amount: 500_000n, jump: 250_000n }]);
});

it('agrees with a search over every fen of a small range', () => {
  const small: PolicyTerms = {
    ...terms,
    threshold: 40n,
    bands: [
      { from: 40n, to: 90n, rateBps: 2_000, amount: null },
      { from: 90n, to: 150n, rateBps: 9_000, amount: null },
      { from: 150n, to: null, rateBps: 1_000, amount: null },
    ],
  };
  const found: bigint[] = [];
  for (let amount = 1n; amount < 400n; amount += 1n) {
    const jump = payFor(small, amount).paid - payFor(small, amount - 1n).paid;
    if (jump > 1n || jump < -1n) found.push(amount);
  }
  expect(cliffsOf(small).map(({ amount }) => amount)).toEqual(found);
  expect(found).toEqual([40n, 90n, 150n]);
});

it('draws a curve from nothing to beyond the last edge, with both sides of each step', () => {
  const curve = curveOf(terms);
  expect(curve[0]).toEqual({ amount: 0n, paid: 0n });
  expect(curve.at(-1)).toEqual({ amount: 3_000_000n, paid: 2_000_000n });
  expect(curve).toContainEqual({ amount: 1_499_999n, paid: 750_000n });
  expect(curve).toContainEqual({ amount: 1_500_000n, paid: 1_050_000n });
});
