import { extname } from 'node:path';
import type { Writable } from 'node:stream';
import { requireStepUp } from '#modules/identity/second-factor/step-up/step-up.service.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { columnsFrom, type FileColumns, storedFile } from '#modules/imports/staging/imports.file.ts';
import { forbidden, requireUnrestricted } from '#platform/access/allow.ts';
import { purposeIn } from '#platform/access/purpose.ts';
import { hasRight, reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, notFound } from '#platform/core/errors.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import type { SheetFile } from '#platform/sheet/read-sheet.ts';
import { numberOf } from '#platform/sheet/table/read-table.ts';
import { markRejectedRows } from '#platform/sheet/table/rejected-rows.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { errorMessage } from '#schema/codes/errors/error-codes.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';
import { errorsOf, type RowError, valuesOfFaults } from './import-file.service.ts';
import { importBatchEntity } from './imports.entity.ts';
import { selectBatch, selectRejected } from './imports.queries.ts';
import { checkHasFile } from './tidy.service.ts';

/** Refused rows and, in the same order, the values of their cells as far as they may be shown. */
interface Refused {
  readonly errors: readonly RowError[];
  readonly values: readonly (string | null)[];
}

/** The refused rows as a workbook with the reason beside each, to be corrected and uploaded again. */
export async function writeRejected(
  ctx: Context,
  kind: ImportKind,
  file: SheetFile,
  columns: FileColumns,
  { errors, values }: Refused,
  out: Writable | string,
): Promise<void> {
  const headings = new Map(columns.header.recognised.map(({ key, heading }) => [key, heading]));
  const reasons = new Map<number, string[]>();
  const partOf = new Map(columns.parts.map(({ name }, part) => [name, part]));
  for (const [at, { sheet = columns.sheetName, row, column, code }] of errors.entries()) {
    const number = numberOf({ part: partOf.get(sheet) ?? 0, row });
    const value = values[at] ? `“${values[at]}”` : '';
    const reason = `${headings.get(column) ?? importColumnLabel(column, ctx.lang, kind)}${value}：${errorMessage(code, ctx.lang)}`;
    reasons.set(number, [...(reasons.get(number) ?? []), reason]);
  }
  const rejections = new Map([...reasons].map(([row, list]) => [row, { reasons: list.join('；') }]));
  await markRejectedRows(file, rejections, out, {
    parts: columns.parts,
    reasonHeading: ctx.lang === 'en' ? 'Why refused' : '退回原因',
  });
}

/**
 * The same for a batch, for viewers who may see it and the unmasked numbers in it. The purpose is audited before the
 * first byte is sent.
 */
export async function rejectedOf(ctx: Context, batchId: string, body: unknown) {
  if (!ctx.viewer) throw new AppError('UNAUTHENTICATED');
  requireUnrestricted(ctx.viewer);
  if (!hasRight(ctx.viewer, importBatchEntity.right)) throw new AppError('FORBIDDEN');
  const key = partsOfId(importBatchEntity, batchId, 'id');
  const visible = await loadByKey(ctx, importBatchEntity, key);
  const [countyCode = '', id = ''] = key;
  const batch = visible ? await selectBatch(ctx, { countyCode, id }) : null;
  if (!batch) throw notFound('id');
  if (!reaches(reachOf(ctx.viewer, 'personal.reveal'), batch.divisionCode))
    throw forbidden('personal.reveal');
  checkHasFile(batch, 'id');
  const purpose = purposeIn(body);
  await requireStepUp(ctx);
  await withTransaction(ctx, async (work) => {
    const after = { rejected: batch.rejected, purpose };
    auditAct(work, importBatchEntity, batch, { action: 'downloadRejectedRows', after });
  });
  const rows = await selectRejected(ctx, batch);
  const columns = columnsFrom(batch.columns);
  const refused = rows.map(({ number, errors }) => ({
    number,
    faults: JSON.parse(errors ?? '[]') as Fault[],
  }));
  const errors = refused.flatMap(({ number, faults }) => errorsOf(columns, number, faults));
  const values = refused.flatMap(({ faults }) => valuesOfFaults(faults));
  const base = batch.fileName.slice(0, batch.fileName.length - extname(batch.fileName).length);
  return {
    fileName: `${base}-${ctx.lang === 'en' ? 'refused' : '退回'}.xlsx`,
    write: async (out: Writable) =>
      writeRejected(
        ctx,
        batch.kind as ImportKind,
        await storedFile(ctx, batch.storageKey, batch.fileName),
        columns,
        { errors, values },
        out,
      ),
  };
}
