import type { Writable } from 'node:stream';
import type { Header } from './find-header.ts';
import { chooseSheets, type SheetFile } from './read-sheet.ts';
import type { SheetRow } from './sheet-row.ts';
import { type WriteColumn, writeWorkbook } from './write-workbook.ts';

export interface Rejection {
  reasons: string;
}

export interface RejectedRowsOptions {
  /** As `readTable` gave them. */
  table: { sheetName: string; header: Header };
  reasonHeading?: string;
}

/**
 * The refused rows as a workbook that can be corrected and handed in again: the header as it was, the
 * values as text, merged cells filled in, and the reasons in the last column.
 */
export async function markRejectedRows(
  file: SheetFile,
  rejected: ReadonlyMap<number, Rejection>,
  out: Writable | string,
  { table, reasonHeading = '退回原因 / Reason' }: RejectedRowsOptions,
): Promise<void> {
  const [sheet] = await chooseSheets(file, table.sheetName);
  if (!sheet) return;
  const headerRows = await takeHeader(sheet.rows(), table.header);
  const lower = headerRows.at(-1)?.cells ?? [];
  const width = Math.max(0, ...headerRows.map(({ cells }) => cells.length));
  // A file that was corrected and handed in again brings its old reasons along.
  const kept = range(width).filter((column) => lower[column]?.text !== reasonHeading);
  // Columns beyond the header are left out too, so that the reason always stands in the same one.
  const texts = ({ cells }: SheetRow) => kept.map((column) => cells[column]?.text ?? null);

  const columns: WriteColumn[] = kept.map((column) => ({ heading: lower[column]?.text ?? '' }));
  columns.push({ heading: reasonHeading, width: 40 });
  async function* rows(source: AsyncIterable<SheetRow>) {
    for await (const row of source) {
      const rejection = rejected.get(row.number);
      if (rejection) yield [...texts(row), rejection.reasons];
    }
  }
  const name = table.sheetName || 'Sheet1';
  const rowsAbove = headerRows.slice(0, -1).map(texts);
  await writeWorkbook(out, { sheets: [{ name, columns, rowsAbove, rows: rows(sheet.rows()) }] });
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

async function takeHeader(rows: AsyncIterable<SheetRow>, header: Header): Promise<SheetRow[]> {
  const found: SheetRow[] = [];
  for await (const row of rows) {
    if (row.number > header.headerRow) break;
    if (header.headerRows.includes(row.number)) found.push(row);
  }
  return found;
}
