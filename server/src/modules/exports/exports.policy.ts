import { viewerOf, viewerOfToken } from '#modules/identity/session/acting-user.service.ts';
import { forbidden, requireUnrestricted } from '#platform/access/allow.ts';
import { covers, type Reach, reaches, reachOf, type Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import type { Right } from '#schema/codes/rights.ts';

/** The reach that an export was written with, by right. */
export type Seen = Partial<Record<Right, Reach>>;

/** The division an export covers: the requested one as far as the viewer may export it, else all the viewer may. */
export function divisionOfExport(viewer: Viewer | null, requested: string | null): string {
  const { prefixes } = reachOf(viewer, 'export.run');
  const within =
    requested === null
      ? prefixes
      : prefixes.flatMap((prefix) =>
          requested.startsWith(prefix) ? [requested] : prefix.startsWith(requested) ? [prefix] : [],
        );
  const [only, ...others] = within;
  if (only === undefined) throw notFound('input.divisionCode');
  if (others.length > 0) throw invalid({ 'input.divisionCode': 'REQUIRED_MISSING' });
  return only;
}

/** The viewer with all holdings limited to the division. */
export function narrowed(viewer: Viewer, divisionCode: string): Viewer {
  const holdings = viewer.holdings.flatMap((holding) => {
    if (divisionCode.startsWith(holding.divisionCode)) return [{ ...holding, divisionCode }];
    return holding.divisionCode.startsWith(divisionCode) ? [holding] : [];
  });
  return { ...viewer, holdings };
}

/** The viewer limited to the division; refused without the rights to export it and to read its rows. */
export function exporterOf(viewer: Viewer | null, divisionCode: string, right: Right): Viewer {
  requireUnrestricted(viewer);
  if (!viewer || !reaches(reachOf(viewer, 'export.run'), divisionCode)) throw forbidden('export.run');
  const exporter = narrowed(viewer, divisionCode);
  const { prefixes, cadres } = reachOf(exporter, right);
  if (prefixes.length + cadres.length === 0) throw forbidden(right);
  return exporter;
}

/** The user or API token that started the export, with the rights held now. */
export const actingViewer = (
  ctx: Context,
  { startedBy, tokenId }: { startedBy: string; tokenId: string | null },
): Promise<Viewer | null> => (tokenId === null ? viewerOf(ctx, startedBy) : viewerOfToken(ctx, tokenId));

export const seenBy = (exporter: Viewer, rights: readonly Right[]): Seen =>
  Object.fromEntries(rights.map((right) => [right, reachOf(exporter, right)]));

/** Whether the viewer may still read everything that the export contains. */
export function stillSees(viewer: Viewer | null, divisionCode: string, seen: Seen): boolean {
  if (!viewer || !reaches(reachOf(viewer, 'export.run'), divisionCode)) return false;
  return Object.entries(seen).every(([right, then]) => covers(reachOf(viewer, right as Right), then));
}
