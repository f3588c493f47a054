import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess, reverseClaim } from './assess.rules.ts';
import { faultsOfTerms } from './terms.rules.ts';
import type { Band, PolicyTerms, YearClaim } from './terms.ts';

/**
 * Relief worked out a second time, slowly and in another way: fractions with their own numerator and denominator, in yuan;
 * slices by the change of the rate at each edge; the year kept in a table by person. Written from the rules alone.
 */
class Fraction {
  readonly over: bigint;
  readonly under: bigint;
  constructor(over: bigint, under = 1n) {
    const shared = gcd(over < 0n ? -over : over, under);
    this.over = over / shared;
    this.under = under / shared;
  }
  plus = (other: Fraction) =>
    new Fraction(this.over * other.under + other.over * this.under, this.under * other.under);
  minus = (other: Fraction) => this.plus(new Fraction(-other.over, other.under));
  times = (other: Fraction) => new Fraction(this.over * other.over, this.under * other.under);
  isLess = (other: Fraction) => this.over * other.under < other.over * this.under;
  /** The whole number below. */
  floor(): bigint {
    const whole = this.over / this.under;
    return this.over < 0n && whole * this.under !== this.over ? whole - 1n : whole;
  }
}

const gcd = (one: bigint, other: bigint): bigint => (other === 0n ? one || 1n : gcd(other, one % other));
const zero = new Fraction(0n);
const fen = (amount: bigint) => new Fraction(amount, 100n);
const smaller = (one: Fraction, other: Fraction) => (one.isLess(other) ? one : other);
const greater = (one: Fraction, other: Fraction) => (one.isLess(other) ? other : one);

function slowGross(terms: PolicyTerms, sum: Fraction): Fraction {
  const threshold = fen(terms.threshold);
  if (sum.isLess(threshold)) return zero;
  const base = terms.base === 'OWN_MINUS_THRESHOLD' ? sum.minus(threshold) : sum;
  const rateOf = (band: Band) => new Fraction(BigInt(band.rateBps ?? 0), 10_000n);
  if (terms.mode === 'SLICES') {
    let rate = zero;
    return terms.bands.reduce((total, band) => {
      const step = rateOf(band).minus(rate);
      rate = rateOf(band);
      return total.plus(step.times(greater(base.minus(fen(band.from)), zero)));
    }, zero);
  }
  const highest = terms.bands.filter(({ from }) => !base.isLess(fen(from))).at(-1);
  if (!highest) return zero;
  return terms.mode === 'FLAT' ? fen(highest.amount ?? 0n) : base.times(rateOf(highest));
}

function slowYear(terms: PolicyTerms, claims: readonly YearClaim[]): bigint[] {
  const sums = new Map<string, Fraction>();
  const got = new Map<string, Fraction>();
  let all = zero;
  let everything = zero;
  return claims.map(({ personId, own, deducted }) => {
    const counted = greater(fen(own).minus(fen(deducted)), zero);
    everything = everything.plus(counted);
    sums.set(personId, (sums.get(personId) ?? zero).plus(counted));
    const mine = got.get(personId) ?? zero;
    const [sum, before] = {
      CLAIM: [counted, zero],
      PERSON_YEAR: [sums.get(personId) ?? zero, mine],
      HOUSEHOLD_YEAR: [everything, all],
    }[terms.accumulation] as [Fraction, Fraction];
    let due = greater(slowGross(terms, sum).minus(before), zero);
    if (terms.capPerClaim !== null) due = smaller(due, fen(terms.capPerClaim));
    if (terms.capPersonYear !== null) due = smaller(due, greater(fen(terms.capPersonYear).minus(mine), zero));
    if (terms.capHouseholdYear !== null)
      due = smaller(due, greater(fen(terms.capHouseholdYear).minus(all), zero));
    if (terms.oncePerYear && zero.isLess(all)) due = zero;
    const paid = due.times(new Fraction(100n)).plus(new Fraction(1n, 2n)).floor();
    got.set(personId, mine.plus(fen(paid)));
    all = all.plus(fen(paid));
    return paid;
  });
}

const amount = fc.oneof(
  fc.bigInt(0n, 30_000_000n),
  fc.bigInt(0n, 300n).map((thousands) => thousands * 100_000n),
);
const cap = fc.option(fc.bigInt(1n, 12_000_000n), { freq: 2 });

const someTerms = fc
  .record({
    mode: fc.constantFrom('WHOLE', 'SLICES', 'FLAT'),
    base: fc.constantFrom('OWN', 'OWN_MINUS_THRESHOLD'),
    accumulation: fc.constantFrom('CLAIM', 'PERSON_YEAR', 'HOUSEHOLD_YEAR'),
    threshold: fc.oneof(fc.constant(0n), fc.bigInt(0n, 4_000_000n)),
    edges: fc.uniqueArray(fc.bigInt(1n, 20_000_000n), { maxLength: 5 }),
    rates: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 }),
    rising: fc.boolean(),
    caps: fc.tuple(cap, cap, cap),
    oncePerYear: fc.boolean().chain((once) => (once ? fc.boolean() : fc.constant(false))),
  } as const)
  .map(({ mode, base, threshold, edges, rates, rising, caps, ...rest }): PolicyTerms => {
    const start = base === 'OWN' ? threshold : 0n;
    const froms = [0n, ...edges.sort((one, other) => (one < other ? -1 : 1))].map((edge) => start + edge);
    const ordered = rising ? [...rates].sort((one, other) => one - other) : rates;
    return {
      mode,
      base,
      threshold,
      bands: froms.map((from, at) => ({
        from,
        to: froms[at + 1] ?? null,
        rateBps: mode === 'FLAT' ? null : (ordered[at] ?? 0),
        amount: mode === 'FLAT' ? BigInt(ordered[at] ?? 0) * 117n : null,
      })),
      capPerClaim: caps[0],
      capPersonYear: caps[1],
      capHouseholdYear: caps[2],
      ...rest,
    };
  });

/** Amounts on and beside the edges as often as any others: that is where the two could part. */
const someYear = (terms: PolicyTerms) => {
  const above = terms.base === 'OWN' ? 0n : terms.threshold;
  const edges = [terms.threshold, ...terms.bands.map(({ from }) => from + above)];
  const near = fc
    .tuple(fc.constantFrom(...edges), fc.bigInt(-1n, 1n))
    .map(([edge, by]) => (edge + by < 0n ? 0n : edge + by));
  const claim = fc.record({
    personId: fc.constantFrom('A', 'B', 'C'),
    own: fc.oneof(amount, near),
    deducted: fc.oneof(fc.constant(0n), fc.constant(0n), amount),
  });
  return fc.tuple(fc.constant(terms), fc.array(claim, { minLength: 1, maxLength: 5 }));
};

const generated = { seed: 20_261_129, numRuns: 10_000 };
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, one) => sum + one, 0n);

it('pays what a second, slow calculation pays, and never above a cap', () => {
  let paidSomething = 0;
  fc.assert(
    fc.property(someTerms.chain(someYear), ([terms, claims]) => {
      const thresholds = [{ path: 'threshold', threshold: terms.threshold }];
      expect(faultsOfTerms({ ...terms, thresholds })).toEqual({});
      const paid = assess(terms, claims).map((result) => result.paid);
      expect(paid).toEqual(slowYear(terms, claims));
      const { capPerClaim, capPersonYear, capHouseholdYear } = terms;
      for (const one of paid) expect(one >= 0n && (capPerClaim === null || one <= capPerClaim)).toBe(true);
      for (const person of ['A', 'B', 'C']) {
        const theirs = sumOf(paid.filter((_, at) => claims[at]?.personId === person));
        expect(capPersonYear === null || theirs <= capPersonYear).toBe(true);
      }
      expect(capHouseholdYear === null || sumOf(paid) <= capHouseholdYear).toBe(true);
      if (sumOf(paid) > 0n) paidSomething += 1;
    }),
    generated,
  );
  expect(paidSomething).toBeGreaterThan(5_000);
});

it('never pays less for more where the bands do not fall', () => {
  fc.assert(
    fc.property(someTerms, amount, fc.bigInt(0n, 5_000_000n), (terms, own, more) => {
      const values = terms.bands.map(({ rateBps, amount: flat }) => rateBps ?? Number(flat));
      // Of slices every rate serves: each further fen is paid by a rate that is not below zero.
      fc.pre(
        terms.mode === 'SLICES' || values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0)),
      );
      const paid = (counted: bigint) =>
        assess(terms, [{ personId: 'A', own: counted, deducted: 0n }])[0]?.paid ?? 0n;
      expect(paid(own + more) >= paid(own)).toBe(true);
    }),
    generated,
  );
});

it('works a year without one of its claims out as if it had never been', () => {
  fc.assert(
    fc.property(someTerms.chain(someYear), fc.nat(), ([terms, claims], choice) => {
      const at = choice % claims.length;
      const { before, paid, adjustment } = reverseClaim(
        claims.map((claim) => ({ ...claim, terms })),
        at,
      );
      const rest = slowYear(
        terms,
        claims.filter((_, index) => index !== at),
      );
      expect(paid).toEqual([...rest.slice(0, at), 0n, ...rest.slice(at)]);
      expect(before).toEqual(slowYear(terms, claims));
      expect(adjustment).toBe(sumOf(rest) - sumOf(before));
    }),
    { ...generated, numRuns: 2_000 },
  );
});
