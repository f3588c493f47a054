import { holdsNumber } from '#schema/person/mask.ts';
import { isPhone } from '#schema/person/phone.ts';

/** One spelling for one name, whatever the keyboard; letter case stays as it was chosen. */
export const normaliseUsername = (text: string): string => text.normalize('NFKC').trim();

/**
 * Names that are typed every day: Chinese characters, the letters a to z, and digits. Letters of other scripts are drawn
 * like these in ways that nobody can list; how a name is written in such a script is what the displayed name tells. A
 * number that belongs to the person alone would stand in every list.
 */
export function isUsername(text: string): boolean {
  return (
    // Radicals and the numerals of merchants are Han as well, but no letters and in nobody's name.
    /^(?:[A-Za-z\d〇._-]|(?=\p{Lo})\p{Script=Han}){2,32}$/u.test(text) &&
    !/^[._-]|[._-]$/.test(text) &&
    !isPhone(text) &&
    !holdsNumber(text)
  );
}
