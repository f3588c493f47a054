import type { Writable } from 'node:stream';
import type { Header } from '#platform/sheet/header/find-header.ts';
import { type WriteColumn, type WriteSheet, writeWorkbook } from '#platform/sheet/writer/write-workbook.ts';
import { openSheet, type SheetFile } from '../read-sheet.ts';
import type { SheetRow } from '../sheet-row.ts';
import { placeOf, type TablePart } from './read-table.ts';

export interface Rejection {
  reasons: string;
}

export interface RejectedRowsOptions {
  /** The sheets that were read, as `readTable` returned them. */
  parts: readonly TablePart[];
  reasonHeading?: string;
}

/**
 * The refused rows as a workbook that can be corrected and uploaded again: each sheet with its header as it was, the
 * values as text, merged cells filled in, and the reasons in the last column.
 */
export async function markRejectedRows(
  file: SheetFile,
  rejected: ReadonlyMap<number, Rejection>,
  out: Writable | string,
  { parts, reasonHeading = '退回原因 / Reason' }: RejectedRowsOptions,
): Promise<void> {
  const bySheet = parts.map(() => new Map<number, Rejection>());
  for (const [number, rejection] of rejected) {
    const { part, row } = placeOf(number);
    bySheet[part]?.set(row, rejection);
  }
  const sheets: WriteSheet[] = [];
  for (const [index, part] of parts.entries()) {
    const ofSheet = bySheet[index];
    // The first sheet stays, so that a file without refused rows is still a valid workbook.
    if (ofSheet && (ofSheet.size > 0 || index === 0))
      sheets.push(await markedSheet(file, ofSheet, part, reasonHeading));
  }
  await writeWorkbook(out, { sheets });
}

async function markedSheet(
  file: SheetFile,
  rejected: ReadonlyMap<number, Rejection>,
  part: TablePart,
  reasonHeading: string,
): Promise<WriteSheet> {
  const sheet = await openSheet(file, part);
  const headerRows = await takeHeader(sheet.rows(), part.header);
  const lower = headerRows.at(-1)?.cells ?? [];
  const width = Math.max(0, ...headerRows.map(({ cells }) => cells.length));
  // A corrected file that is uploaded again still has its old reasons.
  const kept = range(width).filter((column) => lower[column]?.text !== reasonHeading);
  // Columns beyond the header are left out too, so that the reason is always in the same one.
  const texts = ({ cells }: SheetRow) => kept.map((column) => cells[column]?.text ?? null);

  const columns: WriteColumn[] = kept.map((column) => ({ heading: lower[column]?.text ?? '' }));
  columns.push({ heading: reasonHeading, width: 40 });
  async function* rows(source: AsyncIterable<SheetRow>) {
    for await (const row of source) {
      const rejection = rejected.get(row.number);
      if (rejection) yield [...texts(row), rejection.reasons];
    }
  }
  const rowsAbove = headerRows.slice(0, -1).map(texts);
  return { name: part.name || 'Sheet1', columns, rowsAbove, rows: rows(sheet.rows()) };
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
