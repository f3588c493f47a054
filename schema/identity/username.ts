import { isPhone } from '../person/phone.ts';

/** One spelling for one name, whatever the keyboard; letter case stays as it was chosen. */
export const normaliseUsername = (text: string): string => text.normalize('NFKC').trim();

/** Names that are typed every day; a number that belongs to the person alone would stand in every list. */
export function isUsername(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u.test(text) && !isPhone(text) && !/^\d{17}[\dXx]$/.test(text);
}
