import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { countyIsOpen } from '#modules/county/county.service.ts';
import { record } from '#platform/audit.ts';
import type { Context } from '#platform/context.ts';
import { refuse } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { traceOf } from '#platform/trace.ts';
import { withTransaction } from '#platform/transaction.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import type { ImportKind } from '#schema/codes/import.codes.ts';
import type { Fault } from './cells.rules.ts';
import { type FileColumns, openFile } from './imports.file.ts';
import { commandLineViewer } from './imports.policy.ts';
import { type BatchRow, insertBatch, selectBroken, selectRejected, updateBatch } from './imports.queries.ts';
import {
  type Counts,
  entityOf,
  failureOf,
  noCounts,
  type Progress,
  runImport,
  summary,
  tryImport,
} from './run.service.ts';

export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly code: ErrorCode;
}

export interface ImportReport extends Counts, FileColumns {
  readonly total: number;
  readonly errors: readonly RowError[];
}

interface FileImport {
  readonly kind: ImportKind;
  readonly countyCode: string;
  readonly filePath: string;
  readonly dryRun: boolean;
  /** Told once the header has been understood. */
  readonly opened?: (columns: FileColumns) => void;
  readonly progress?: Progress;
}

const errorsOf = (row: number, faults: readonly Fault[]): RowError[] =>
  faults.map(({ column, code }) => ({ row, column, code }));

/** Imports a file that lies on this machine, for whoever may run commands on it; goes on where it broke off. */
export async function importFile(context: Context, wanted: FileImport): Promise<ImportReport> {
  const { kind, countyCode, filePath } = wanted;
  const ctx: Context = { ...context, viewer: commandLineViewer(countyCode) };
  if (!(await countyIsOpen(ctx, countyCode))) {
    throw refuse('DIVISION_NOT_LOADED', { 'input.countyCode': 'DIVISION_NOT_LOADED' });
  }
  const fileName = path.basename(filePath);
  const file = await openFile(kind, { source: filePath, fileName }, 'input.fileId');
  const columns: FileColumns = { sheetName: file.sheetName, header: file.header };
  wanted.opened?.(columns);
  if (wanted.dryRun) {
    const errors: RowError[] = [];
    const counts = await tryImport(
      ctx,
      file,
      { countyCode, divisionCode: countyCode },
      {
        take: async (outcomes) => {
          for (const { number, faults } of outcomes) errors.push(...errorsOf(number, faults));
          return true;
        },
        progress: wanted.progress,
      },
    );
    const tried = counts ?? noCounts();
    return { ...columns, ...tried, total: totalOf(tried), errors };
  }
  const batch = await takeUp(ctx, wanted, columns);
  const done = await runImport(ctx, batch, file, { progress: wanted.progress }).catch(
    async (error: unknown) => {
      const failure = failureOf(error);
      await withTransaction(ctx, (work) => updateBatch(work, batch, { status: 'FAILED', failure }));
      if (failure !== 'INTERNAL') throw error;
      // The statement that failed would be printed with its values.
      ctx.log.error(traceOf(error), 'import broke off');
      throw refuse('INTERNAL');
    },
  );
  const { created, updated, unchanged, rejected } = done;
  const rows = await selectRejected(ctx, done);
  const errors = rows.flatMap((row) => errorsOf(row.number, JSON.parse(row.errors ?? '[]') as Fault[]));
  return { ...columns, created, updated, unchanged, rejected, total: totalOf(done), errors };
}

const totalOf = ({ created, updated, unchanged, rejected }: Counts) =>
  created + updated + unchanged + rejected;

/** The batch of this very file that broke off, else a new one with a copy of the file. */
async function takeUp(ctx: Context, wanted: FileImport, columns: FileColumns): Promise<BatchRow> {
  const { kind, countyCode, filePath } = wanted;
  const fileHash = await hashOf(filePath);
  const broken = await selectBroken(ctx, { countyCode, divisionCode: countyCode, kind, fileHash });
  if (broken)
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
      status: 'RUNNING',
      columns: JSON.stringify(columns),
      createdAt: now,
      startedAt: now,
    };
    const row = await insertBatch(work, made);
    record(work, { ...entityOf(row), action: 'startImport', after: summary(row) });
    return row;
  });
}

async function hashOf(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filePath), hash);
  return hash.digest('hex');
}
