import type { WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, notFound } from '#platform/core/errors.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { attachmentEntity } from './attachment.entity.ts';
import { countPhotos, givePhotos, lockUploads, type VisitRow } from './visit.queries.ts';

const mostPhotos = 9;

/** Attaches the viewer's own uploads as photos of a visit. */
export async function attachPhotos(
  work: WorkContext,
  visit: VisitRow,
  photoIds: readonly string[] | null | undefined,
): Promise<void> {
  if (!photoIds || photoIds.length === 0) return;
  if (!work.viewer) throw new AppError('UNAUTHENTICATED');
  const keys = photoIds.map((id, at) => partsOfId(attachmentEntity, id, `input.photoIds.${at}`));
  const ids = keys.map(([, id = '']) => id);
  const uploads = new Map(
    (await lockUploads(work, visit.countyCode, ids, work.viewer.userId)).map((row) => [row.id, row]),
  );
  keys.forEach(([countyCode, id = ''], at) => {
    const upload = countyCode === visit.countyCode ? uploads.get(id) : undefined;
    if (!upload) throw notFound(`input.photoIds.${at}`);
    if (!upload.mediaType.startsWith('image/')) throw invalid({ [`input.photoIds.${at}`]: 'NOT_AN_IMAGE' });
  });
  if ((await countPhotos(work, visit)) + ids.length > mostPhotos) {
    throw invalid({ 'input.photoIds': 'PHOTO_LIMIT' });
  }
  await givePhotos(work, visit.countyCode, ids, visit);
}
