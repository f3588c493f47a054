import { isEnumType } from 'graphql';
import type { WriteCell } from '#platform/sheet/writer/write-workbook.ts';
import { allCodes } from '#schema/codes/all-codes.ts';
import { headingOf } from '#schema/codes/labels/field-labels.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { yesOrNo } from '#schema/codes/yes-no.ts';
import { type ExportColumn, valueAt } from './columns.rules.ts';

/** The row limit of spreadsheet programs, less the heading and some reserve. */
export const rowsOfSheet = 1_000_000;

const lists = new Map(allCodes.map((list) => [list.name, list]));
const separators: Record<Lang, string> = { zh: '、', en: ', ' };

export const headingsOf = (columns: readonly Pick<ExportColumn, 'types' | 'path'>[], lang: Lang): string[] =>
  columns.map(({ types, path }) => headingOf(types, path, lang));

/** The cells of one row. */
export const exportCells = (row: unknown, columns: readonly ExportColumn[], lang: Lang): WriteCell[] =>
  columns.map((column) => cellOf(valueAt(row, column.path), column, lang));

export function cellOf(value: unknown, { leaf, isList }: ExportColumn, lang: Lang): WriteCell {
  if (value === null || value === undefined) return null;
  if (isList && Array.isArray(value))
    return value.map((item) => String(wordOf(item, leaf, lang))).join(separators[lang]);
  if (leaf.name === 'Day' && typeof value === 'string') return { day: value };
  if (leaf.name === 'Money' && typeof value === 'string') return moneyCell(value);
  if (leaf.name === 'Instant' && typeof value === 'string') return inShanghai(value);
  if (typeof value === 'number') return value;
  return String(wordOf(value, leaf, lang));
}

/** Spreadsheets keep 15 digits of a number; an amount with more digits stays text, to the fen. */
function moneyCell(amount: string): WriteCell {
  const digits = amount.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length <= 15 ? { decimal: amount } : amount;
}

function wordOf(value: unknown, leaf: ExportColumn['leaf'], lang: Lang): unknown {
  if (typeof value === 'boolean') return yesOrNo(value, lang);
  const list = isEnumType(leaf) ? lists.get(leaf.name) : undefined;
  return list?.has(value) ? list.label(value, lang) : value;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const inShanghai = (instant: string): string => clock.format(new Date(instant));
