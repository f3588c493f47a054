import { AppError } from '#platform/core/errors.ts';
import { holdsNumber } from '#schema/person/mask.ts';

/**
 * Refuses a request by GET that names an identity or phone number in any of its texts: an address is kept in the history
 * of the browser and in the logs of every proxy on the way. `parts` are those of the address, read.
 */
export function refuseNumbers(parts: unknown): void {
  if (typeof parts === 'string' && holdsNumber(parts)) throw new AppError('NUMBER_IN_ADDRESS');
  if (typeof parts !== 'object' || parts === null) return;
  for (const part of Object.values(parts)) refuseNumbers(part);
}
