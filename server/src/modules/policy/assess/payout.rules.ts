import type { AssessmentLine } from '#schema/codes/money/assessment-line.ts';
import { exactly, exactYuan, least, yuanOfFen } from './exact.ts';
import type { Band, PolicyTerms } from './terms.ts';

/** What threshold and bands give for an amount, exact and before any limit, with the lines that say how. */
export interface Payout {
  readonly parts: bigint;
  readonly lines: readonly AssessmentLine[];
}

export function payoutOf(terms: PolicyTerms, amount: bigint): Payout {
  const { threshold } = terms;
  if (amount < threshold) {
    return { parts: 0n, lines: [{ step: 'BELOW_THRESHOLD', of: yuanOfFen(threshold), amount: '0.00' }] };
  }
  const base = terms.base === 'OWN' ? amount : amount - threshold;
  const step = terms.base === 'OWN' ? 'THRESHOLD_REACHED' : 'ABOVE_THRESHOLD';
  const reached: AssessmentLine[] =
    threshold === 0n ? [] : [{ step, of: yuanOfFen(threshold), amount: yuanOfFen(base) }];
  const { parts, lines } = terms.mode === 'SLICES' ? slices(terms.bands, base) : oneBand(terms, base);
  return { parts, lines: [...reached, ...lines] };
}

function slices(bands: readonly Band[], base: bigint): Payout {
  const reached = bands.filter(({ from }) => from < base);
  const lines = reached.map((band) => {
    const part = (band.to === null ? base : least(base, band.to)) - band.from;
    return { ...byRate(band, part), step: 'BAND_SLICE' as const };
  });
  return sumOf(lines);
}

function oneBand({ bands, mode }: PolicyTerms, base: bigint): Payout {
  const band = bands.find(({ from, to }) => from <= base && (to === null || base < to));
  if (!band) throw new Error('no band for the base: the terms were never checked');
  if (mode === 'WHOLE') return sumOf([{ ...byRate(band, base), step: 'BAND_WHOLE' }]);
  const parts = exactly(required(band.amount));
  return { parts, lines: [{ step: 'BAND_FLAT', ...rangeOf(band), amount: exactYuan(parts) }] };
}

interface Rated {
  readonly step: 'BAND_SLICE' | 'BAND_WHOLE';
  readonly parts: bigint;
  readonly line: Omit<AssessmentLine, 'step'>;
}

function byRate(band: Band, part: bigint): Omit<Rated, 'step'> {
  const rateBps = required(band.rateBps);
  const parts = part * BigInt(rateBps);
  const line = { ...rangeOf(band), of: yuanOfFen(part), rateBps, amount: exactYuan(parts) };
  return { parts, line };
}

const sumOf = (rated: readonly Rated[]): Payout => ({
  parts: rated.reduce((sum, { parts }) => sum + parts, 0n),
  lines: rated.map(({ step, line }) => ({ step, ...line })),
});

const rangeOf = ({ from, to }: Band) => ({
  from: yuanOfFen(from),
  ...(to !== null && { to: yuanOfFen(to) }),
});

function required<T>(value: T | null): T {
  if (value === null) throw new Error('a band has neither rate nor amount: the terms were never checked');
  return value;
}
