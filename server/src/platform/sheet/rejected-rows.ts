import type { Writable } from 'node:stream';
import type { Header } from './find-header.ts';
import { chooseSheets, type SheetFile } from './read-sheet.ts';
import type { Cell, SheetRow } from './sheet-row.ts';
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
  const { columns, rowsAbove, width } = await readHeader(sheet.rows(), table.header, reasonHeading);

  async function* rows(source: AsyncIterable<SheetRow>) {
    for await (const row of source) {
      const rejection = rejected.get(row.number);
      if (rejection) yield [...texts(row.cells, width), rejection.reasons];
    }
  }
  const name = table.sheetName || 'Sheet1';
  await writeWorkbook(out, { sheets: [{ name, columns, rowsAbove, rows: rows(sheet.rows()) }] });
}

async function readHeader(rows: AsyncIterable<SheetRow>, header: Header, reasonHeading: string) {
  const found: SheetRow[] = [];
  for await (const row of rows) {
    if (row.number > header.headerRow) break;
    if (header.headerRows.includes(row.number)) found.push(row);
  }
  const width = Math.max(0, ...found.map(({ cells }) => cells.length));
  const lower = texts(found.at(-1)?.cells ?? [], width);
  const columns: WriteColumn[] = lower.map((heading) => ({ heading: heading ?? '' }));
  columns.push({ heading: reasonHeading, width: 40 });
  return { columns, rowsAbove: found.slice(0, -1).map(({ cells }) => texts(cells, width)), width };
}

/** Columns beyond the header are left out, so that the reason always stands in the same one. */
function texts(cells: readonly (Cell | null)[], width: number): (string | null)[] {
  return Array.from({ length: width }, (_, column) => cells[column]?.text ?? null);
}
