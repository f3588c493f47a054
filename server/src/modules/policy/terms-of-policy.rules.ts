import { type AppError, invalid } from '#platform/core/errors.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { PolicyAccumulation, PolicyBase, PolicyMode } from '#schema/codes/money/policy.codes.ts';
import type { PolicyTermsInput } from '#schema/policy/policy.input.ts';
import { faultsOfTerms } from './assess/terms.rules.ts';
import type { Band, PolicyTerms } from './assess/terms.ts';

interface StoredBand {
  readonly fromAmount: bigint;
  readonly toAmount?: bigint | null;
  readonly rateBps?: number | null;
  readonly flatAmount?: bigint | null;
}

interface StoredTerms {
  readonly mode: string;
  readonly base: string;
  readonly accumulation: string;
  readonly oncePerYear: boolean;
  readonly capPerClaim?: bigint | null;
  readonly capPersonYear?: bigint | null;
  readonly capHouseholdYear?: bigint | null;
}

const bandOf = ({ fromAmount, toAmount, rateBps, flatAmount }: StoredBand): Band => ({
  from: fromAmount,
  to: toAmount ?? null,
  rateBps: rateBps ?? null,
  amount: flatAmount ?? null,
});

/** The terms by which a claim is judged, from a policy as it is stored or sent and the threshold of a category. */
export const termsOf = (
  stored: StoredTerms,
  bands: readonly StoredBand[],
  threshold: bigint,
): PolicyTerms => ({
  // The CHECKs of the table hold these to their lists.
  mode: stored.mode as PolicyMode,
  base: stored.base as PolicyBase,
  accumulation: stored.accumulation as PolicyAccumulation,
  threshold,
  bands: bands.map(bandOf),
  capPerClaim: stored.capPerClaim ?? null,
  capPersonYear: stored.capPersonYear ?? null,
  capHouseholdYear: stored.capHouseholdYear ?? null,
  oncePerYear: stored.oncePerYear,
});

/** The refusal of terms that make no sense, each fault at its field; null where they do. */
export function termsRefusal(input: PolicyTermsInput, path = 'input.terms'): AppError | null {
  const { threshold: _, accumulation: __, ...terms } = termsOf(input, input.bands, 0n);
  const thresholds = input.thresholds.map(({ threshold }, at) => ({
    path: `thresholds.${at}.threshold`,
    threshold,
  }));
  const faults: Record<string, ErrorCode> = { ...faultsOfTerms({ ...terms, thresholds }) };
  const seen = new Set<string>();
  for (const [at, { category }] of input.thresholds.entries()) {
    if (seen.has(category)) faults[`thresholds.${at}.category`] = 'DUPLICATE_VALUE';
    seen.add(category);
  }
  const placed = Object.entries(faults).map(([field, code]) => [`${path}.${field}`, code] as const);
  return placed.length > 0 ? invalid(Object.fromEntries(placed)) : null;
}
