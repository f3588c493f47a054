import { withoutBlanks } from '#schema/text.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from './find-header.ts';
import type { ColumnSpec } from './header-match.ts';
import { chooseSheets, type OpenSheet, type SheetFile } from './read-sheet.ts';
import { SheetError } from './sheet-error.ts';
import { type Cell, type CellNote, columnIndex, type SheetRow } from './sheet-row.ts';

export interface TableRow<Key extends string = string> {
  number: number;
  values: Record<Key, Cell | null>;
  notes?: CellNote[];
}

export interface Table<Key extends string = string> {
  sheetName: string;
  header: Header;
  /** To be iterated once, to the end or not. */
  rows: AsyncGenerator<TableRow<Key>>;
  /** Grows while the rows are read. */
  counts: { data: number; skipped: number };
}

type Spec<Key extends string> = ColumnSpec & { key: Key };

/** The table of the first visible sheet whose header is known. HEADER_NOT_FOUND when there is none. */
export async function readTable<Key extends string>(
  file: SheetFile,
  columns: readonly Spec<Key>[],
  sheetName?: string,
): Promise<Table<Key>> {
  let isEmpty = true;
  for (const sheet of await chooseSheets(file, sheetName)) {
    const rows = sheet.rows();
    const top = await takeRows(rows, HEADER_SEARCH_ROWS);
    if (top.length > 0) isEmpty = false;
    const header = findHeader(top, columns);
    if (header.isFound) return openTable(sheet, header, top, rows, columns);
    await rows.return(undefined);
  }
  throw new SheetError(isEmpty ? 'FILE_EMPTY' : 'HEADER_NOT_FOUND');
}

async function takeRows(rows: AsyncGenerator<SheetRow>, count: number): Promise<SheetRow[]> {
  const taken: SheetRow[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

function openTable<Key extends string>(
  sheet: OpenSheet,
  header: Header,
  top: SheetRow[],
  rest: AsyncGenerator<SheetRow>,
  columns: readonly Spec<Key>[],
): Table<Key> {
  const positions = new Map(header.recognised.map(({ key, column }) => [key, columnIndex(column)]));
  const required = columns.filter((column) => column.required).map(({ key }) => positions.get(key) ?? -1);
  const counts = { data: 0, skipped: 0 };

  async function* rows(): AsyncGenerator<TableRow<Key>> {
    try {
      for await (const row of joined(top, rest)) {
        if (row.number < header.firstDataRow) continue;
        if (isFooter(row, required, [...positions.values()]) || isHeaderAgain(row, header)) {
          counts.skipped += 1;
          continue;
        }
        counts.data += 1;
        const values = {} as Record<Key, Cell | null>;
        for (const { key } of columns) values[key] = row.cells[positions.get(key) ?? -1] ?? null;
        yield row.notes ? { number: row.number, values, notes: row.notes } : { number: row.number, values };
      }
    } finally {
      await rest.return(undefined);
    }
  }
  return { sheetName: sheet.name, header, rows: rows(), counts };
}

async function* joined(top: SheetRow[], rest: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  yield* top;
  yield* rest;
}

const FOOTER =
  /^\(?(合计|小计|总计|共计|审核|审批|制表|填表|填报|负责人|单位负责人|联系人:|说明|填写说明|备注:|注[:1-9一二三]|注$|total|subtotal|note:)/i;

/** Alone in its cell, and so never a value itself. */
const SUM_WORD = /^(合计|小计|总计|共计|total|subtotal):?$/i;

/** A sum, signature or remark: such a word first, and half of the required or two thirds of all columns empty. */
function isFooter(row: SheetRow, required: readonly number[], known: readonly number[]): boolean {
  const first = row.cells.find((cell) => cell !== null && !cell.merged);
  const text = first ? withoutBlanks(first.text) : '';
  if (!FOOTER.test(text)) return false;
  const isFilled = (column: number) => {
    const cell = row.cells[column];
    if (cell === first && SUM_WORD.test(text)) return false;
    return cell !== undefined && cell !== null && !cell.merged;
  };
  const filledRequired = required.filter(isFilled).length;
  if (required.length > 1 && filledRequired * 2 <= required.length) return true;
  return known.filter(isFilled).length * 3 <= known.length;
}

/** Files put together from several sheets repeat their header between the data. */
function isHeaderAgain(row: SheetRow, header: Header): boolean {
  const same = header.recognised.filter(({ column, heading }) => {
    return row.cells[columnIndex(column)]?.text.trim() === heading;
  });
  return same.length >= 2 && same.length * 2 > header.recognised.length;
}
