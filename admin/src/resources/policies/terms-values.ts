import type { PolicyTerms } from './policies.graphql.ts';

/** Amounts that the other mode left in the rows are not sent; the server refuses a band with both. */
export function termsToSend(values: Record<string, unknown>): PolicyTerms | undefined {
  const terms = values.terms as PolicyTerms | undefined;
  if (!terms) return undefined;
  const isFlat = terms.mode === 'FLAT';
  return {
    ...terms,
    capPerClaim: terms.capPerClaim || null,
    capPersonYear: terms.capPersonYear || null,
    capHouseholdYear: terms.capHouseholdYear || null,
    thresholds: terms.thresholds.map(({ category, threshold }) => ({ category, threshold })),
    bands: terms.bands.map(({ fromAmount, toAmount, rateBps, flatAmount }) => ({
      fromAmount,
      toAmount: toAmount || null,
      rateBps: isFlat ? null : rateBps,
      flatAmount: isFlat ? flatAmount : null,
    })),
  };
}
