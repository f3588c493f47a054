import type { Writable } from 'node:stream';
import type { Context } from '#platform/context.ts';
import type { SheetFile } from '#platform/sheet/read-sheet.ts';
import { markRejectedRows } from '#platform/sheet/rejected-rows.ts';
import { errorMessage } from '#schema/codes/error-codes.ts';
import type { RowError } from './import-file.service.ts';
import type { FileColumns } from './imports.file.ts';

/** The refused rows as a workbook with the reason beside each, to be corrected and handed in again. */
export async function writeRejected(
  ctx: Context,
  file: SheetFile,
  columns: FileColumns,
  errors: readonly RowError[],
  out: Writable | string,
): Promise<void> {
  const headings = new Map(columns.header.recognised.map(({ key, heading }) => [key, heading]));
  const reasons = new Map<number, string[]>();
  for (const { row, column, code } of errors) {
    const reason = `${headings.get(column) ?? column}：${errorMessage(code, ctx.lang)}`;
    reasons.set(row, [...(reasons.get(row) ?? []), reason]);
  }
  const rejections = new Map([...reasons].map(([row, list]) => [row, { reasons: list.join('；') }]));
  await markRejectedRows(file, rejections, out, {
    table: columns,
    reasonHeading: ctx.lang === 'en' ? 'Reason' : '退回原因',
  });
}
