import { isPhone } from '../person/phone.ts';

/** One spelling for one name, whatever the keyboard; letter case stays as it was chosen. */
export const normaliseUsername = (text: string): string => text.normalize('NFKC').trim();

/** Names that are typed every day; a number that belongs to the person alone would stand in every list. */
export function isUsername(text: string): boolean {
  if (/\p{Default_Ignorable_Code_Point}/u.test(text) || isOfMixedScripts(text) || hasRareLatin(text))
    return false;
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u.test(text) &&
    /[\p{L}\p{N}]$/u.test(text) &&
    !isPhone(text) &&
    !/^\d{17}[\dXx]$/.test(text)
  );
}

/** Letters of phonetic and old alphabets, such as ɐ and ꞑ, resemble those of the keyboard and stand in nobody's name. */
const hasRareLatin = (text: string): boolean => {
  const letters = text.normalize('NFD').match(/\p{Script=Latin}/gu) ?? [];
  return letters.some((letter) => !/[a-z]/i.test(letter));
};

const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Georgian}/u,
];

/** Letters of two alphabets that resemble each other have no place in one name. */
const isOfMixedScripts = (text: string): boolean =>
  alphabets.filter((alphabet) => alphabet.test(text)).length > 1;
