import type { LabelledCodes } from '#schema/codes/labels/define-labels.ts';
import { labelOf } from '#schema/codes/labels/field-labels.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { PoliticalStatus, Sex } from '#schema/codes/people/person.codes.ts';
import { yesOrNo } from '#schema/codes/yes-no.ts';
import { isNobodys, maskNumbers } from '#schema/person/mask.ts';
import { halfWidth } from '#schema/text.ts';

/** What a row changes of a record, by the key of its column: codes as they are stored, personal numbers masked. */
export interface ValueChange {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length > 0 ? value.join() : null;
  return String(value);
};

/**
 * A birth date would complete the masked number beside it, so only its year is shown. Notes may contain personal
 * numbers.
 */
function shownOf(field: string, column: string, value: string | null): string | null {
  if (value === null || isNobodys(field)) return value;
  return column === 'birthOn' ? value.slice(0, 4) : maskNumbers(value);
}

/** The differing fields, under the columns of the sheet they come from. */
export function valueChanges<Field extends string>(
  before: Readonly<Record<NoInfer<Field>, unknown>>,
  after: Readonly<Record<NoInfer<Field>, unknown>>,
  columnOf: Readonly<Record<Field, string>>,
): ValueChange[] {
  return (Object.keys(columnOf) as Field[]).flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])];
    const column = columnOf[field];
    if (was === is) return [];
    return [{ column, before: shownOf(field, column, was), after: shownOf(field, column, is) }];
  });
}

/** Columns that are no field of a household or a member. */
const ofHelpers: Readonly<Record<string, LabelledCodes>> = {
  helperSex: Sex,
  helperPolitics: PoliticalStatus,
};
const listOfColumn = (column: string): LabelledCodes | undefined =>
  ofHelpers[column] ?? labelOf('Household', column)?.[2] ?? labelOf('Member', column)?.[2];

/** A value in words. */
export function inWords(column: string, value: string | null, lang: Lang): string | null {
  if (value === null) return null;
  if (column === 'hasDibao') return yesOrNo(value === 'true', lang);
  const list = listOfColumn(column);
  if (!list) return value;
  const words = value.split(',').map((key) => (list.has(key) ? list.label(key, lang) : key));
  return words.join(lang === 'zh' ? '、' : ', ');
}

/** Digits that may be a personal number, with any separators: only the last digits are shown. */
const NUMBERS = /\p{Nd}[\p{Nd}\s./_·()-]{5,}[\p{Nd}Xx]/gu;
const personal = new Set([
  ...['headId', 'residentId', 'householdPhone', 'helperPhone', 'assistantPhone', 'phone'],
]);
export const birthColumns: ReadonlySet<string> = new Set(['birthOn', 'headBirthOn']);

/** A number may also be written in Chinese characters. */
const DIGIT = /[\p{Nd}〇○零一二三四五六七八九十廿幺壹贰叁肆伍陆柒捌玖]/gu;
/** In a formula, A1 and $B$200 are references to cells. */
const REFERENCE = /(?<![\p{L}\p{Nd}])\$?[A-Z]{1,3}\$?\d{1,5}(?![\p{L}\p{Nd}])/giu;

const digitsIn = (text: string): number =>
  (text.startsWith('=') ? text.replace(REFERENCE, '') : text).match(DIGIT)?.length ?? 0;

/** Fewer digits than a mask shows cannot identify anybody. */
const PART_OF_NUMBER = 4;
const LONGEST_SHOWN = 60;

/**
 * The value of a refused cell. In number columns everything that could be a number or a part of one is hidden; words
 * and errors in it, such as 空号 or #N/A, are shown, because they say what to correct.
 */
export function shownCell(column: string, text: string): string | undefined {
  const value = halfWidth(text);
  if (value === '') return undefined;
  if (birthColumns.has(column) && digitsIn(value) > 0) return yearIn(value);
  if (personal.has(column) && digitsIn(value) >= PART_OF_NUMBER)
    return value.length > 4 ? `****${value.slice(-4)}` : '****';
  return value
    .replace(NUMBERS, (digits) => (isDay(digits) ? digits : `****${digits.slice(-4)}`))
    .slice(0, LONGEST_SHOWN);
}

const yearIn = (text: string): string | undefined =>
  /(?<!\d)(?:19|20)\d\d(?=\D|$|\d{4}(?!\d))/.exec(text)?.[0];

const isDay = (digits: string): boolean =>
  /^(?:19|20)\d\d(?:[-\s./]\d{1,2}(?:[-\s./]\d{1,2}(?: \d{1,2})?)?|\d{4})$/.test(digits);
