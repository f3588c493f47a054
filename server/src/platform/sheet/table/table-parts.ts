import type { ChosenHeadings } from '#platform/sheet/header/chosen-headings.ts';
import {
  findHeader,
  HEADER_SEARCH_ROWS,
  type Header,
  type NoHeader,
} from '#platform/sheet/header/find-header.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import type { Unnamed } from '#platform/sheet/header/heading-cell.ts';
import type { OpenSheet } from '../read-sheet.ts';
import { SheetError, type SheetOffer } from '../sheet-error.ts';
import { columnIndex, type SheetRow } from '../sheet-row.ts';
import { isSetAside } from './words-of-state.ts';

/** A sheet that is read, with the rows its header was found in. */
export interface SheetPart {
  readonly sheet: OpenSheet;
  readonly header: Header;
  readonly top: readonly SheetRow[];
}

export interface UnreadSheet extends SheetOffer {
  /** Rows with content, below the header where it is known. */
  readonly rows: number;
}

interface InspectedSheet {
  sheet: OpenSheet;
  header: Header | NoHeader;
  top: readonly SheetRow[];
}

interface Choice {
  readonly sheets?: readonly string[];
  readonly headings?: ChosenHeadings;
}

export const offerOf = ({ name, fileName, isHidden }: OpenSheet): SheetOffer => ({
  name: fileName ?? name,
  isHidden,
  isSetAside: isSetAside(name),
});

const isOffered = (sheet: OpenSheet): boolean => {
  const { isHidden, isSetAside } = offerOf(sheet);
  return isHidden || isSetAside;
};

/**
 * The sheets to read as one table: the chosen ones, which must have the same columns; else the first with a known header
 * and the others with the same columns. Hidden sheets, and those whose name says that they hold no current records, are
 * read only if chosen.
 */
export async function findParts(
  sheets: readonly OpenSheet[],
  columns: readonly ColumnSpec[],
  choice: Choice,
): Promise<[SheetPart, ...SheetPart[]]> {
  const { sheets: names = [], headings } = choice;
  const isChosen = names.length > 0;
  const wanted = isChosen
    ? names.flatMap((name) => sheetsNamed(sheets, name))
    : sheets.filter((sheet) => !isOffered(sheet));
  const inspected = await inspectSheets(wanted, columns, headings);
  const [first, ...others] = knownIn(inspected);
  if (!first) {
    const rest = isChosen ? [] : await inspectSheets(sheets.filter(isOffered), columns, headings);
    const offers = knownIn(rest).map(({ sheet }) => offerOf(sheet));
    if (offers.length > 0) throw new SheetError('SHEET_UNDECIDED', undefined, undefined, { sheets: offers });
    const isEmpty = [...inspected, ...rest].every(({ top }) => top.length === 0);
    throw new SheetError(isEmpty ? 'FILE_EMPTY' : 'HEADER_NOT_FOUND');
  }
  // A text file is one sheet, whatever its separator.
  if (first.sheet.separator !== undefined) return [first];
  const fitting = others.filter((part) => columnKeysOf(part) === columnKeysOf(first));
  if (isChosen && fitting.length < inspected.length - 1) throw new SheetError('SHEETS_DIFFER');
  return [first, ...fitting];
}

/** A text file is listed once for each separator that it may have. */
function sheetsNamed(sheets: readonly OpenSheet[], name: string): OpenSheet[] {
  const named = sheets.filter((one) => (one.fileName ?? one.name) === name);
  if (named.length === 0) throw new SheetError('SHEET_NOT_FOUND');
  return named;
}

const columnKeysOf = ({ header }: SheetPart): string =>
  header.recognised
    .map(({ key }) => key)
    .sort()
    .join();

const knownIn = (inspected: readonly InspectedSheet[]): SheetPart[] =>
  inspected.flatMap(({ sheet, header, top }) => (header.isFound ? [{ sheet, header, top }] : []));

async function inspectSheets(
  sheets: readonly OpenSheet[],
  columns: readonly ColumnSpec[],
  headings: ChosenHeadings | undefined,
): Promise<InspectedSheet[]> {
  const inspected: InspectedSheet[] = [];
  for (const sheet of sheets) inspected.push(await inspectSheet(sheet, columns, headings));
  return inspected;
}

const withHidden = (sheet: OpenSheet, header: Header): Header => ({
  ...header,
  recognised: header.recognised.map((one) =>
    sheet.hiddenColumns.has(columnIndex(one.column)) ? { ...one, isHidden: true } : one,
  ),
});

/** Adds the columns that have values but no heading of their own, once they are known. */
export function withUnnamed(
  part: SheetPart,
  columns: readonly ColumnSpec[],
  headings: ChosenHeadings | undefined,
  unnamed: ReadonlyMap<number, Unnamed>,
): SheetPart {
  const { sheet, top } = part;
  const header = findHeader(top, columns, headings, unnamed);
  return header.isFound ? { sheet, top, header: withHidden(sheet, header) } : part;
}

async function inspectSheet(
  sheet: OpenSheet,
  columns: readonly ColumnSpec[],
  headings?: ChosenHeadings,
): Promise<InspectedSheet> {
  const top = await takeRows(sheet.rows(), HEADER_SEARCH_ROWS);
  const header = findHeader(top, columns, headings);
  return { sheet, header: header.isFound ? withHidden(sheet, header) : header, top };
}

/** The sheets with content that are not read, with their row counts. */
export async function countRows(
  sheets: readonly OpenSheet[],
  columns: readonly ColumnSpec[],
): Promise<UnreadSheet[]> {
  const unread: UnreadSheet[] = [];
  for (const sheet of sheets) {
    const { header, top } = await inspectSheet(sheet, columns);
    if (top.length === 0) continue;
    const from = header.isFound ? header.firstDataRow : 0;
    let rows = 0;
    for await (const row of sheet.rows()) if (row.number >= from) rows += 1;
    if (rows > 0) unread.push({ ...offerOf(sheet), rows });
  }
  return unread;
}

async function takeRows(rows: AsyncGenerator<SheetRow>, count: number): Promise<SheetRow[]> {
  const taken: SheetRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === count) break;
  }
  return taken;
}
