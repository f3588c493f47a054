import { countyIsOpen } from '#modules/county/county.service.ts';
import { requireStepUp } from '#modules/identity/second-factor/step-up/step-up.service.ts';
import { attachmentEntity, factsOfFile } from '#modules/visit/attachment.entity.ts';
import { purposeIn } from '#platform/access/purpose.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { globalId, isUuid, newId, parseGlobalId } from '#platform/core/ids.ts';
import type { StoredUpload } from '#platform/files/uploads.ts';
import type { UploadKind } from '#platform/files/uploads-types.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { insert, remove } from '#platform/write/write.ts';
import {
  bringsSomethingTo,
  checkMayBring,
  checkMayBringSomething,
  checkMayTakeBack,
  requireViewer,
} from './attachment.policy.ts';
import { countiesWithStale, lockStale, selectLooseBefore, selectReadable } from './attachment.queries.ts';

/** More than a phone collects in a week offline, and far less than fills a disk. */
const mostLoose = 300;
const dayMs = 24 * 60 * 60 * 1_000;
export const uploadTidyQueue = 'upload-tidy';

type Receive = (mayKeep: (kind: UploadKind) => void) => Promise<StoredUpload>;

/** Stores a file for a county. Whatever can be refused without its content is refused before it is received. */
export async function uploadFile(ctx: Context, countyCode: string, receive: Receive) {
  const viewer = requireViewer(ctx.viewer);
  if (!/^\d{6}$/.test(countyCode)) throw invalid({ county: 'COUNTY_UNKNOWN' });
  checkMayBringSomething(viewer, countyCode);
  if (!(await countyIsOpen(ctx, countyCode)))
    throw refuse('DIVISION_NOT_LOADED', { county: 'DIVISION_NOT_LOADED' });
  await checkFewLoose(ctx, countyCode, viewer.userId);
  const stored = await receive((kind) => checkMayBring(viewer, countyCode, kind));
  const { storageKey, ...facts } = stored;
  const id = newId();
  try {
    await withTransaction(ctx, async (work) => {
      const uploadedAt = ctx.clock.now().toISOString();
      const row = { ...stored, countyCode, id, uploadedAt, uploadedBy: viewer.userId };
      await insert(work, attachmentEntity, row, { action: 'uploadFile', place: null });
    });
  } catch (error) {
    await ctx.storage.remove(storageKey);
    throw error;
  }
  return { id: globalId('Attachment', countyCode, id), ...facts };
}

/** Refuses an upload while the user has too many unused ones. */
async function checkFewLoose(ctx: Context, countyCode: string, userId: string): Promise<void> {
  const of = { countyCode, userId, since: aDayAgo(ctx) };
  const inTheWay = await selectLooseBefore(ctx, of, mostLoose - 1);
  if (inTheWay === null) return;
  const msLeft = new Date(inTheWay).getTime() + dayMs - ctx.clock.now().getTime();
  throw refuse('RATE_LIMITED', {}, { retryAfterSeconds: Math.max(1, Math.ceil(msLeft / 1_000)) });
}

/**
 * A file that the viewer may see. An id that does not exist answers like one out of reach. An unused upload needs a
 * purpose, which is audited, and a list needs the right to see the unmasked numbers in it.
 */
export async function fileOf(ctx: Context, fileId: string, body: unknown) {
  const viewer = requireViewer(ctx.viewer);
  const parsed = parseGlobalId(fileId);
  const [countyCode = '', id = '', ...rest] = parsed?.parts ?? [];
  if (parsed?.type !== 'Attachment' || !/^\d{6}$/.test(countyCode) || !isUuid(id) || rest.length > 0)
    throw notFound('id');
  const looseOf = bringsSomethingTo(viewer, countyCode) ? viewer.userId : null;
  const row = await selectReadable(ctx, { countyCode, id }, looseOf);
  if (!row) throw notFound('id');
  if (row.visitId !== null) return row;
  checkMayTakeBack(viewer, row);
  const purpose = purposeIn(body);
  await requireStepUp(ctx);
  await withTransaction(ctx, async (work) => {
    const after = { ...factsOfFile(row), purpose };
    auditAct(work, attachmentEntity, row, { action: 'downloadUpload', after });
  });
  return row;
}

const aDayAgo = (ctx: Context): string => new Date(ctx.clock.now().getTime() - dayMs).toISOString();

/**
 * Deletes uploads unused for a day, and returns how many. Files go first: after an interruption the rows are found
 * again.
 */
export async function removeStaleUploads(ctx: Context): Promise<number> {
  const before = aDayAgo(ctx);
  let removed = 0;
  for (const countyCode of await countiesWithStale(ctx, before))
    removed += await removeStaleOf(ctx, countyCode, before);
  return removed;
}

async function removeStaleOf(ctx: Context, countyCode: string, before: string): Promise<number> {
  const batch = 100;
  let removed = 0;
  for (;;) {
    const some = await withTransaction(ctx, async (work) => {
      const rows = await lockStale(work, countyCode, before, batch);
      for (const row of rows) {
        await ctx.storage.remove(row.storageKey);
        await remove(work, attachmentEntity, row, { action: 'removeStaleUpload', place: null });
      }
      return rows.length;
    });
    removed += some;
    if (some < batch) return removed;
  }
}
