import { invalid } from '#platform/core/errors.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';

/** Whether a category starts a new period or corrects the one that began on the same day. */
export function placeCategory(
  current: { category: string; fromOn: string } | null,
  wanted: { category: HouseholdCategory; effectiveOn: string },
  today: string,
): 'begin' | 'correct' {
  if (wanted.effectiveOn > today) throw invalid({ 'input.effectiveOn': 'DATE_IN_FUTURE' });
  if (!current) return 'begin';
  if (wanted.effectiveOn < current.fromOn) throw invalid({ 'input.effectiveOn': 'DATE_TOO_EARLY' });
  if (wanted.category === current.category) throw invalid({ 'input.category': 'CATEGORY_SAME' });
  return wanted.effectiveOn === current.fromOn ? 'correct' : 'begin';
}
