import type { ChosenHeadings } from '#platform/sheet/header/chosen-headings.ts';
import type { Header } from '#platform/sheet/header/find-header.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import { openSheets, type SheetFile, type SheetPlace } from '../read-sheet.ts';
import { SheetError } from '../sheet-error.ts';
import { type Cell, columnIndex, defaultLimits, type SheetRow } from '../sheet-row.ts';
import { rowClassifier } from './row-classifier.ts';
import { heedStrikes } from './struck-rows.ts';
import { surveySheet } from './survey.ts';
import {
  countRows,
  findParts,
  offerOf,
  type SheetPart,
  type UnreadSheet,
  withUnnamed,
} from './table-parts.ts';

/** The cells of a row by column. */
export interface RowValues<Key extends string = string> {
  /** For the first sheet the number that the spreadsheet shows; see `placeOf` for the others. */
  number: number;
  values: Record<Key, Cell | null>;
}

export interface TableRow<Key extends string = string> extends RowValues<Key> {
  /** All cells of the row from column A on, also those of unrecognised columns. */
  cells: SheetRow['cells'];
}

/** How many rows without a record are listed; the others are only counted. */
const MOST_SKIPPED = 100;

/** Row numbers reserved for each sheet of a table: more than a spreadsheet can have. */
const SHEET_ROWS = 2 ** 21;

/** The sheet of a row within the table, from 0 on, and its number in the spreadsheet. */
export const placeOf = (number: number): { part: number; row: number } => ({
  part: Math.floor(number / SHEET_ROWS),
  row: number % SHEET_ROWS,
});

export const numberOf = ({ part, row }: { part: number; row: number }): number => part * SHEET_ROWS + row;

export interface TablePart extends SheetPlace {
  header: Header;
}

/** A person's choices about the file; without them the file is read as it presents itself. */
export interface TableChoice {
  /** The sheets to read, hidden or not; otherwise all visible ones with the same columns as the first. */
  sheets?: readonly string[];
  /** Leaves out the rows that the spreadsheet hides. */
  skipHidden?: boolean;
  headings?: ChosenHeadings;
  /** Reads each sheet to its end first: what it holds besides records, and whether it is one table. */
  survey?: boolean;
}

export interface Table<Key extends string = string> {
  sheetName: string;
  header: Header;
  /** All sheets that are read as one table; the first one is the one above. */
  parts: TablePart[];
  /** To be iterated once, to the end or not: the sheets one after another. */
  rows: AsyncGenerator<TableRow<Key>>;
  /** Grows while the rows are read. `hidden`: rows that the spreadsheet hides, read or left out. */
  counts: { data: number; skipped: number; hidden: number };
  /** Numbers of the first skipped rows: they hold no record, see `rowTeller`. */
  skippedRows: number[];
  /** Why the sheets cannot be read as one table, if they were surveyed; null where they can. */
  fault: SheetError | null;
  /** Lines above the headers, if the sheets were surveyed. */
  titles: string[];
  /** The texts above the header of each part: titles, and what its amounts are counted in. */
  above: readonly (readonly string[])[];
  /** The sheets with content that are not read; reads them to count their rows. */
  countUnread(): Promise<UnreadSheet[]>;
}

type Spec<Key extends string> = ColumnSpec & { key: Key };

/**
 * The table of the first sheet with a recognised header, and of all others with the same columns: offices keep one
 * sheet per township. HEADER_NOT_FOUND when there is none.
 */
export async function readTable<Key extends string>(
  file: SheetFile,
  columns: readonly Spec<Key>[],
  choice: TableChoice = {},
): Promise<Table<Key>> {
  const sheets = await openSheets(file);
  const parts = await findParts(sheets, columns, choice);
  const titles: string[] = [];
  let fault: SheetError | null = null;
  // Sheets whose title says that they are over.
  const over = new Set<SheetPart['sheet']>();
  if (choice.survey)
    for (const [index, part] of parts.entries()) {
      const surveyed = await surveyPart(part, columns, choice);
      parts[index] = surveyed.part;
      titles.push(...surveyed.titles);
      fault ??= surveyed.fault;
      if (surveyed.isOver) over.add(part.sheet);
    }
  if (over.size > 0)
    fault ??= new SheetError('SHEET_UNDECIDED', undefined, undefined, {
      sheets: parts.map(({ sheet }) => ({ ...offerOf(sheet), isSetAside: over.has(sheet) })),
    });
  const counts = { data: 0, skipped: 0, hidden: 0 };
  const skippedRows: number[] = [];
  async function* rows(): AsyncGenerator<TableRow<Key>> {
    for (const [index, part] of parts.entries()) {
      const skip = (row: number) => {
        counts.skipped += 1;
        if (skippedRows.length < MOST_SKIPPED) skippedRows.push(numberOf({ part: index, row }));
      };
      const ofSheet = tableRows(part, columns, {
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
    fault,
    titles,
    above: parts.map(textsAbove),
    countUnread: () =>
      isCsv
        ? Promise.resolve([])
        : countRows(
            sheets.filter((one) => !isRead.has(one)),
            columns,
          ),
  };
}

const textsAbove = ({ header, top }: SheetPart): string[] =>
  top
    .filter(({ number }) => number < Math.min(...header.headerRows))
    .flatMap(({ cells }) => cells.flatMap((cell) => (cell && !cell.merged ? [cell.text] : [])));

/** For a chosen sheet the title does not matter. */
async function surveyPart(
  part: SheetPart,
  columns: readonly ColumnSpec[],
  { sheets = [], headings }: TableChoice,
): Promise<{ part: SheetPart; isOver: boolean; titles: string[]; fault: SheetError | null }> {
  const { fault, isTitleOver, titles, unnamed } = await surveySheet(part, columns);
  const hasEndDay = part.header.recognised.some(({ key }) => isEnd(columns, key));
  return {
    part: unnamed.size > 0 ? withUnnamed(part, columns, headings, unnamed) : part,
    isOver: isTitleOver && sheets.length === 0 && !hasEndDay,
    titles,
    fault,
  };
}

const isEnd = (columns: readonly ColumnSpec[], key: string): boolean =>
  columns.some((one) => one.key === key && one.isEndDay);

async function* tableRows<Key extends string>(
  part: SheetPart,
  columns: readonly Spec<Key>[],
  { counts, skip, skipHidden }: { counts: Table['counts']; skip: (row: number) => void; skipHidden: boolean },
): AsyncGenerator<TableRow<Key>> {
  const { sheet, header } = part;
  const positions = new Map(header.recognised.map(({ key, column }) => [key, columnIndex(column)]));
  const classifier = rowClassifier(part, columns);
  const known = [...positions.values()];
  for await (const row of sheet.rows()) {
    if (row.number < header.firstDataRow) continue;
    const kind = classifier.kindOf(row);
    if (kind === 'BLANK') continue;
    if (kind === 'NONE') {
      skip(row.number);
      continue;
    }
    const cells = heedStrikes(row, known);
    if (row.isHidden) {
      counts.hidden += 1;
      if (skipHidden) continue;
    }
    counts.data += 1;
    if (counts.data > defaultLimits.maxRows) throw new SheetError('TOO_MANY_ROWS');
    const values = {} as Record<Key, Cell | null>;
    for (const { key } of columns) values[key] = cells[positions.get(key) ?? -1] ?? null;
    yield { number: row.number, values, cells };
  }
}
