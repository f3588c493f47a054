import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { least } from './exact.ts';
import type { Band, PolicyTerms } from './terms.ts';

/** Faults by the field of the terms, such as `bands.1.from`. */
export type TermsFaults = Readonly<Record<string, ErrorCode>>;

type Checked = Omit<PolicyTerms, 'threshold' | 'accumulation'> & {
  /** Of each category, by the field that gives it. */
  readonly thresholds: readonly { readonly path: string; readonly threshold: bigint }[];
};

/** A hundred thousand million yuan: sums stay far from the largest number that is kept. */
const most = 10_000_000_000_000n;

/**
 * What makes no sense in the terms of a policy; empty where all is well. The order in which bands are written does not
 * matter: they are looked at by where they begin, and `inOrder` brings them into that order.
 */
export function faultsOfTerms(terms: Checked): TermsFaults {
  const faults: Record<string, ErrorCode> = {};
  for (const { path, threshold } of terms.thresholds)
    if (threshold < 0n || threshold > most) faults[path] = 'OUT_OF_RANGE';
  for (const cap of ['capPerClaim', 'capPersonYear', 'capHouseholdYear'] as const) {
    const value = terms[cap];
    if (value !== null && (value <= 0n || value > most)) faults[cap] = 'OUT_OF_RANGE';
  }
  if (terms.bands.length === 0) faults.bands = 'TOO_FEW';
  for (const [at, band] of terms.bands.entries()) Object.assign(faults, faultsOfBand(terms, band, at));
  // Where a band runs is asked only once each is one.
  return Object.keys(faults).length > 0 ? faults : faultsBetween(terms);
}

function faultsOfBand({ mode }: Checked, { from, to, rateBps, amount }: Band, at: number): TermsFaults {
  const faults: Record<string, ErrorCode> = {};
  if (from < 0n || from > most) faults[`bands.${at}.fromAmount`] = 'OUT_OF_RANGE';
  if (to !== null && (to <= from || to > most))
    faults[`bands.${at}.toAmount`] = to <= from ? 'BAND_EMPTY' : 'OUT_OF_RANGE';
  const [wanted, other] =
    mode === 'FLAT' ? (['amount', 'rateBps'] as const) : (['rateBps', 'amount'] as const);
  const values = { rateBps, amount };
  if (values[wanted] === null)
    faults[`bands.${at}.${wanted === 'amount' ? 'flatAmount' : wanted}`] = 'REQUIRED_MISSING';
  if (values[other] !== null)
    faults[`bands.${at}.${other === 'amount' ? 'flatAmount' : other}`] = 'BAND_OF_OTHER_MODE';
  if (rateBps !== null && (rateBps < 0 || rateBps > 10_000)) faults[`bands.${at}.rateBps`] = 'OUT_OF_RANGE';
  if (amount !== null && (amount < 0n || amount > most)) faults[`bands.${at}.flatAmount`] = 'OUT_OF_RANGE';
  return faults;
}

/** Every amount from the lowest threshold on lies in one band. */
function faultsBetween({ base, bands, thresholds }: Checked): TermsFaults {
  const faults: Record<string, ErrorCode> = {};
  const lowest = least(most, ...thresholds.map(({ threshold }) => threshold));
  let end: bigint | null = base === 'OWN' ? lowest : 0n;
  const ordered = [...bands.entries()].sort(([, one], [, other]) => compare(one.from, other.from));
  for (const [place, [at, { from, to }]] of ordered.entries()) {
    if (end !== null && from > end) faults[`bands.${at}.fromAmount`] = 'POLICY_GAP';
    if (place > 0 && (end === null || from < end)) faults[`bands.${at}.fromAmount`] = 'POLICY_OVERLAP';
    end = to;
  }
  const last = ordered.at(-1);
  if (last && end !== null) faults[`bands.${last[0]}.toAmount`] = 'POLICY_GAP';
  return faults;
}

const compare = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);

export const inOrder = (bands: readonly Band[]): Band[] =>
  [...bands].sort((one, other) => compare(one.from, other.from));
