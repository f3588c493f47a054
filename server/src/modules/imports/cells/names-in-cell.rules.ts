import type { PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { foldName } from '#schema/text.ts';
import { partedByLabels } from './labels-in-cell.rules.ts';
import { isCompoundSurname, isWholeName } from './names.rules.ts';

export interface NamedPerson {
  readonly name: string;
  /** Where a label in the cell names it: 第一责任人：张三, 李四(助). */
  readonly role: PairingRole | null;
}

export interface NamesInCell {
  readonly people: readonly NamedPerson[];
  /** False where the cell seems to name several people without saying where a name ends. */
  readonly isClear: boolean;
}

const SIGNS = /[,、;/|+&\\。—―→⇒>]|\sand\s|(?<=\p{Script=Han})\s*[-~]\s*(?=\p{Script=Han})/iu;
const CONJUNCTION = /以及|[和与及同跟暨并]/g;
const ONLY_NAME = /^[\p{Script=Han}·]+$/u;
/** The shortest length of two names with a word between them. */
const SHORTEST_PAIR = 5;
const LONGEST_PAIR = 20;

const UNCLEAR = null;

/** Whether a text can be a name at all: 欧阳 alone is only the beginning of one. */
const canBeName = (part: string): boolean =>
  part.length > 1 && !part.startsWith('·') && !part.endsWith('·') && !isCompoundSurname(part);

/** All ways to split a text into names with words such as 和 between them. */
function partings(text: string): string[][] {
  const found: string[][] = [];
  for (const { index, 0: word } of text.matchAll(CONJUNCTION)) {
    const [one, others] = [text.slice(0, index), text.slice(index + word.length)];
    if (!canBeName(one) || !canBeName(others)) continue;
    found.push([one, others], ...partings(others).map((rest) => [one, ...rest]));
  }
  return found;
}

/**
 * 和, 与, 及 and the like stand between names and within them: 和 is a surname, and 王和平 a name. The length of the parts
 * decides. A name has two to four characters, so nothing of up to four is parted; a longer text is parted where
 * everything on both sides is a whole name with a surname. Where that holds in several ways or in none, nobody knows.
 */
function partedByWords(text: string): string[] | null {
  if (!ONLY_NAME.test(text)) return [text];
  if (text.length > LONGEST_PAIR) return text.search(CONJUNCTION) < 0 ? [text] : UNCLEAR;
  const ways = partings(text);
  if (ways.length === 0) return [text];
  const [way, ...others] = ways.filter((parts) => parts.every(isWholeName));
  return way && others.length === 0 ? way : UNCLEAR;
}

/** 张　三 is one name; 张三 李四 are two, which would otherwise become one person with a name of four characters. */
function partedByBlanks(text: string): string[] | null {
  const parts = text.split(/\s+/).flatMap((part) => foldName(part) || []);
  const whole = foldName(text);
  if (parts.length < 2) return partedByWords(whole);
  if (parts.every(isWholeName)) {
    // 车甲 和李二: 和 may be a word here or a surname.
    const isOpen = parts.some((part, at) => at > 0 && /^[和与及]/.test(part) && canBeName(part.slice(1)));
    return isOpen ? UNCLEAR : parts;
  }
  const words = partedByWords(whole);
  if (words === UNCLEAR || words.length > 1) return words;
  const areNames = parts.every(canBeName) && whole.length >= SHORTEST_PAIR;
  return areNames && (parts.some(isWholeName) || /\n/.test(text.trim())) ? UNCLEAR : words;
}

/** Never between two names in a valid cell: a colon without a label, a digit. */
const STRAY = /\p{Script=Han}\s*(?::|\d)\s*\p{Script=Han}/u;

/** 张三等, 张三夫妇: several people, of whom one is named. */
const AND_OTHERS = /^\p{Script=Han}{2,4}(?:等|们|夫妇|夫妻|父子|母子|兄弟|姐妹|一家)$/u;

/** The names in one part of a cell, split at signs. */
function partedBySigns(text: string): string[] | null {
  const names: string[] = [];
  for (const part of text.split(SIGNS)) {
    if (foldName(part) === '') continue;
    const found = STRAY.test(part) || AND_OTHERS.test(foldName(part)) ? UNCLEAR : partedByBlanks(part);
    if (found === UNCLEAR) return UNCLEAR;
    names.push(...found);
  }
  return names;
}

/** After a label a word may precede the next name: 张三(主)和李四五(助). But 和李四 may be a name itself. */
function namesBehindLabel(part: string): string[] | null {
  if (!/^\s*[和与及]/.test(part)) return partedBySigns(part);
  return isWholeName(foldName(part)) ? UNCLEAR : partedBySigns(part.replace(/^\s*(?:以及|[和与及])/, ''));
}

/** The people named in a cell: split at labels, signs and words, or at blanks and line breaks between whole names. */
export function namesIn(text: string): NamesInCell {
  if (text === '') return { people: [], isClear: true };
  // The most frequent case.
  if (/^[\u4e00-\u9fa5]{1,4}$/.test(text) && !AND_OTHERS.test(text))
    return { people: [{ name: text, role: null }], isClear: true };
  const people: NamedPerson[] = [];
  let isClear = true;
  for (const [at, { text: part, role }] of partedByLabels(text.normalize('NFKC')).entries()) {
    const names = at > 0 ? namesBehindLabel(part) : partedBySigns(part);
    // A label followed by several names does not tell whose it is.
    if (names === UNCLEAR || (role !== null && names.length > 1)) isClear = false;
    for (const name of names ?? []) people.push({ name, role });
  }
  return { people, isClear };
}
