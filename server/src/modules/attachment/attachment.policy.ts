import { forbidden, requireUnrestricted } from '#platform/access/allow.ts';
import { hasRight, type Reach, reachOf, type Viewer } from '#platform/access/viewer.ts';
import { AppError, notFound } from '#platform/core/errors.ts';
import type { UploadKind } from '#platform/files/uploads-types.ts';
import type { Right } from '#schema/codes/rights.ts';

/** Photos are for visits, spreadsheets for imports and for the results of payments. */
const rightsFor: Record<UploadKind, readonly Right[]> = {
  photo: ['visit.write'],
  sheet: ['import.run', 'payment.send'],
};
const kinds = Object.keys(rightsFor) as UploadKind[];

/** Whether a reach includes any part of a county: all of it, a division in it, or households there. */
const touches = ({ prefixes, cadres }: Reach, countyCode: string): boolean =>
  prefixes.some((prefix) => countyCode.startsWith(prefix) || prefix.startsWith(countyCode)) ||
  cadres.some((cadre) => cadre.countyCode === countyCode);

const bringsTo = (viewer: Viewer, countyCode: string, kind: UploadKind): boolean =>
  rightsFor[kind].some((right) => touches(reachOf(viewer, right), countyCode));

const holdsSome = (viewer: Viewer, kind: UploadKind): boolean =>
  rightsFor[kind].some((right) => hasRight(viewer, right));

export function requireViewer(viewer: Viewer | null): Viewer {
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  requireUnrestricted(viewer);
  return viewer;
}

/**
 * Checked before the first byte is read, when the purpose is unknown: any right to upload files in the county will do.
 */
export function checkMayBringSomething(viewer: Viewer, countyCode: string): void {
  if (!kinds.some((kind) => holdsSome(viewer, kind))) throw new AppError('FORBIDDEN');
  if (!bringsSomethingTo(viewer, countyCode)) throw notFound('county');
}

export function checkMayBring(viewer: Viewer, countyCode: string, kind: UploadKind): void {
  if (!holdsSome(viewer, kind)) throw new AppError('FORBIDDEN');
  if (!bringsTo(viewer, countyCode, kind)) throw notFound('county');
}

/** A list of people holds unmasked numbers; a photo is its uploader's own. */
export function checkMayTakeBack(viewer: Viewer, file: { countyCode: string; mediaType: string }): void {
  const kind = file.mediaType.startsWith('image/') ? 'photo' : 'sheet';
  checkMayBring(viewer, file.countyCode, kind);
  if (kind === 'sheet' && !touches(reachOf(viewer, 'personal.reveal'), file.countyCode))
    throw forbidden('personal.reveal');
}

export const bringsSomethingTo = (viewer: Viewer, countyCode: string): boolean =>
  kinds.some((kind) => bringsTo(viewer, countyCode, kind));
