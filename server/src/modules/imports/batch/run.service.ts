import { type OpenFile, statesIn } from '#modules/imports/staging/imports.file.ts';
import { formerPlaces, placeFinder, presentPlaces } from '#modules/imports/staging/places.rules.ts';
import { readAhead } from '#modules/imports/staging/read-ahead.ts';
import type { Bounds, ReadRow } from '#modules/imports/staging/stage.ts';
import { statesOf } from '#modules/imports/states/states-of-rows.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import { remembering } from '#platform/core/cipher.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, refuse } from '#platform/core/errors.ts';
import { SheetError } from '#platform/sheet/sheet-error.ts';
import { placeOf, type TableRow } from '#platform/sheet/table/read-table.ts';
import { freshenStatistics } from '#platform/write/bulk.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { update } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { importBatchEntity } from './imports.entity.ts';
import {
  type BatchRow,
  type ImportRowRow,
  lockBatch,
  selectFormerPlaces,
  selectPlaces,
  sendOutcomes,
  sendProgress,
} from './imports.queries.ts';
import type { RowOutcome } from './outcome.ts';

/** Rows per transaction. */
const batchSize = 1_000;

export interface RowCounts {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export const noRowCounts = (): RowCounts => ({ created: 0, updated: 0, unchanged: 0, rejected: 0 });

const counted = {
  CREATED: 'created',
  UPDATED: 'updated',
  UNCHANGED: 'unchanged',
  REJECTED: 'rejected',
} as const;

export function countIn(counts: RowCounts, outcomes: readonly RowOutcome[]): void {
  for (const { result } of outcomes) counts[counted[result]] += 1;
}

export type Progress = (processed: number) => void;

interface Frame {
  /** Id of the batch; cadres with later ids were created after the list was uploaded. */
  readonly id: string;
  readonly countyCode: string;
  readonly divisionCode: string;
  readonly asOf: string | null;
}

const columnsIn = (file: OpenFile) => new Set(file.header.recognised.map(({ key }) => key));

/** Reads the rows of a file in batches, each checked separately. */
async function* readBatches(
  ctx: Context,
  file: OpenFile,
  { countyCode, asOf }: Frame,
): AsyncGenerator<ReadRow[]> {
  const places = await selectPlaces(ctx, countyCode);
  if (places.length === 0) throw refuse('DIVISION_NOT_LOADED', { 'input.countyCode': 'DIVISION_NOT_LOADED' });
  const columns = columnsIn(file);
  const { kind } = file.stage;
  const states = statesIn(file.stage, file.parts);
  const now = today(ctx.clock);
  const read = file.stage.reader({
    today: now,
    asOf,
    has: (column) => columns.has(column),
    wordsAbove: file.wordsAbove,
    findPlace: placeFinder(countyCode, places, formerPlaces(await selectFormerPlaces(ctx, countyCode))),
  });
  let batch: ReadRow[] = [];
  for await (const row of file.rows as AsyncGenerator<TableRow>) {
    const said = statesOf(states[placeOf(row.number).part] ?? [], row, { kind, today: now });
    batch.push(read(row, said));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function boundsOf(ctx: Context, file: OpenFile, frame: Frame): Promise<Bounds> {
  const { id: listId, countyCode, divisionCode, asOf } = frame;
  const reach = reachOf(ctx.viewer, 'import.run');
  const places = await selectPlaces(ctx, countyCode);
  const names = new Map(places.map(({ code, name }) => [code, name]));
  const columns = columnsIn(file);
  return {
    listId,
    today: today(ctx.clock),
    asOf,
    nameOf: (code) => names.get(code) ?? code,
    presentOf: presentPlaces(places, formerPlaces(await selectFormerPlaces(ctx, countyCode))),
    covers: (villageCode) => villageCode.startsWith(divisionCode) && reaches(reach, villageCode),
    has: (column) => columns.has(column),
  };
}

const unsealed = Buffer.alloc(0);

interface Trial {
  /** Called with rows before any of their records are looked up. */
  readonly before?: (rows: readonly ReadRow[]) => Promise<void>;
  readonly take: (outcomes: readonly RowOutcome[]) => Promise<boolean>;
  readonly progress?: Progress;
}

/** Decides every row and writes nothing; null if `take` stops it. */
export async function tryImport(
  ctx: Context,
  file: OpenFile,
  frame: Frame,
  { before, take, progress }: Trial,
): Promise<RowCounts | null> {
  const counts = noRowCounts();
  // Nothing is written, so nothing needs to be encrypted.
  const cipher = { ...remembering(ctx.cipher), seal: () => unsealed };
  const decide = file.stage.trial({ ...ctx, cipher }, frame.countyCode, await boundsOf(ctx, file, frame));
  let processed = 0;
  const { batches, readOn } = readAhead(readBatches(ctx, file, frame));
  for await (const rows of batches) {
    readOn();
    await before?.(rows);
    const outcomes = await decide(rows);
    countIn(counts, outcomes);
    if (!(await take(outcomes))) return null;
    processed += rows.length;
    progress?.(processed);
  }
  if (processed === 0) throw refuse('SHEET_EMPTY', { 'input.fileId': 'SHEET_EMPTY' });
  return counts;
}

/**
 * Writes the rows of a batch that are not written yet, a few hundred per transaction, together with the position
 * reached. Of two runs of the same batch one continues, and the other finds its position taken and stops.
 */
export async function runImport(
  context: Context,
  batch: BatchRow,
  file: OpenFile,
  { progress, stopping }: { progress?: Progress; stopping?: AbortSignal } = {},
): Promise<BatchRow> {
  const ctx: Context = { ...context, cipher: remembering(context.cipher) };
  const bounds = await boundsOf(ctx, file, batch);
  let current = batch;
  let position = 0;
  const { batches, readOn } = readAhead(readBatches(ctx, file, batch));
  for await (const rows of batches) {
    position += rows.length;
    if (position <= batch.processed) continue;
    const open = rows.slice(rows.length - (position - current.processed));
    const after = await writeBatch(ctx, current, file, bounds, open, readOn);
    if (!after) return current;
    current = after;
    // Update statistics often while the tables are small, and rarely later.
    if (Number.isInteger(Math.log2(Math.ceil(position / batchSize)))) await freshenStatistics(ctx);
    progress?.(current.processed);
    if (stopping?.aborted) return current;
  }
  return withTransaction(ctx, async (work) => {
    const locked = await lockBatch(work, batch);
    if (locked?.status !== 'RUNNING') return locked ?? current;
    if (locked.processed === 0) throw refuse('SHEET_EMPTY', { 'input.fileId': 'SHEET_EMPTY' });
    const changes = { status: 'DONE', failure: null, finishedAt: ctx.clock.now().toISOString() };
    return update(work, importBatchEntity, locked, changes, { action: 'finishImport', before: null });
  });
}

/** Tried twice: a concurrent request may create the same cadre or household, which the second try then finds. */
async function writeBatch(
  ctx: Context,
  batch: BatchRow,
  file: OpenFile,
  bounds: Bounds,
  rows: readonly ReadRow[],
  readOn: () => void,
): Promise<BatchRow | null> {
  const write = () =>
    withTransaction(ctx, async (work) => {
      const locked = await lockBatch(work, batch);
      if (locked?.status !== 'RUNNING' || locked.processed !== batch.processed) return null;
      const outcomes = await file.stage.commit(work, batch.countyCode, bounds, rows);
      sendOutcomes(
        work,
        outcomes.map((outcome) => importRowOf(batch, outcome)),
      );
      const counts = noRowCounts();
      countIn(counts, outcomes);
      const processed = locked.processed + rows.length;
      // The database is busy with this batch: read the next one meanwhile.
      readOn();
      return sendProgress(work, locked, {
        processed,
        total: Math.max(locked.total, processed),
        created: locked.created + counts.created,
        updated: locked.updated + counts.updated,
        unchanged: locked.unchanged + counts.unchanged,
        rejected: locked.rejected + counts.rejected,
      });
    });
  return write().catch(write);
}

export function importRowOf(
  { countyCode, id }: Pick<BatchRow, 'countyCode' | 'id'>,
  outcome: RowOutcome,
): ImportRowRow {
  const { number, result, faults, written, changes, warnings } = outcome;
  return {
    countyCode,
    batchId: id,
    rowNumber: number,
    result,
    errors: faults.length > 0 ? JSON.stringify(faults) : null,
    changes: changes.length > 0 ? JSON.stringify(changes) : null,
    warnings: warnings.length > 0 ? JSON.stringify(warnings) : null,
    written: written.length > 0 ? JSON.stringify(written) : null,
  };
}

/** The error code shown for a failed run. */
export function failureOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  return error instanceof SheetError ? error.errorCode : 'INTERNAL';
}
