import type { GraphQLSchema } from 'graphql';
import { forbidden } from '#platform/access/allow.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import { noCounty } from '#platform/audit/audit.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { enqueue } from '#platform/jobs/send.ts';
import type { Entity } from '#platform/read/entity.ts';
import { reachesAll } from '#platform/read/reach.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { insert, update } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import type { CancelExportInput, ExportRequest, RetryExportInput } from '#schema/exports/exports.type.ts';
import { exportableNamed } from './exports.choices.ts';
import { exportJobEntity } from './exports.entity.ts';
import { divisionOfExport, exporterOf } from './exports.policy.ts';
import { checkNarrowing, countUnderWay, underWay } from './exports.queries.ts';
import { type ExportColumn, exportColumn, usualColumns } from './file/columns.rules.ts';
import { shownNarrowing } from './file/shown-filter.rules.ts';
import { type ExportNarrowing, narrowingOf, narrowingText, pathInInput } from './narrowing.rules.ts';

export const exportQueue = 'export';
export const exportTidyQueue = 'export-tidy';
/** Running and waiting exports of one user. */
const mostAtOnce = 2;

/** Binds a sealed filter to its job. */
export const filterOwner = (id: string): string => `export_job:${id}`;

/** State of a job before it runs. */
const neverStarted = {
  total: null,
  done: 0,
  failure: null,
  startedAt: null,
  finishedAt: null,
  expiresAt: null,
};

/** Enqueues an export; it contains what the user may read when it runs. */
export async function startExport(ctx: Context, api: GraphQLSchema, input: ExportRequest) {
  const entity = exportableNamed(ctx.catalog, input.type);
  const narrowing = narrowingOf(entity, input);
  const inFilter = typeof narrowing.filter.divisionCode === 'string' ? narrowing.filter.divisionCode : null;
  const divisionCode = divisionOfExport(ctx.viewer, input.divisionCode ?? inFilter);
  const exporter = exporterOf(ctx.viewer, divisionCode, entity.right);
  checkAtItsPlace(ctx, entity, narrowing);
  const fields = requestedColumns(api, entity, input, exporter).map(({ path }) => path);
  return command(ctx, 'startExport', noCounty, input, async (work) => {
    const userId = work.viewer?.userId ?? '';
    await refuseTooMany(work, userId);
    const id = newId();
    const { type, format } = input;
    const purpose = input.purpose.trim();
    const row = {
      id,
      divisionCode,
      type,
      format,
      fields,
      filterCipher: ctx.cipher.seal(narrowingText(narrowing), filterOwner(id)),
      lang: ctx.lang,
      purpose,
      startedBy: userId,
      tokenId: work.viewer?.tokenId ?? null,
      createdAt: ctx.clock.now().toISOString(),
    };
    const after = { type, format, ...shownNarrowing(api, entity, narrowing), fields, purpose };
    await insert(work, exportJobEntity, row, { action: 'startExport', after });
    await enqueue(work, exportQueue, { id }, { id });
    return { exportJob: [id] };
  });
}

async function refuseTooMany(ctx: Context, userId: string): Promise<void> {
  if ((await countUnderWay(ctx, userId)) >= mostAtOnce) throw refuse('EXPORT_LIMIT');
}

/** Reports faults of the filter and the conditions at their path in this input. */
function checkAtItsPlace(ctx: Context, entity: Entity, narrowing: ExportNarrowing): void {
  try {
    checkNarrowing(ctx, entity, narrowing);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields: [string, ErrorCode][] = Object.entries(error.fields).map(([path, code]) => [
      pathInInput(entity, path),
      code,
    ]);
    throw new AppError(error.code, Object.fromEntries(fields), { ...error.details });
  }
}

/** Columns of little use in a spreadsheet: versions, and ids of records whose name is in another column. */
const isForPrograms = (path: string): boolean => path === 'version' || path.endsWith('.id');

function requestedColumns(
  api: GraphQLSchema,
  entity: Entity,
  { fields, format }: ExportRequest,
  exporter: Viewer,
): ExportColumn[] {
  const mayRead: Parameters<typeof usualColumns>[2] = (right) => reachesAll(exporter, entity, right);
  if (!fields) {
    const usual = usualColumns(api, entity, mayRead);
    return format === 'XLSX' ? usual.filter(({ path }) => !isForPrograms(path)) : usual;
  }
  return [...new Set(fields)].map((path, at) => {
    const column = exportColumn(api, entity, path);
    if (!column) throw invalid({ [`input.fields.${at}`]: 'FIELD_UNKNOWN' });
    const missing = column.rights.find((right) => !mayRead(right));
    if (missing) throw forbidden(missing, `input.fields.${at}`);
    if (column.isGuarded) throw refuse('FORBIDDEN', { [`input.fields.${at}`]: 'FORBIDDEN' });
    return column;
  });
}

/** Cancels a running export and deletes its partial file. */
export async function cancelExport(ctx: Context, input: CancelExportInput) {
  return command(ctx, 'cancelExport', noCounty, input, async (work) => {
    const job = await lockOwn(work, input.exportId);
    if (!underWay.includes(job.status)) throw refuse('EXPORT_OVER', { 'input.exportId': 'EXPORT_OVER' });
    const status = 'CANCELLED';
    const changes = { status, finishedAt: ctx.clock.now().toISOString(), filterCipher: null };
    await update(work, exportJobEntity, job, changes, {
      action: 'cancelExport',
      before: { status: job.status },
      after: { status },
    });
    return { exportJob: [job.id] };
  });
}

/**
 * Enqueues a failed export again; it is written from the beginning, with what the viewer may read when it runs.
 */
export async function retryExport(ctx: Context, input: RetryExportInput) {
  return command(ctx, 'retryExport', noCounty, input, async (work) => {
    const job = await lockOwn(work, input.exportId);
    exporterOf(work.viewer, job.divisionCode, exportableNamed(work.catalog, job.type).right);
    await refuseTooMany(work, job.startedBy);
    const isOver = !job.expiresAt || new Date(job.expiresAt) <= ctx.clock.now();
    if (isOver || job.status !== 'FAILED' || job.filterCipher === null)
      throw refuse('EXPORT_NOT_FAILED', { 'input.exportId': 'EXPORT_NOT_FAILED' });
    const status = 'QUEUED';
    const again = { ...neverStarted, status, tokenId: work.viewer?.tokenId ?? null };
    await update(work, exportJobEntity, job, again, {
      action: 'retryExport',
      before: { status: job.status, failure: job.failure },
      after: { status, purpose: job.purpose },
    });
    await enqueue(work, exportQueue, { id: job.id }, { id: job.id });
    return { exportJob: [job.id] };
  });
}

/** Locks the viewer's own export; those of others are NOT_FOUND. */
async function lockOwn(work: WorkContext, exportId: string) {
  const job = await lockRow(work, exportJobEntity, exportId, 'input.exportId', 'export.run');
  if (job.startedBy !== work.viewer?.userId) throw refuse('NOT_FOUND', { 'input.exportId': 'NOT_FOUND' });
  return job;
}
