import type { Header } from '#platform/sheet/header/find-header.ts';
import type { ColumnSpec } from '#platform/sheet/header/header-match.ts';
import type { Unnamed } from '#platform/sheet/header/heading-cell.ts';
import { parseDay } from '../normalise.ts';
import { refusedAt, type SheetError } from '../sheet-error.ts';
import { type Cell, columnIndex, type SheetRow } from '../sheet-row.ts';
import { rowClassifier } from './row-classifier.ts';
import { isTitleOver, sectionOf, sectionText } from './section-lines.ts';
import type { SheetPart } from './table-parts.ts';
import { saysOver } from './words-of-state.ts';

/** The result of a first pass over a whole sheet, before its rows are read as records. */
export interface Survey {
  /** Why the sheet cannot be read as one table, if so. */
  fault: SheetError | null;
  /** Whether a title says that the list is no longer current. */
  isTitleOver: boolean;
  /** All lines above the header. */
  titles: string[];
  /** Columns with values and without a heading of their own. */
  unnamed: Map<number, Unnamed>;
}

const MAX_TITLES = 20;

/**
 * Reads a sheet to its end. Refuses, with the line, a sheet with a second table below the first, whose rows would be read
 * under the wrong headings, and one with a section that its heading marks as no longer current.
 */
export async function surveySheet(part: SheetPart, columns: readonly ColumnSpec[]): Promise<Survey> {
  const { sheet, header } = part;
  const classifier = rowClassifier(part, columns);
  const found: Survey = { fault: null, isTitleOver: false, titles: [], unnamed: new Map() };
  const named = namedColumnsOf(header);
  const at = (rowNumber: number) => ({ sheetName: sheet.name, rowNumber });
  let former: ReadonlySet<number> | null = null;
  let said: number | null = null;
  let hasRecords = false;
  for await (const row of sheet.rows()) {
    const line = sectionText(row);
    // A title right above the headings may look like their common group.
    const isTitle = line !== null && row.number < header.headerRow && row.cells[0] !== null;
    if (header.headerRows.includes(row.number) && !isTitle) continue;
    if (row.number < header.firstDataRow) {
      if (found.titles.length < MAX_TITLES)
        found.titles.push(...row.cells.flatMap((cell) => (cell && !cell.merged ? [cell.text] : [])));
      if (line !== null && isTitleOver(line)) found.isTitleOver = true;
      if (former && isRecordBelow(row, former))
        found.fault = refusedAt('HEADINGS_CHANGE', at(header.headerRow));
      else if (classifier.headings.isHeadings(row)) former = filledIn(row);
      if (found.fault) return found;
      continue;
    }
    const section = line === null ? null : sectionOf(line);
    if (section === 'ABOVE' && hasRecords) found.fault = refusedAt('SECTION_OVER', at(row.number));
    else if (section === 'BELOW') said = row.number;
    else if (classifier.headings.isHeadings(row)) {
      if (!classifier.headings.isSame(row)) found.fault = refusedAt('HEADINGS_CHANGE', at(row.number));
    } else if (classifier.kindOf(row) === 'RECORD') {
      hasRecords = true;
      noteUnnamed(row, named, found.unnamed);
      if (said !== null) found.fault = refusedAt('SECTION_OVER', at(said));
    }
    if (found.fault) return found;
  }
  return found;
}

/** The columns that have a heading; a merged heading belongs to its first column. */
const namedColumnsOf = ({ recognised, ignored }: Header): ReadonlySet<number> =>
  new Set(
    [...recognised, ...ignored.filter(({ isContinued }) => !isContinued)].map(({ column }) =>
      columnIndex(column),
    ),
  );

function noteUnnamed({ cells }: SheetRow, named: ReadonlySet<number>, unnamed: Map<number, Unnamed>): void {
  for (const [column, cell] of cells.entries()) {
    if (!cell || cell.merged || named.has(column)) continue;
    const { filled, hasDateOrEnd } = unnamed.get(column) ?? { filled: 0, hasDateOrEnd: false };
    unnamed.set(column, { filled: filled + 1, hasDateOrEnd: hasDateOrEnd || isDateOrEnd(cell) });
  }
}

const LONGEST_STATE = 30;

/** A date, or a word that marks a row as no longer current. */
function isDateOrEnd(cell: Cell): boolean {
  if (cell.kind === 'date') return true;
  if (cell.kind !== 'text' || cell.text.length > LONGEST_STATE) return false;
  return saysOver(cell.text) || parseDay(cell, { months: true }).ok;
}

const filledIn = ({ cells }: SheetRow): ReadonlySet<number> =>
  new Set(cells.flatMap((cell, column) => (cell === null ? [] : [column])));

/** Whether a row above the header is a record of another table. */
const isRecordBelow = ({ cells }: SheetRow, headings: ReadonlySet<number>): boolean =>
  cells.filter((cell, column) => cell !== null && headings.has(column)).length >= 2 &&
  cells.some((cell, column) => cell !== null && headings.has(column) && /\d{4}/.test(cell.text));
