import { addDays } from '#platform/core/clock.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

const longestDays = 366;

/** A token lasts a year at most, so that a forgotten one expires. */
export function expiryFault(expiresOn: string, today: string): ErrorCode | null {
  if (expiresOn < today) return 'DATE_TOO_EARLY';
  return expiresOn > addDays(today, longestDays) ? 'EXPIRY_TOO_FAR' : null;
}
