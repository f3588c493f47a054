import { requireUnrestricted } from '#platform/access/allow.ts';
import { dayOf } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, notFound } from '#platform/core/errors.ts';
import { isUuid, parseGlobalId } from '#platform/core/ids.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { exportJobEntity } from './exports.entity.ts';
import { type Seen, stillSees } from './exports.policy.ts';
import { selectExport } from './exports.queries.ts';

export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly storageKey: string;
}

const mediaTypes: Record<string, string> = {
  JSONL: 'application/x-ndjson; charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The file of the viewer's own export. NOT_FOUND if it belongs to another user, has expired, or contains rows or fields
 * that the viewer may no longer read. Each download is audited with its purpose first.
 */
export async function downloadOf(ctx: Context, id: string): Promise<Download> {
  if (!ctx.viewer) throw new AppError('UNAUTHENTICATED');
  requireUnrestricted(ctx.viewer);
  const parsed = parseGlobalId(id);
  const [bare = ''] = parsed?.type === 'ExportJob' ? parsed.parts : [id];
  const job = isUuid(bare) ? await selectExport(ctx, bare) : null;
  const now = ctx.clock.now().toISOString();
  if (job?.status !== 'DONE' || !job.storageKey || job.startedBy !== ctx.viewer.userId) throw notFound('id');
  if (!job.expiresAt || new Date(job.expiresAt).toISOString() <= now) throw notFound('id');
  const seen = JSON.parse(job.seen ?? 'null') as Seen | null;
  if (!seen || !stillSees(ctx.viewer, job.divisionCode, seen)) throw notFound('id');
  const { type, format, total, purpose } = job;
  await withTransaction(ctx, async (work) => {
    const after = { type, format, total, purpose };
    auditAct(work, exportJobEntity, job, { action: 'downloadExport', after });
  });
  return {
    fileName: `${type}-${dayOf(new Date(job.startedAt ?? job.createdAt))}.${format.toLowerCase()}`,
    mediaType: mediaTypes[format] ?? 'application/octet-stream',
    byteSize: job.byteSize ?? 0,
    storageKey: job.storageKey,
  };
}
