import { invalid } from '#platform/core/errors.ts';

/** First day of the quarter of a day. */
export function quarterStart(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/**
 * Whether a new rule follows the latest one or replaces it, which is possible only if that has not begun. Duties of
 * past quarters never change.
 */
export function placeRule(
  latest: { fromOn: string } | null,
  fromOn: string,
  today: string,
): 'begin' | 'replace' {
  if (fromOn < quarterStart(today)) throw invalid({ 'input.fromOn': 'DATE_TOO_EARLY' });
  if (latest && latest.fromOn === fromOn && fromOn > today) return 'replace';
  if (latest && latest.fromOn >= fromOn) throw invalid({ 'input.fromOn': 'DUTY_RULE_EXISTS' });
  return 'begin';
}
