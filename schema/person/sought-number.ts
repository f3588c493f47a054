import { hotline, normalisePhone } from './phone.ts';
import { normaliseResidentId } from './resident-id.ts';

/** A whole number that somebody searches by. */
export interface SoughtNumber {
  readonly kind: 'RESIDENT_ID' | 'PHONE';
  readonly text: string;
}

/** A whole resident id or another document number as long, as `normaliseResidentId` leaves it. */
const isWholeId = (text: string): boolean => /^[\dX]{18}$/.test(text);

/**
 * The number that a search box holds, if it is a whole one: then it goes by its keyed hash and nothing else. There is
 * no search by a part of a number but by the end that masks show.
 */
export function soughtNumber(text: string): SoughtNumber | null {
  const wanted = normaliseResidentId(text);
  if (isWholeId(wanted)) return { kind: 'RESIDENT_ID', text: wanted };
  return normalisePhone(wanted) === null ? null : { kind: 'PHONE', text: wanted };
}

/** The public hotline belongs to nobody: whoever finds it has learned nothing of a person. */
export const isPersonal = ({ text }: SoughtNumber): boolean => normalisePhone(text) !== hotline;

/** The end of a resident id, as it stays in the open. */
export const isFourDigits = (text: string): boolean => /^\d{3}[\dX]$/.test(text);
