/**
 * Characters that nobody sees: control characters, marks of direction, joiners, fillers and variation selectors. They
 * come along from chat programs, phones and other spreadsheets, and two texts that differ in them look the same.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/gu;
const LINE_BREAKS = /[\t\n\v\f\r\u0085]+/g;
/** Nothing in such a text can be folded: most cells, so it is worth a look before all else. */
const IS_PLAIN = /^[!-~\u4e00-\u9fa5]*$/;
const HAN = '\\p{Script=Han}';
const BLANK_BESIDE_HAN = new RegExp(`(?<=${HAN}) | (?=${HAN})`, 'gu');

const seenIn = (text: string): string => text.replace(LINE_BREAKS, ' ').replace(UNSEEN, '');

/** What was parted by something now taken out may combine: accents behind one another have an order of their own. */
const rejoined = (text: string): string => (IS_PLAIN.test(text) ? text : text.normalize('NFKC'));

/** One width of characters, no unseen ones, no blanks around; blanks and line breaks inside become single blanks. */
export function halfWidth(text: string): string {
  if (IS_PLAIN.test(text)) return text;
  return rejoined(seenIn(seenIn(text).normalize('NFKC')).replace(/\s+/g, ' ').trim());
}

/** Nothing that anybody could read: blanks, and marks that show nothing. */
const isBlank = (text: string): boolean => halfWidth(text) === '';

/** Prose as it is kept: without blanks around it, and null where nothing can be read. */
export const prose = (text: string | null | undefined): string | null =>
  text === null || text === undefined || isBlank(text) ? null : text.trim();

/** Letters that modify others (ー, ـ, 々, ʹ) and the Korean dots are drawn as strokes and dots, and say nothing. */
const READABLE = /(?![ㆍᆞ])[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/gu;

/** How many letters, digits and Chinese characters there are: signs, marks and characters of no meaning say nothing. */
export const readableLength = (text: string): number => halfWidth(text).match(READABLE)?.length ?? 0;

/** The one rule for a text that must be there: some of it can be read. */
export const saysSomething = (text: string | null | undefined): boolean => readableLength(text ?? '') > 0;

/** As `halfWidth`, with no blank anywhere: for numbers, codes and words that are compared. */
export const withoutBlanks = (text: string): string =>
  IS_PLAIN.test(text) ? text : rejoined(halfWidth(text).replaceAll(' ', ''));

/** A line of text as it is kept and searched. Sheets pad Chinese with blanks to align it: 张　三 is 张三. */
export const foldLine = (text: string): string =>
  IS_PLAIN.test(text) ? text : rejoined(halfWidth(text).replace(BLANK_BESIDE_HAN, ''));

const WIDE_DOT = /(?<=\p{L})\s*．\s*(?=\p{L})/gu;
/** A full stop in a Chinese name stands for the dot between its parts; J.Smith is left as it is. */
const STOP_BESIDE_HAN = new RegExp(`(?<=${HAN}) ?\\. ?(?=\\p{L})|(?<=\\p{L}) ?\\. ?(?=${HAN})`, 'gu');
const DOTS = / ?(?:[·•‧・∙⋅●⸱] ?)+/g;

/**
 * The name of a person, organization or place as it is kept, compared and searched, wherever it comes from: as
 * `foldLine`, and with the one middle dot of the standard (U+00B7) between the parts of names such as 努尔·买买提江.
 */
export function foldName(text: string): string {
  if (IS_PLAIN.test(text) && !text.includes('.')) return text;
  const dotted = seenIn(text).replace(WIDE_DOT, '·').replaceAll('ㆍ', '·');
  return rejoined(foldLine(dotted).replace(DOTS, '·').replace(STOP_BESIDE_HAN, '·'));
}
