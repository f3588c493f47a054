import { buffer } from 'node:stream/consumers';
import { invalid } from '#platform/core/errors.ts';
import { openSheets } from '#platform/sheet/read-sheet.ts';
import { SheetError } from '#platform/sheet/sheet-error.ts';
import { workbookChunks } from '#platform/sheet/writer/write-workbook.ts';
import { type BatchFacts, bankRows, bankText, type PaymentFacts } from './bank-file.rules.ts';
import type { Layout } from './layout.ts';
import { type Line, linesOf } from './result-file.rules.ts';

/** The file for the bank. */
export async function bankFile(
  layout: Layout,
  batch: BatchFacts,
  payments: readonly PaymentFacts[],
): Promise<Buffer> {
  const rows = bankRows(layout, batch, payments);
  if (layout.fileKind === 'DELIMITED') return bankText(layout, rows);
  const [head = [], ...body] = rows;
  const columns = head.map((heading) => ({ heading, width: 20 }));
  return buffer(workbookChunks([{ name: batch.number, columns, rows: body }]));
}

export const endingOf = ({ fileKind }: Pick<Layout, 'fileKind'>): string =>
  fileKind === 'XLSX' ? 'xlsx' : 'txt';

/** The lines of a file of results with what stands in their cells. */
export async function resultLines(layout: Layout, bytes: Uint8Array, fileName: string): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    if (layout.fileKind === 'DELIMITED') return linesOf(layout, bytes);
    const [sheet] = (await openSheets({ source: bytes, fileName })).filter(({ isHidden }) => !isHidden);
    if (!sheet) throw invalid({ 'input.fileId': 'SHEET_EMPTY' });
    // Of an account that was stored as a number the last digits are lost: it says nothing then.
    for await (const { number, cells } of sheet.rows())
      lines.push({
        number,
        cells: cells.map((cell) => (cell && !cell.precisionLost ? cell.text.trim() : '')),
      });
  } catch (error) {
    if (error instanceof SheetError) throw invalid({ 'input.fileId': error.errorCode });
    throw error;
  }
  return lines;
}
