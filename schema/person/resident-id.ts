import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { Sex } from '#schema/codes/people/person.codes.ts';
import { withoutBlanks } from '../text.ts';

export type ResidentIdFault = Extract<
  ErrorCode,
  'ID_LENGTH' | 'ID_CHARACTERS' | 'ID_PRECISION_LOST' | 'ID_REGION' | 'ID_DATE' | 'ID_CHECKSUM'
>;

export type ResidentIdCheck =
  | { readonly ok: true; readonly id: string; readonly birthDate: string; readonly sex: Sex }
  | { readonly ok: false; readonly code: ResidentIdFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST_AGE = 130;

/** Two digits of the province, and 81 to 83 for residents from Hong Kong, Macao and Taiwan. Counties are
 * not checked: old cards carry the codes of counties that are long abolished. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** The check character of GB 11643 for the first 17 digits. */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Half-width, without blanks, unseen marks or the apostrophe that spreadsheets put before text, X in upper case. */
export function normaliseResidentId(text: string): string {
  return withoutBlanks(text)
    .replace(/^['’‘`]+/, '')
    .toUpperCase();
}

/**
 * Tells what is wrong with a resident id, or what it says. `today` is a day such as 2026-09-30. Numbers
 * of 15 digits are no longer valid and refused for their length.
 */
export function checkResidentId(text: string, today: string): ResidentIdCheck {
  const id = normaliseResidentId(text);
  const fault = findFault(id, today);
  if (fault !== null) return { ok: false, code: fault };
  return {
    ok: true,
    id,
    birthDate: birthDateIn(id),
    sex: Number(id.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE',
  };
}

function findFault(id: string, today: string): ResidentIdFault | null {
  if (/^\d(\.\d+)?E\+?\d+$/.test(id)) return 'ID_PRECISION_LOST';
  if (id.length !== 18) return 'ID_LENGTH';
  if (!/^\d{17}[\dX]$/.test(id)) return 'ID_CHARACTERS';
  if (!PROVINCES.has(id.slice(0, 2))) return 'ID_REGION';
  const birthDate = birthDateIn(id);
  if (!isRealDay(birthDate) || birthDate > today || ageOn(birthDate, today) > OLDEST_AGE) return 'ID_DATE';
  if (residentIdCheckCharacter(id) === id.charAt(17)) return null;
  // A spreadsheet keeps 15 digits of a number and writes zeros for the rest.
  return id.endsWith('000') ? 'ID_PRECISION_LOST' : 'ID_CHECKSUM';
}

function birthDateIn(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

function isRealDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const instant = new Date(Date.UTC(year, month - 1, date));
  return year >= 1800 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
}

/** Full years from one day to another; who is born on 29 February turns a year older on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Under 14: all data of such a child are sensitive by law. */
export function isMinor(birthDate: string, day: string): boolean {
  return ageOn(birthDate, day) < 14;
}

/** A disability certificate is the resident id, kind, grade and, when issued again, two digits more. */
export function checkDisabilityCertificate(text: string, today: string): boolean {
  const number = normaliseResidentId(text);
  return /^.{18}[1-7][1-4](\d{2}|B\d)?$/.test(number) && checkResidentId(number.slice(0, 18), today).ok;
}
