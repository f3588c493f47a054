import type { ChosenHeadings } from './chosen-headings.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header, type NoHeader, requiredOf } from './find-header.ts';
import type { ColumnSpec } from './header-match.ts';
import { isBlankLine, isNoData, type Positions } from './no-data-rows.ts';
import { type OpenSheet, openSheets, type SheetFile, type SheetPlace } from './read-sheet.ts';
import { SheetError } from './sheet-error.ts';
import { type Cell, columnIndex, defaultLimits, type SheetRow } from './sheet-row.ts';

/** The cells of a row by the columns they stand in. */
export interface RowValues<Key extends string = string> {
  /** Of the first sheet the number that the spreadsheet shows; see `placeOf` for the others. */
  number: number;
  values: Record<Key, Cell | null>;
}

export interface TableRow<Key extends string = string> extends RowValues<Key> {
  /** All cells of the row, from column A on: those of columns that were not understood as well. */
  cells: SheetRow['cells'];
}

/** Rows without a record that are named; the others are counted. */
const MOST_SKIPPED = 100;

/** Numbers of rows that belong to one sheet of a table: more than a spreadsheet can have. */
const SHEET_ROWS = 2 ** 21;

/** Where a row stands: which of the sheets of the table, from 0 on, and the number that the spreadsheet shows. */
export const placeOf = (number: number): { part: number; row: number } => ({
  part: Math.floor(number / SHEET_ROWS),
  row: number % SHEET_ROWS,
});

export const numberOf = ({ part, row }: { part: number; row: number }): number => part * SHEET_ROWS + row;

export interface TablePart extends SheetPlace {
  header: Header;
}

/** What a person decided about the file; where absent, the file is read as it presents itself. */
export interface TableChoice {
  /** The sheets to read, hidden or not; otherwise all visible ones with the same columns as the first. */
  sheets?: readonly string[];
  /** Leaves out the rows that the spreadsheet hides. */
  skipHidden?: boolean;
  headings?: ChosenHeadings;
}

export interface UnreadSheet {
  name: string;
  isHidden: boolean;
  /** Rows with content, below the header where it is known. */
  rows: number;
}

export interface Table<Key extends string = string> {
  sheetName: string;
  header: Header;
  /** All sheets that are read as one table; the first one is the one above. */
  parts: TablePart[];
  /** To be iterated once, to the end or not: the sheets one after another. */
  rows: AsyncGenerator<TableRow<Key>>;
  /** Grows while the rows are read. `hidden`: those that the spreadsheet does not show, read or left out. */
  counts: { data: number; skipped: number; hidden: number };
  /** Numbers of the first of those that were skipped: they hold no record, see `isNoData`. */
  skippedRows: number[];
  /** The sheets with content that are not read; reads them to count their rows. */
  countUnread(): Promise<UnreadSheet[]>;
}

type Spec<Key extends string> = ColumnSpec & { key: Key };

interface Looked {
  sheet: OpenSheet;
  header: Header | NoHeader;
  isEmpty: boolean;
}

/**
 * The table of the first sheet whose header is known, and of all others with the same columns: offices keep one sheet
 * for each township. HEADER_NOT_FOUND when there is none.
 */
export async function readTable<Key extends string>(
  file: SheetFile,
  columns: readonly Spec<Key>[],
  choice: TableChoice = {},
): Promise<Table<Key>> {
  const sheets = await openSheets(file);
  const wanted = wantedOf(sheets, choice);
  const looked: Looked[] = [];
  for (const sheet of wanted) looked.push(await look(sheet, columns, choice));
  const parts = partsOf(looked, choice);
  const counts = { data: 0, skipped: 0, hidden: 0 };
  const skippedRows: number[] = [];
  async function* rows(): AsyncGenerator<TableRow<Key>> {
    for (const [index, { sheet, header }] of parts.entries()) {
      const skip = (row: number) => {
        counts.skipped += 1;
        if (skippedRows.length < MOST_SKIPPED) skippedRows.push(numberOf({ part: index, row }));
      };
      const ofSheet = tableRows(sheet, header, columns, {
        counts,
        skip,
        skipHidden: choice.skipHidden ?? false,
      });
      for await (const row of ofSheet) yield { ...row, number: numberOf({ part: index, row: row.number }) };
    }
  }
  const [first] = parts;
  const isRead = new Set(parts.map(({ sheet }) => sheet));
  const isCsv = first.sheet.separator !== undefined;
  return {
    sheetName: first.sheet.name,
    header: first.header,
    parts: parts.map(({ sheet: { name, separator }, header }) => ({
      name,
      ...(separator && { separator }),
      header,
    })),
    rows: rows(),
    counts,
    skippedRows,
    countUnread: () =>
      isCsv
        ? Promise.resolve([])
        : countRows(
            sheets.filter((one) => !isRead.has(one)),
            columns,
          ),
  };
}

function wantedOf(sheets: readonly OpenSheet[], { sheets: names }: TableChoice): OpenSheet[] {
  if (!names || names.length === 0) return sheets.filter(({ isHidden }) => !isHidden);
  return names.map((name) => {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new SheetError('SHEET_NOT_FOUND');
    return sheet;
  });
}

async function look<Key extends string>(
  sheet: OpenSheet,
  columns: readonly Spec<Key>[],
  { headings }: TableChoice,
): Promise<Looked> {
  const top = await takeRows(sheet.rows(), HEADER_SEARCH_ROWS);
  const header = findHeader(top, columns, headings);
  if (header.isFound)
    for (const one of header.recognised)
      if (sheet.hiddenColumns.has(columnIndex(one.column))) one.isHidden = true;
  return { sheet, header, isEmpty: top.length === 0 };
}

type Part = { sheet: OpenSheet; header: Header };

/** Sheets that a person chose must all fit together; of the others those that do. */
function partsOf(looked: readonly Looked[], { sheets }: TableChoice): [Part, ...Part[]] {
  const known = looked.flatMap(({ sheet, header }) => (header.isFound ? [{ sheet, header }] : []));
  const [first, ...others] = known;
  if (!first)
    throw new SheetError(looked.every(({ isEmpty }) => isEmpty) ? 'FILE_EMPTY' : 'HEADER_NOT_FOUND');
  // A text is one sheet, however it is separated.
  if (first.sheet.separator !== undefined) return [first];
  const columnsOf = ({ header }: Part) =>
    header.recognised
      .map(({ key }) => key)
      .sort()
      .join();
  const fitting = others.filter((part) => columnsOf(part) === columnsOf(first));
  const isChosen = sheets !== undefined && sheets.length > 0;
  if (isChosen && fitting.length < looked.length - 1) throw new SheetError('SHEETS_DIFFER');
  return [first, ...fitting];
}

async function countRows(
  sheets: readonly OpenSheet[],
  columns: readonly ColumnSpec[],
): Promise<UnreadSheet[]> {
  const unread: UnreadSheet[] = [];
  for (const sheet of sheets) {
    const { header, isEmpty } = await look(sheet, columns as readonly Spec<string>[], {});
    if (isEmpty) continue;
    const from = header.isFound ? header.firstDataRow : 0;
    let rows = 0;
    for await (const row of sheet.rows()) if (row.number >= from) rows += 1;
    if (rows > 0) unread.push({ name: sheet.name, isHidden: sheet.isHidden, rows });
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

async function* tableRows<Key extends string>(
  sheet: OpenSheet,
  header: Header,
  columns: readonly Spec<Key>[],
  { counts, skip, skipHidden }: { counts: Table['counts']; skip: (row: number) => void; skipHidden: boolean },
): AsyncGenerator<TableRow<Key>> {
  const positions = new Map(header.recognised.map(({ key, column }) => [key, columnIndex(column)]));
  const required = requiredOf(columns).map((need) => {
    const way = need.find((keys) => keys.every((key) => positions.has(key)));
    return positions.get(way?.at(-1) ?? '') ?? -1;
  });
  const places: Positions = { required, known: [...positions.values()] };
  for await (const row of sheet.rows()) {
    if (row.number < header.firstDataRow || isBlankLine(row, places)) continue;
    if (isNoData(row, header, places)) {
      skip(row.number);
      continue;
    }
    if (row.isHidden) {
      counts.hidden += 1;
      if (skipHidden) continue;
    }
    counts.data += 1;
    if (counts.data > defaultLimits.maxRows) throw new SheetError('TOO_MANY_ROWS');
    const values = {} as Record<Key, Cell | null>;
    for (const { key } of columns) values[key] = row.cells[positions.get(key) ?? -1] ?? null;
    yield { number: row.number, values, cells: row.cells };
  }
}
