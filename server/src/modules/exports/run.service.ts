import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { traceOf } from '#platform/core/trace.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import { enqueue } from '#platform/jobs/send.ts';
import type { Entity } from '#platform/read/entity.ts';
import { listTitles } from '#schema/codes/labels/field-labels.ts';
import type { Lang } from '#schema/codes/lang.ts';
import { exportableNamed } from './exports.choices.ts';
import { actingViewer, exporterOf, type Seen, seenBy, stillSees } from './exports.policy.ts';
import { countRecords, type ExportRow, inSnapshot, selectExport, updateRunning } from './exports.queries.ts';
import { exportQueue, filterOwner } from './exports.service.ts';
import { type ExportColumn, exportColumn } from './file/columns.rules.ts';
import { jsonLines, type Page, workbookOf } from './file/files.ts';
import { answersOf } from './file/rows.ts';
import { type ExportNarrowing, parseNarrowing } from './narrowing.rules.ts';

const daysKept = 7;
const dayMs = 86_400_000;
const retrySeconds = 30;

/** Thrown within a run to stop it: cancelled by its owner, or interrupted by a shutdown and resumed later. */
class LeftOff extends Error {}

/**
 * Writes one export from its beginning. A run that fails leaves no file; a killed process leaves one that the next run
 * removes first.
 */
export async function runExport(
  system: Context,
  api: GraphQLSchema,
  id: string,
  stopping: AbortSignal,
): Promise<void> {
  const ran = await inSnapshot(system, id, async (snapshot) => {
    const job = await selectExport(system, id);
    if (!job || (job.status !== 'QUEUED' && job.status !== 'RUNNING')) return true;
    try {
      await write(system, snapshot, api, job, stopping);
    } catch (error) {
      if (error instanceof LeftOff) return true;
      // The connection was lost, the export did not fail: the queue hands the job out again.
      if (isConnectionLost(error)) throw error;
      system.log.error({ ...traceOf(error), exportId: id }, 'export broke off');
      await fail(system, id, error);
    }
    return true;
  });
  // The other process may have been killed a moment ago, so the job is retried.
  if (ran === null) await enqueue(system, exportQueue, { id }, { afterSeconds: retrySeconds });
}

export async function fail(system: Context, id: string, error: unknown): Promise<void> {
  const failure = error instanceof AppError ? error.code : 'INTERNAL';
  const now = system.clock.now();
  await updateRunning(system, id, {
    status: 'FAILED',
    failure,
    finishedAt: now.toISOString(),
    // Until then its owner may retry it.
    expiresAt: endOfKeeping(now),
    storageKey: null,
  });
}

const endOfKeeping = (from: Date): string => new Date(from.getTime() + daysKept * dayMs).toISOString();

async function write(
  system: Context,
  snapshot: Context,
  api: GraphQLSchema,
  job: ExportRow,
  stopping: AbortSignal,
): Promise<void> {
  if (job.storageKey) await system.storage.remove(job.storageKey);
  const entity = exportableNamed(system.catalog, job.type);
  const exporter = exporterOf(await actingViewer(system, job), job.divisionCode, entity.right);
  const columns = columnsOfJob(api, entity, job);
  const seen = seenBy(exporter, [...new Set([entity.right, ...columns.flatMap(({ rights }) => rights)])]);
  const narrowing = narrowingOfJob(system, job);
  const ctx: Context = { ...snapshot, viewer: exporter, lang: job.lang as Lang };
  const total = await countRecords(ctx, entity, narrowing);
  // A random id and not a time-ordered one, so that file names cannot be guessed from each other.
  const storageKey = `exports/${randomUUID()}.${job.format.toLowerCase()}`;
  const startedAt = system.clock.now().toISOString();
  await step(system, job.id, { status: 'RUNNING', startedAt, total, done: 0, storageKey });
  try {
    const pages = (async function* (): AsyncGenerator<Page> {
      let done = 0;
      for await (const rows of answersOf(ctx, api, entity, columns, narrowing)) {
        if (stopping.aborted) throw new LeftOff();
        yield rows;
        done += rows.length;
        await step(system, job.id, { done });
      }
    })();
    const content = contentOf(job, pages, columns, total);
    const byteSize = await system.storage.put(storageKey, Readable.from(content, { objectMode: false }));
    await finish(system, job, byteSize, seen);
  } catch (error) {
    await system.storage.remove(storageKey);
    throw error;
  }
}

/** What the records are called, as people read the workbook. */
const sheetName = ({ type, lang }: ExportRow): string => listTitles[type]?.[lang === 'zh' ? 0 : 1] ?? type;

const contentOf = (job: ExportRow, pages: AsyncGenerator<Page>, columns: ExportColumn[], total: number) =>
  job.format === 'XLSX'
    ? workbookOf(pages, columns, { name: sheetName(job), lang: job.lang as Lang, total })
    : jsonLines(pages);

/** Fails if fields were removed from the API since the job was started. */
function columnsOfJob(api: GraphQLSchema, entity: Entity, job: ExportRow): ExportColumn[] {
  return job.fields.map((path) => {
    const column = exportColumn(api, entity, path);
    if (!column || column.isGuarded) throw new AppError('FIELD_UNKNOWN');
    return column;
  });
}

const narrowingOfJob = (system: Context, { id, filterCipher }: ExportRow): ExportNarrowing =>
  parseNarrowing(filterCipher ? system.cipher.open(filterCipher, filterOwner(id)) : '{}');

async function step(system: Context, id: string, changes: Partial<ExportRow>): Promise<void> {
  if (!(await updateRunning(system, id, changes))) throw new LeftOff();
}

/** Checks the rights again: if any was withdrawn meanwhile, there is no file. */
async function finish(system: Context, job: ExportRow, byteSize: number, seen: Seen): Promise<void> {
  if (!stillSees(await actingViewer(system, job), job.divisionCode, seen)) throw new AppError('FORBIDDEN');
  const now = system.clock.now();
  await step(system, job.id, {
    status: 'DONE',
    byteSize,
    finishedAt: now.toISOString(),
    expiresAt: endOfKeeping(now),
    seen: JSON.stringify(seen),
  });
}
