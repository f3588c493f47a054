import { expect, it } from 'vitest';
import { faultsOfTerms } from './terms.rules.ts';
import type { Band } from './terms.ts';

const band = (from: number, to: number | null, rate: Partial<Band> = {}): Band => ({
  from: BigInt(from),
  to: to === null ? null : BigInt(to),
  rateBps: 5_000,
  amount: null,
  ...rate,
});

type Checked = Parameters<typeof faultsOfTerms>[0];
const faults = (bands: Band[], more: Partial<Checked> = {}) =>
  faultsOfTerms({
    mode: 'WHOLE',
    base: 'OWN',
    bands,
    capPerClaim: null,
    capPersonYear: null,
    capHouseholdYear: null,
    oncePerYear: false,
    thresholds: [{ path: 'thresholds.0.threshold', threshold: 100n }],
    ...more,
  });

it('accepts bands that leave no gap, in whatever order they are written', () => {
  expect(faults([band(100, 200), band(200, null)])).toEqual({});
  expect(faults([band(200, null), band(100, 200)])).toEqual({});
  expect(faults([band(50, 200), band(200, null)])).toEqual({});
});

it('finds a gap before, between and after the bands', () => {
  expect(faults([band(101, null)])).toEqual({ 'bands.0.fromAmount': 'POLICY_GAP' });
  expect(faults([band(100, 199), band(200, null)])).toEqual({ 'bands.1.fromAmount': 'POLICY_GAP' });
  expect(faults([band(100, 200)])).toEqual({ 'bands.0.toAmount': 'POLICY_GAP' });
  expect(faults([band(1, null)], { base: 'OWN_MINUS_THRESHOLD' })).toEqual({
    'bands.0.fromAmount': 'POLICY_GAP',
  });
});

it('measures the first band by the lowest threshold', () => {
  const thresholds = [
    { path: 'thresholds.0.threshold', threshold: 100n },
    { path: 'thresholds.1.threshold', threshold: 50n },
  ];
  expect(faults([band(100, null)], { thresholds })).toEqual({ 'bands.0.fromAmount': 'POLICY_GAP' });
});

it('finds bands that overlap, by one fen or because one has no end', () => {
  expect(faults([band(100, 201), band(200, null)])).toEqual({ 'bands.1.fromAmount': 'POLICY_OVERLAP' });
  expect(faults([band(100, null), band(200, null)])).toEqual({ 'bands.1.fromAmount': 'POLICY_OVERLAP' });
  expect(faults([band(100, 200), band(100, null)])).toEqual({ 'bands.1.fromAmount': 'POLICY_OVERLAP' });
});

it('refuses at its field what makes no sense', () => {
  expect(faults([])).toEqual({ bands: 'TOO_FEW' });
  expect(faults([band(100, 100)])).toEqual({ 'bands.0.toAmount': 'BAND_EMPTY' });
  expect(faults([band(-1, null)])).toEqual({ 'bands.0.fromAmount': 'OUT_OF_RANGE' });
  expect(faults([band(100, null, { rateBps: 10_001 })])).toEqual({ 'bands.0.rateBps': 'OUT_OF_RANGE' });
  expect(faults([band(100, null, { rateBps: -1 })])).toEqual({ 'bands.0.rateBps': 'OUT_OF_RANGE' });
  expect(faults([band(100, null, { rateBps: null })])).toEqual({ 'bands.0.rateBps': 'REQUIRED_MISSING' });
  expect(faults([band(100, null, { amount: 1n })])).toEqual({ 'bands.0.flatAmount': 'BAND_OF_OTHER_MODE' });
  expect(faults([band(100, null)], { mode: 'FLAT' })).toEqual({
    'bands.0.flatAmount': 'REQUIRED_MISSING',
    'bands.0.rateBps': 'BAND_OF_OTHER_MODE',
  });
  expect(faults([band(100, null)], { capPerClaim: 0n })).toEqual({ capPerClaim: 'OUT_OF_RANGE' });
  const thresholds = [{ path: 'thresholds.0.threshold', threshold: -1n }];
  expect(faults([band(0, null)], { thresholds })).toEqual({ 'thresholds.0.threshold': 'OUT_OF_RANGE' });
});
