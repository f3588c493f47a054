import { numbersInProse } from './numbers-in-prose.ts';
import { hotline } from './phone.ts';

/**
 * Shown forms of personal numbers. They may stand in any answer; the full values may not. What stands beside a masked
 * number must not complete it: the village tells where an id or a phone was given out, a birth date half of an id, the
 * name of a bank the beginning of an account. So the end alone is shown.
 */

/** ****1234; of a disability certificate the end of the resident id in it; of other numbers two characters. */
export function maskResidentId(id: string): string {
  const resident = /^(?:\d{17}[\dX])(?=\d{2}$|\d{4}$|$)/.exec(id)?.[0];
  return resident === undefined ? maskAll(id) : lastFour(resident);
}

/** ****8000; of a landline, whose exchange is that of the township, two digits. The public hotline is nobody's number. */
export function maskPhone(phone: string): string {
  if (/^\d{11}$/.test(phone)) return lastFour(phone);
  const landline = /^0\d{2,3}-?\d{5,6}(\d{2})(?:-\d+)?$/.exec(phone);
  if (landline !== null) return `****${landline[1]}`;
  return phone === hotline ? phone : maskAll(phone);
}

/** ****0018; short numbers show less. */
export function maskAccount(account: string): string {
  return account.length >= 12 ? lastFour(account) : maskAll(account);
}

const inProse = new RegExp(numbersInProse, 'g');

/**
 * Prose with the numbers of people in it masked: ****1234 for an id or a mobile phone, two digits for an old id of 15.
 * Prose is shown so wherever it is not on the record it was written for: in the audit trail, in former versions, in
 * files. All else in it stays as it is.
 */
export const maskNumbers = (text: string): string =>
  text.length < shortestNumber ? text : text.replace(inProse, '****$1$2$3$4');
const shortestNumber = 11;

/** Whether a field holds what a household is numbered by: that may be as long as an id, and belongs to nobody. */
export const isNobodys = (field: string): boolean => field === 'number';

export const holdsNumber = (text: string): boolean => maskNumbers(text) !== text;

const lastFour = (text: string): string => `****${text.slice(-4)}`;

function maskAll(text: string): string {
  return text.length < 6 ? '****' : `****${text.slice(-2)}`;
}
