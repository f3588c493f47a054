import { expect, it } from 'vitest';
import { wordsOfLine } from '#schema/codes/money/assessment-line.ts';
import { AssessmentStep } from '#schema/codes/money/policy.codes.ts';
import { assess, assessYear } from './assess.rules.ts';
import type { Band, PolicyTerms } from './terms.ts';

const yuan = (amount: number) => BigInt(Math.round(amount * 100));
const band = (from: number, to: number | null, percent: number): Band => ({
  from: yuan(from),
  to: to === null ? null : yuan(to),
  rateBps: Math.round(percent * 100),
  amount: null,
});

const terms: PolicyTerms = {
  mode: 'SLICES',
  base: 'OWN_MINUS_THRESHOLD',
  threshold: yuan(10_000),
  accumulation: 'PERSON_YEAR',
  bands: [band(0, 20_000, 55.25), band(20_000, null, 70)],
  capPerClaim: yuan(30_000),
  capPersonYear: yuan(40_000),
  capHouseholdYear: yuan(50_000),
  oncePerYear: false,
};

const claim = (own: number, personId = 'A', deducted = 0) => ({
  personId,
  own: yuan(own),
  deducted: yuan(deducted),
});

it('explains each step with its amounts, in both languages', () => {
  const [first, second] = assess(terms, [claim(9_000), claim(22_000.01, 'A', 1_000)]);
  expect(first?.lines.map(({ step }) => step)).toEqual([
    'OWN',
    'BELOW_THRESHOLD',
    'CAP_CLAIM',
    'CAP_PERSON_YEAR',
    'CAP_HOUSEHOLD_YEAR',
    'PAID',
  ]);
  expect(second?.lines).toEqual([
    { step: 'OWN', amount: '22000.01' },
    { step: 'DEDUCTION', of: '1000.00', amount: '21000.01' },
    { step: 'YEAR_SUM', of: '9000.00', amount: '30000.01' },
    { step: 'ABOVE_THRESHOLD', of: '10000.00', amount: '20000.01' },
    { step: 'BAND_SLICE', from: '0.00', to: '20000.00', of: '20000.00', rateBps: 5525, amount: '11050.00' },
    { step: 'BAND_SLICE', from: '20000.00', of: '0.01', rateBps: 7000, amount: '0.007' },
    { step: 'CAP_CLAIM', of: '30000.00', used: '0.00', amount: '30000.00' },
    { step: 'CAP_PERSON_YEAR', of: '40000.00', used: '0.00', amount: '40000.00' },
    { step: 'CAP_HOUSEHOLD_YEAR', of: '50000.00', used: '0.00', amount: '50000.00' },
    { step: 'ROUNDING', of: '11050.007', amount: '11050.01' },
    { step: 'PAID', amount: '11050.01' },
  ]);
  expect(second?.lines.map((line) => wordsOfLine(line).zh)).toContain(
    '0.00 元至不足 20000.00 元的部分：20000.00 × 55.25% = 11050.00 元',
  );
  expect(wordsOfLine({ step: 'PAID', amount: '11050.01' }).en).toBe('Amount payable: 11050.01 yuan');
});

it('has words for every step', () => {
  for (const step of AssessmentStep.keys) {
    const { zh, en } = wordsOfLine({
      step,
      amount: '1.00',
      of: '2.00',
      used: '0.50',
      from: '0.00',
      rateBps: 5000,
    });
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}|undefined/u);
  }
});

it('meets several limits in one claim by the lowest', () => {
  const paid = assess(terms, [claim(200_000), claim(100_000), claim(90_000, 'B')]).map(
    (result) => result.paid,
  );
  expect(paid).toEqual([yuan(30_000), yuan(10_000), yuan(10_000)]);
});

it('takes nothing back where a sum gives less than was paid, and sets it off against what follows', () => {
  const falling: PolicyTerms = {
    ...terms,
    mode: 'WHOLE',
    base: 'OWN',
    threshold: 0n,
    bands: [band(0, 10_000, 90), band(10_000, null, 50)],
    capPerClaim: null,
    capPersonYear: null,
    capHouseholdYear: null,
  };
  const paid = assess(falling, [claim(9_000), claim(3_000), claim(8_000)]).map((result) => result.paid);
  expect(paid).toEqual([yuan(8_100), 0n, yuan(1_900)]);
});

it('pays a flat amount from the threshold on, whichever the base, and nothing below it', () => {
  const flat: PolicyTerms = {
    ...terms,
    mode: 'FLAT',
    base: 'OWN',
    accumulation: 'CLAIM',
    bands: [{ from: yuan(10_000), to: null, rateBps: null, amount: yuan(8_000) }],
  };
  const excess: PolicyTerms = {
    ...flat,
    base: 'OWN_MINUS_THRESHOLD',
    bands: [{ from: 0n, to: null, rateBps: null, amount: yuan(8_000) }],
  };
  for (const one of [flat, excess]) {
    expect(assess(one, [claim(9_999.99)])[0]?.paid).toBe(0n);
    expect(assess(one, [claim(10_000)])[0]?.paid).toBe(yuan(8_000));
  }
});

it('pays a household once where the policy says so', () => {
  const once: PolicyTerms = { ...terms, accumulation: 'CLAIM', oncePerYear: true };
  const results = assess(once, [claim(5_000), claim(30_000), claim(40_000, 'B')]);
  expect(results.map(({ paid }) => paid)).toEqual([0n, yuan(11_050), 0n]);
  expect(results[2]?.lines.map(({ step }) => step)).toContain('PAID_ONCE');
});

it('counts a claim as it was decided, and leaves it so', () => {
  const [decided, later] = assessYear([
    { ...claim(100_000), terms, decided: yuan(29_000) },
    { ...claim(100_000), terms },
  ]);
  expect(decided).toEqual({ paid: yuan(29_000), lines: [] });
  expect(later?.paid).toBe(yuan(11_000));
});
