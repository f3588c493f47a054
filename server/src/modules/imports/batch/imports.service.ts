import { extname } from 'node:path';
import { countyIsOpen } from '#modules/county/county.service.ts';
import { type HeadingChoice, withFormer } from '#modules/imports/headings/chosen-headings.rules.ts';
import { listDayOf } from '#modules/imports/headings/list-day.rules.ts';
import {
  columnsFrom,
  type FileChoice,
  type FileColumns,
  openFile,
  storedFile,
} from '#modules/imports/staging/imports.file.ts';
import { stageOf } from '#modules/imports/staging/stages.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { enqueue } from '#platform/jobs/send.ts';
import type { Catalog } from '#platform/module/catalog.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import type { SheetFile } from '#platform/sheet/read-sheet.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { insert, update } from '#platform/write/write.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import type {
  CheckImportInput,
  RetryImportCheckInput,
  StartImportInput,
} from '#schema/imports/imports.type.ts';
import { chosenHeadings, rememberHeadings } from './headings.service.ts';
import { importBatchEntity } from './imports.entity.ts';
import { checkMayImport, divisionOfImport, placesOfImport } from './imports.policy.ts';
import { type BatchRow, deleteRows, selectHeadings } from './imports.queries.ts';
import { noRowCounts } from './run.service.ts';
import { checkHasFile } from './tidy.service.ts';
import { uploadOf } from './upload-of.ts';

export const importQueue = 'import';
export const checkQueue = 'import-check';
export const importTidyQueue = 'import-tidy';

/**
 * Accepts a file for import: reads its header at once and refuses an unusable file as a whole; the rows are checked in
 * the background.
 */
export async function checkImport(ctx: Context, input: CheckImportInput) {
  const { kind, countyCode } = input;
  placesOfImport(ctx, countyCode);
  if (input.asOf && input.asOf > today(ctx.clock)) throw invalid({ 'input.asOf': 'DATE_IN_FUTURE' });
  const before = await batchOf(ctx, input);
  // A repeated check keeps the day and the division of the list unless others are given.
  const asOf = input.asOf === undefined ? (before?.asOf ?? null) : input.asOf;
  const requestedCode = input.divisionCode ?? before?.divisionCode ?? null;
  const divisionCode = divisionOfImport(ctx, countyCode, requestedCode);
  checkMayImport(ctx.viewer, kind, divisionCode);
  if (!(await countyIsOpen(ctx, countyCode)))
    throw refuse('DIVISION_NOT_LOADED', { 'input.countyCode': 'DIVISION_NOT_LOADED' });
  const upload = before ?? (await fileOf(ctx, input));
  const choices = input.columnMap ?? [];
  // A repeated check keeps the earlier choices unless others are given.
  const former = before?.kind === kind ? columnsFrom(before.columns) : null;
  const path = input.fileId ? 'input.fileId' : 'input.batchId';
  const choice = {
    sheets: input.sheets ?? former?.choice.sheets,
    skipHidden: input.skipHiddenRows ?? undefined,
    headings: withFormer(chosenHeadings(stageOf(ctx.catalog, kind), choices), former?.parts ?? []),
    remembered: await selectHeadings(ctx, countyCode, kind),
  };
  const sheet = await storedFile(ctx, upload.storageKey, upload.fileName);
  const columns = await surveyColumns(ctx.catalog, kind, sheet, path, choice, choices);
  const listDay = asOf === null ? listDayOf(columns.titles, today(ctx.clock)) : null;
  const mayReveal = reaches(reachOf(ctx.viewer, 'personal.reveal'), divisionCode);
  return command(ctx, 'checkImport', countyCode, input, async (work) => {
    const id = newId();
    // The import stores its own copy: unused uploads are deleted.
    const storageKey = `imports/${id}${extname(upload.storageKey)}`;
    await ctx.storage.put(storageKey, ctx.storage.get(upload.storageKey));
    const row = {
      countyCode,
      id,
      divisionCode,
      kind,
      fileName: upload.fileName,
      fileHash: upload.fileHash,
      storageKey,
      asOf,
      status: 'CHECKING',
      columns: JSON.stringify({ ...columns.found, listDay, ...(!mayReveal && { countsNumbers: true }) }),
      createdBy: ctx.viewer?.userId,
      createdAt: ctx.clock.now().toISOString(),
    };
    await insert(work, importBatchEntity, row, { action: 'checkImport' });
    await enqueue(work, checkQueue, { countyCode, id }, { id });
    return { importBatch: [countyCode, id] };
  });
}

async function surveyColumns(
  catalog: Catalog,
  kind: ImportKind,
  sheet: SheetFile,
  path: string,
  choice: FileChoice,
  choices: readonly HeadingChoice[],
): Promise<{ found: FileColumns; titles: readonly string[] }> {
  const { sheetName, header, parts, rows, titles } = await openFile(catalog, kind, sheet, path, choice, {
    choices,
    survey: true,
  });
  const first = await rows.next();
  await rows.return(undefined);
  if (first.done) throw refuse('SHEET_EMPTY', { [path]: 'SHEET_EMPTY' });
  return { found: { sheetName, header, parts, choice }, titles };
}

interface HandedIn {
  readonly storageKey: string;
  readonly fileName: string;
  readonly fileHash: string;
}

/** The file that was uploaded. */
async function fileOf(ctx: Context, { countyCode, fileId }: CheckImportInput): Promise<HandedIn> {
  if (!fileId) throw invalid({ 'input.fileId': 'REQUIRED_MISSING' });
  const { storageKey, fileName, sha256 } = await uploadOf(ctx, countyCode, fileId);
  return { storageKey, fileName, fileHash: sha256 };
}

/** The batch whose file is to be read in another way, if one is named. */
async function batchOf(
  ctx: Context,
  { countyCode, fileId, batchId }: CheckImportInput,
): Promise<BatchRow | null> {
  if (fileId && batchId) throw invalid({ 'input.batchId': 'TOO_MANY' });
  if (!batchId) return null;
  const key = partsOfId(importBatchEntity, batchId, 'input.batchId');
  const batch = (await loadByKey(ctx, importBatchEntity, key)) as BatchRow | null;
  if (!batch || batch.countyCode !== countyCode) throw notFound('input.batchId');
  checkHasFile(batch, 'input.batchId');
  return batch;
}

/** Queues a batch for import; one that stopped continues from where it is. */
export async function startImport(ctx: Context, input: StartImportInput) {
  const countyCode = countyOf(importBatchEntity, input.batchId, 'input.batchId');
  return command(ctx, 'startImport', countyCode, input, async (work) => {
    const before = await lockRow(work, importBatchEntity, input.batchId, 'input.batchId', 'import.run');
    checkMayImport(ctx.viewer, before.kind as ImportKind, before.divisionCode);
    if (before.status === 'RUNNING') throw refuse('IMPORT_RUNNING', { 'input.batchId': 'IMPORT_RUNNING' });
    checkHasFile(before, 'input.batchId');
    const goesOn = before.status === 'FAILED' && before.processed > 0;
    // A batch whose check failed has never been started.
    if (before.status !== 'CHECKED' && !(before.status === 'FAILED' && before.startedAt))
      throw refuse('IMPORT_NOT_READY', { 'input.batchId': 'IMPORT_NOT_READY' });
    if (!goesOn) await deleteRows(work, before);
    const changes = {
      ...(goesOn ? {} : { ...noRowCounts(), processed: 0 }),
      status: 'RUNNING',
      failure: null,
      startedBy: ctx.viewer?.userId ?? null,
      startedAt: ctx.clock.now().toISOString(),
    };
    const audited = { action: 'startImport', before: null };
    const after = await update(work, importBatchEntity, before, changes, audited);
    if (before.status === 'CHECKED') await rememberHeadings(work, after, columnsFrom(after.columns));
    await enqueue(work, importQueue, { countyCode, id: before.id }, { id: before.id });
    return { importBatch: [countyCode, before.id] };
  });
}

/** Repeats a failed check, with the rights of the person who requests it now. */
export async function retryImportCheck(ctx: Context, input: RetryImportCheckInput) {
  const countyCode = countyOf(importBatchEntity, input.batchId, 'input.batchId');
  return command(ctx, 'retryImportCheck', countyCode, input, async (work) => {
    const before = await lockRow(work, importBatchEntity, input.batchId, 'input.batchId', 'import.run');
    checkMayImport(ctx.viewer, before.kind as ImportKind, before.divisionCode);
    if (before.status !== 'FAILED' || before.startedAt)
      throw refuse('IMPORT_NOT_READY', { 'input.batchId': 'IMPORT_NOT_READY' });
    checkHasFile(before, 'input.batchId');
    const changes = { status: 'CHECKING', failure: null, startedBy: ctx.viewer?.userId ?? null };
    await update(work, importBatchEntity, before, changes, { action: 'retryImportCheck', before: null });
    await enqueue(work, checkQueue, { countyCode, id: before.id }, { id: before.id });
    return { importBatch: [countyCode, before.id] };
  });
}
