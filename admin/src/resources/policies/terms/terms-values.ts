import { isMoney } from '../../../shared/display/money.ts';
import type { PolicyTerms } from '../policies.graphql.ts';

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
    thresholds: (terms.thresholds ?? []).map(({ category, threshold }) => ({ category, threshold })),
    bands: (terms.bands ?? []).map(({ fromAmount, toAmount, rateBps, flatAmount }) => ({
      fromAmount,
      toAmount: toAmount || null,
      rateBps: isFlat ? null : rateBps,
      flatAmount: isFlat ? flatAmount : null,
    })),
  };
}

const isFilled = (amount: unknown): boolean => typeof amount === 'string' && isMoney(amount);
const isEmptyOrFilled = (amount: unknown): boolean => !amount || isFilled(amount);

/** The same once all that a preview needs is filled in; undefined until then. */
export function termsToTry(values: Record<string, unknown>): PolicyTerms | undefined {
  const terms = termsToSend(values);
  if (!terms?.mode || !terms.base || !terms.accumulation) return undefined;
  const { thresholds, bands, capPerClaim, capPersonYear, capHouseholdYear } = terms;
  const isWhole =
    thresholds.length > 0 &&
    bands.length > 0 &&
    thresholds.every(({ category, threshold }) => category && isFilled(threshold)) &&
    bands.every(
      ({ fromAmount, toAmount, rateBps, flatAmount }) =>
        isFilled(fromAmount) &&
        isEmptyOrFilled(toAmount) &&
        (terms.mode === 'FLAT' ? isFilled(flatAmount) : typeof rateBps === 'number'),
    ) &&
    [capPerClaim, capPersonYear, capHouseholdYear].every(isEmptyOrFilled);
  return isWhole ? terms : undefined;
}
