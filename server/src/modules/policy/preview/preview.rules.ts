import { assess } from '../assess/assess.rules.ts';
import type { PolicyTerms } from '../assess/terms.ts';

export interface Point {
  readonly amount: bigint;
  readonly paid: bigint;
}

export interface Cliff {
  readonly amount: bigint;
  readonly before: bigint;
  readonly after: bigint;
  readonly jump: bigint;
}

const steps = 40n;
const yuan = 100n;

/** What a household without other claims in the year would be paid. */
export function payFor(terms: PolicyTerms, amount: bigint) {
  const [result] = assess(terms, [{ personId: '', own: amount, deducted: 0n }]);
  if (!result) throw new Error('one claim has one result');
  return result;
}

/** Amounts at which the rule changes: a step can be nowhere else, since no rate is above 100 per cent. */
function edgesOf({ base, bands, threshold }: PolicyTerms): bigint[] {
  const start = base === 'OWN' ? 0n : threshold;
  const edges = new Set([threshold, ...bands.map(({ from }) => from + start)]);
  return [...edges].filter((edge) => edge > 0n).sort(compare);
}

const compare = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);

export function cliffsOf(terms: PolicyTerms): Cliff[] {
  return edgesOf(terms).flatMap((amount) => {
    const before = payFor(terms, amount - 1n).paid;
    const after = payFor(terms, amount).paid;
    const jump = after - before;
    return jump > 1n || jump < -1n ? [{ amount, before, after, jump }] : [];
  });
}

/** Both sides of each edge and a grid over them, to twice the last edge. */
export function curveOf(terms: PolicyTerms): Point[] {
  const edges = edgesOf(terms);
  const last = edges.at(-1) ?? 0n;
  const end = last === 0n ? 100_000n * yuan : last * 2n;
  const grid = Array.from({ length: Number(steps) + 1 }, (_, at) => (end * BigInt(at)) / steps);
  const amounts = new Set([...grid, ...edges, ...edges.map((edge) => edge - 1n)]);
  return [...amounts].sort(compare).map((amount) => ({ amount, paid: payFor(terms, amount).paid }));
}
