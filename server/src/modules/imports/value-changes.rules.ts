import { Health, LabourAbility, WorkPlace } from '#schema/codes/ability.codes.ts';
import type { CodeList } from '#schema/codes/define-codes.ts';
import { Ethnicity } from '#schema/codes/ethnicity.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { IdentityDocumentKind, PoliticalStatus, Sex } from '#schema/codes/person.codes.ts';
import { Relation } from '#schema/codes/relation.codes.ts';
import { DropoutReason, Education, SchoolStatus } from '#schema/codes/schooling.codes.ts';

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

/** A birth date would complete the masked number beside it: its year is enough. */
const shownOf = (column: string, value: string | null): string | null =>
  column === 'birthOn' && value !== null ? value.slice(0, 4) : value;

/** The fields that differ, under the columns of the sheet that speak of them. */
export function valueChanges<Field extends string>(
  before: Readonly<Record<NoInfer<Field>, unknown>>,
  after: Readonly<Record<NoInfer<Field>, unknown>>,
  columnOf: Readonly<Record<Field, string>>,
): ValueChange[] {
  return (Object.keys(columnOf) as Field[]).flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])];
    const column = columnOf[field];
    return was === is ? [] : [{ column, before: shownOf(column, was), after: shownOf(column, is) }];
  });
}

const lists: Readonly<Record<string, CodeList<string>>> = {
  category: HouseholdCategory,
  helperSex: Sex,
  helperPolitics: PoliticalStatus,
  relation: Relation,
  sex: Sex,
  documentKind: IdentityDocumentKind,
  ethnicity: Ethnicity,
  education: Education,
  schoolStatus: SchoolStatus,
  dropoutReason: DropoutReason,
  labour: LabourAbility,
  health: Health,
  politicalStatus: PoliticalStatus,
  workPlace: WorkPlace,
};
const yesNo: Readonly<Record<string, Record<Lang, string>>> = {
  true: { zh: '是', en: 'Yes' },
  false: { zh: '否', en: 'No' },
};

/** A value as people read it. */
export function inWords(column: string, value: string | null, lang: Lang): string | null {
  if (value === null) return null;
  if (column === 'hasDibao') return yesNo[value]?.[lang] ?? value;
  const list = lists[column];
  if (!list) return value;
  const words = value.split(',').map((key) => (list.has(key) ? list.label(key, lang) : key));
  return words.join(lang === 'zh' ? '、' : ', ');
}

/** Digits that may be somebody's number, wherever they stand: only the end shows. */
const NUMBERS = /[0-9０-９][0-9０-９\s-]{5,}[0-9０-９Xx]/g;
const personal = new Set(['headId', 'residentId', 'householdPhone', 'helperPhone', 'phone']);

/** What stands in a cell, beside the reason why it was refused. */
export function shownCell(column: string, text: string): string | undefined {
  const value = text.normalize('NFKC').trim().slice(0, 60);
  if (value === '') return undefined;
  if (column === 'birthOn') return /\d{4}/.exec(value)?.[0];
  if (personal.has(column)) return value.length > 4 ? `****${value.slice(-4)}` : '****';
  return value.replace(NUMBERS, (digits) => (isDay(digits) ? digits : `****${digits.slice(-4)}`));
}

const isDay = (digits: string): boolean => /^\d{4}([-\s]\d{1,2}([-\s]\d{1,2})?|\d{4})$/.test(digits);
