import { extname } from 'node:path';
import { countyIsOpen } from '#modules/county/county.service.ts';
import { record } from '#platform/audit.ts';
import { command } from '#platform/command.ts';
import type { Context } from '#platform/context.ts';
import { invalid, notFound, refuse } from '#platform/errors.ts';
import { newId, parseGlobalId } from '#platform/ids.ts';
import { enqueue } from '#platform/jobs.ts';
import { lockRow } from '#platform/read/lock.ts';
import type { CheckImportInput, StartImportInput } from '#schema/imports/imports.type.ts';
import { importBatchEntity } from './imports.entity.ts';
import { type FileColumns, openFile, storedFile } from './imports.file.ts';
import { divisionOfImport } from './imports.policy.ts';
import { deleteRows, insertBatch, insertRows, selectUpload, updateBatch } from './imports.queries.ts';
import type { Outcome } from './outcome.ts';
import { entityOf, importRowOf, noCounts, summary, tryImport } from './run.service.ts';

export const importQueue = 'import';

/** Reads a file and says of every row what would become of it; nothing is written but that. */
export async function checkImport(ctx: Context, input: CheckImportInput) {
  const { kind, countyCode } = input;
  const divisionCode = divisionOfImport(ctx, countyCode, input.divisionCode ?? null);
  if (!(await countyIsOpen(ctx, countyCode)))
    throw refuse('DIVISION_NOT_LOADED', { 'input.countyCode': 'DIVISION_NOT_LOADED' });
  const upload = await uploadOf(ctx, input);
  const file = await openFile(kind, storedFile(ctx, upload.storageKey, upload.fileName), 'input.fileId');
  const outcomes: Outcome[] = [];
  const counts = await tryImport(
    ctx,
    file,
    { countyCode, divisionCode },
    { take: (some) => outcomes.push(...some) },
  );
  const columns: FileColumns = { sheetName: file.sheetName, header: file.header };
  return command(ctx, 'checkImport', countyCode, input, async (work) => {
    const id = newId();
    // The import keeps a file of its own: uploads that nothing took up are cleared away.
    const storageKey = `imports/${id}${extname(upload.storageKey)}`;
    await ctx.storage.put(storageKey, ctx.storage.get(upload.storageKey));
    const batch = await insertBatch(work, {
      countyCode,
      id,
      divisionCode,
      kind,
      fileName: upload.fileName,
      fileHash: upload.sha256,
      storageKey,
      status: 'CHECKED',
      columns: JSON.stringify(columns),
      total: outcomes.length,
      ...counts,
      createdBy: ctx.viewer?.userId,
      createdAt: ctx.clock.now().toISOString(),
    });
    for (let from = 0; from < outcomes.length; from += 5_000) {
      const some = outcomes.slice(from, from + 5_000);
      // What would be written has no ids yet that mean anything.
      await insertRows(
        work,
        some.map((outcome) => importRowOf(batch, { ...outcome, written: [] })),
      );
    }
    record(work, { ...entityOf(batch), action: 'checkImport', after: summary(batch) });
    return { importBatch: [countyCode, id] };
  });
}

/** A file is known to who uploaded it and to nobody else. */
async function uploadOf(ctx: Context, { countyCode, fileId }: CheckImportInput) {
  const parsed = parseGlobalId(fileId);
  const [county = '', id = ''] = parsed?.parts ?? [];
  if (parsed?.type !== 'Attachment' || !/^[0-9a-f-]{36}$/.test(id))
    throw invalid({ 'input.fileId': 'INVALID_ID' });
  const upload = county === countyCode ? await selectUpload(ctx, { countyCode, id }) : null;
  if (!upload || upload.visitId !== null || upload.uploadedBy !== ctx.viewer?.userId)
    throw notFound('input.fileId');
  return upload;
}

/** Hands a batch to the queue; one that broke off goes on from where it stands. */
export async function startImport(ctx: Context, input: StartImportInput) {
  const [, countyCode = ''] = input.batchId.split(':');
  return command(ctx, 'startImport', countyCode, input, async (work) => {
    const before = await lockRow(work, importBatchEntity, input.batchId, 'input.batchId', 'import.run');
    if (before.status === 'RUNNING') throw refuse('IMPORT_RUNNING', { 'input.batchId': 'IMPORT_RUNNING' });
    const goesOn = before.status === 'FAILED' && before.processed > 0;
    if (before.status !== 'CHECKED' && before.status !== 'FAILED')
      throw refuse('IMPORT_NOT_READY', { 'input.batchId': 'IMPORT_NOT_READY' });
    if (!goesOn) await deleteRows(work, before);
    const after = await updateBatch(work, before, {
      ...(goesOn ? {} : { ...noCounts(), processed: 0 }),
      status: 'RUNNING',
      failure: null,
      startedBy: ctx.viewer?.userId ?? null,
      startedAt: ctx.clock.now().toISOString(),
    });
    record(work, { ...entityOf(after), action: 'startImport', after: summary(after) });
    await enqueue(work, importQueue, { countyCode, id: before.id });
    return { importBatch: [countyCode, before.id] };
  });
}
