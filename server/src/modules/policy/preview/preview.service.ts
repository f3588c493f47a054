import { invalid } from '#platform/core/errors.ts';
import { wordsOfLine } from '#schema/codes/money/assessment-line.ts';
import type { PolicyPreview, PreviewPolicyInput } from '#schema/policy/preview.type.ts';
import { inOrder } from '../assess/terms.rules.ts';
import { termsOf, termsRefusal } from '../terms-of-policy.rules.ts';
import { cliffsOf, curveOf, payFor } from './preview.rules.ts';

/** Terms as a draft would hold them, worked out by the function that judges claims. */
export function previewPolicy({ terms: input, category, amounts }: PreviewPolicyInput): PolicyPreview {
  const refusal = termsRefusal(input);
  if (refusal) throw refusal;
  const given = input.thresholds.find((one) => one.category === category);
  if (!given) throw invalid({ 'input.category': 'CODE_UNKNOWN' });
  const stored = termsOf(input, input.bands, given.threshold);
  const terms = { ...stored, bands: inOrder(stored.bands) };
  return {
    curve: curveOf(terms),
    cliffs: cliffsOf(terms),
    examples: amounts.map((amount) => {
      const { paid, lines } = payFor(terms, amount);
      const worded = lines.map((line) => ({ step: line.step, amount: line.amount, ...wordsOfLine(line) }));
      return { amount, paid, lines: worded };
    }),
  };
}
