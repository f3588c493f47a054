import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { countyIsOpen } from '#modules/county/county.service.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import type { ValueChange } from '#modules/imports/cells/value-changes.rules.ts';
import type { HeadingChoice } from '#modules/imports/headings/chosen-headings.rules.ts';
import { listDayOf } from '#modules/imports/headings/list-day.rules.ts';
import {
  columnsFrom,
  type FileChoice,
  type FileColumns,
  isReadAlike,
  openFile,
} from '#modules/imports/staging/imports.file.ts';
import type { Stage } from '#modules/imports/staging/stage.ts';
import { stageOf } from '#modules/imports/staging/stages.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { traceOf } from '#platform/core/trace.ts';
import { placeOf } from '#platform/sheet/table/read-table.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { insert } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { yuanOf } from '#schema/scalars.ts';
import { chosenHeadings, rememberHeadings } from './headings.service.ts';
import { importBatchEntity } from './imports.entity.ts';
import { commandLineViewer } from './imports.policy.ts';
import {
  type BatchRow,
  selectBroken,
  selectChanged,
  selectHeadings,
  selectRejected,
  selectWarned,
  updateBatch,
} from './imports.queries.ts';
import type { RowOutcome } from './outcome.ts';
import {
  failureOf,
  noRowCounts,
  type Progress,
  type RowCounts,
  runImport,
  tryImport,
} from './run.service.ts';

export interface RowError {
  /** Name of its sheet, where several are read. */
  readonly sheet?: string;
  readonly row: number;
  readonly column: string;
  readonly code: ErrorCode;
}

export interface ImportReport extends RowCounts, FileColumns {
  readonly total: number;
  readonly errors: readonly RowError[];
  /** Values of the refused cells, in the order of `errors`; of identity and phone numbers only the last digits. */
  readonly values: readonly (string | null)[];
  /** Warnings about rows that were not refused. */
  readonly warnings: readonly RowError[];
  readonly changes: readonly RowChange[];
  /** Yuan that the accepted rows bring, by what lists of the kind are summed up by. */
  readonly sums?: Readonly<Record<string, string>>;
}

/** What a row changes of a record. */
export interface RowChange extends ValueChange {
  readonly row: number;
}

interface FileImport {
  readonly kind: ImportKind;
  readonly countyCode: string;
  readonly filePath: string;
  readonly dryRun: boolean;
  readonly sheets?: readonly string[];
  readonly skipHidden?: boolean;
  readonly columnMap?: readonly HeadingChoice[];
  /** The day of the list. */
  readonly asOf?: string | null;
  /** Called once the header has been read. */
  readonly opened?: (columns: FileColumns) => void;
  readonly progress?: Progress;
}

export function errorsOf({ parts }: FileColumns, number: number, faults: readonly Fault[]): RowError[] {
  const { part, row } = placeOf(number);
  const sheet = parts.length > 1 ? { sheet: parts[part]?.name } : {};
  return faults.map(({ column, code }) => ({ ...sheet, row, column, code }));
}

export const valuesOfFaults = (faults: readonly Fault[]) => faults.map(({ value = null }) => value);
const changesOf = (row: number, changes: readonly ValueChange[]): RowChange[] =>
  changes.map((change) => ({ row, ...change }));

/** Imports a file on this machine, for a user of the command line; continues where an earlier run stopped. */
export async function importFile(context: Context, wanted: FileImport): Promise<ImportReport> {
  const { kind, countyCode, filePath, asOf = null } = wanted;
  if (asOf !== null && asOf > today(context.clock)) throw invalid({ 'input.asOf': 'DATE_IN_FUTURE' });
  const ctx: Context = { ...context, viewer: commandLineViewer(countyCode) };
  if (!(await countyIsOpen(ctx, countyCode))) {
    throw refuse('DIVISION_NOT_LOADED', { 'input.countyCode': 'DIVISION_NOT_LOADED' });
  }
  const fileName = path.basename(filePath);
  const choices = wanted.columnMap ?? [];
  const choice: FileChoice = {
    sheets: wanted.sheets,
    skipHidden: wanted.skipHidden,
    headings: chosenHeadings(stageOf(ctx.catalog, kind), choices),
    remembered: await selectHeadings(ctx, countyCode, kind),
  };
  const source = { source: filePath, fileName };
  const file = await openFile(ctx.catalog, kind, source, 'input.fileId', choice, { choices, survey: true });
  const listDay = asOf === null ? listDayOf(file.titles, today(ctx.clock)) : null;
  const { sheetName, header, parts } = file;
  const columns: FileColumns = { sheetName, header, parts, choice, listDay };
  wanted.opened?.(columns);
  const frame = { id: newId(), countyCode, divisionCode: countyCode, asOf };
  const summed = new Map<string, bigint>();
  const sumUp = ({ sums = {} }: RowOutcome): void => {
    for (const [key, fen] of Object.entries(sums)) summed.set(key, (summed.get(key) ?? 0n) + fen);
  };
  if (wanted.dryRun) {
    const errors: RowError[] = [];
    const values: (string | null)[] = [];
    const changed: RowChange[] = [];
    const warned: RowError[] = [];
    const counts = await tryImport(ctx, file, frame, {
      take: async (outcomes) => {
        outcomes.forEach(sumUp);
        for (const { number, faults, changes, warnings } of outcomes) {
          warned.push(...errorsOf(columns, number, warnings));
          errors.push(...errorsOf(columns, number, faults));
          values.push(...valuesOfFaults(faults));
          changed.push(...changesOf(number, changes));
        }
        return true;
      },
      progress: wanted.progress,
    });
    const tried = counts ?? noRowCounts();
    return {
      ...(await file.ended()),
      ...tried,
      total: totalOf(tried),
      errors,
      values,
      warnings: warned,
      changes: changed,
      ...yuanOfSums(file.stage, summed),
    };
  }
  if (file.stage.sumsUp) {
    // As they will be decided; an import that goes on where it broke off has decided a part of them before.
    const again = await openFile(ctx.catalog, kind, source, 'input.fileId', choice, { choices });
    await tryImport(ctx, again, frame, {
      take: async (outcomes) => {
        outcomes.forEach(sumUp);
        return true;
      },
    });
  }
  const batch = await takeUp(ctx, wanted, columns);
  const done = await runImport(ctx, batch, file, { progress: wanted.progress }).catch(
    async (error: unknown) => {
      const failure = failureOf(error);
      await withTransaction(ctx, (work) => updateBatch(work, batch, { status: 'FAILED', failure }));
      if (failure !== 'INTERNAL') throw error;
      // The error of a failed statement would be logged with its values.
      ctx.log.error(traceOf(error), 'import broke off');
      throw refuse('INTERNAL');
    },
  );
  const { created, updated, unchanged, rejected } = done;
  const rows = await selectRejected(ctx, done);
  const refused = rows.map(({ number, errors }) => ({
    number,
    faults: JSON.parse(errors ?? '[]') as Fault[],
  }));
  const errors = refused.flatMap(({ number, faults }) => errorsOf(columns, number, faults));
  const values = refused.flatMap(({ faults }) => valuesOfFaults(faults));
  const changes = (await selectChanged(ctx, done)).flatMap((row) =>
    changesOf(row.number, JSON.parse(row.changes ?? '[]') as ValueChange[]),
  );
  const warnings = (await selectWarned(ctx, done)).flatMap((row) =>
    errorsOf(columns, row.number, JSON.parse(row.warnings ?? '[]') as Fault[]),
  );
  const counts = { created, updated, unchanged, rejected };
  const told = { errors, values, warnings, changes, ...yuanOfSums(file.stage, summed) };
  return { ...(await file.ended()), ...counts, total: totalOf(done), ...told };
}

const yuanOfSums = ({ sumsUp }: Stage, summed: ReadonlyMap<string, bigint>) =>
  sumsUp ? { sums: Object.fromEntries([...summed].map(([key, fen]) => [key, yuanOf(fen)])) } : {};

const totalOf = ({ created, updated, unchanged, rejected }: RowCounts) =>
  created + updated + unchanged + rejected;

/** The unfinished batch of the same file, otherwise a new one with a copy of the file. */
async function takeUp(ctx: Context, wanted: FileImport, columns: FileColumns): Promise<BatchRow> {
  const { kind, countyCode, filePath, asOf = null } = wanted;
  const fileHash = await hashOf(filePath);
  const broken = await selectBroken(ctx, { countyCode, divisionCode: countyCode, kind, fileHash, asOf });
  // With other columns or sheets the rows would differ.
  if (broken && isReadAlike(columnsFrom(broken.columns), columns))
    return withTransaction(ctx, (work) => updateBatch(work, broken, { status: 'RUNNING', failure: null }));
  const id = newId();
  const storageKey = `imports/${id}${path.extname(filePath).toLowerCase()}`;
  await ctx.storage.put(storageKey, createReadStream(filePath));
  return withTransaction(ctx, async (work) => {
    const now = ctx.clock.now().toISOString();
    const made = {
      countyCode,
      id,
      divisionCode: countyCode,
      kind,
      fileName: path.basename(filePath),
      fileHash,
      storageKey,
      asOf,
      status: 'RUNNING',
      columns: JSON.stringify(columns),
      createdAt: now,
      startedAt: now,
    };
    const row = await insert(work, importBatchEntity, made, { action: 'startImport' });
    await rememberHeadings(work, row, columns);
    return row;
  });
}

async function hashOf(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filePath), hash);
  return hash.digest('hex');
}
