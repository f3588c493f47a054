import { viewerOf, viewerOfToken } from '#modules/identity/session/acting-user.service.ts';
import { forbidden, requireUnrestricted } from '#platform/access/allow.ts';
import { covers, type Reach, reaches, reachOf, type Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import type { Right } from '#schema/codes/rights.ts';

/** What an export was allowed to show, by right. */
export type Seen = Partial<Record<Right, Reach>>;

/** The division an export covers: the one asked for, as far as it may be exported, else all that may be. */
export function divisionOfExport(viewer: Viewer | null, asked: string | null): string {
  const { prefixes } = reachOf(viewer, 'export.run');
  const within =
    asked === null
      ? prefixes
      : prefixes.flatMap((prefix) =>
          asked.startsWith(prefix) ? [asked] : prefix.startsWith(asked) ? [prefix] : [],
        );
  const [only, ...others] = within;
  if (only === undefined) throw notFound('input.divisionCode');
  if (others.length > 0) throw invalid({ 'input.divisionCode': 'REQUIRED_MISSING' });
  return only;
}

/** The same person holding what they hold only as far as the division goes. */
export function narrowed(viewer: Viewer, divisionCode: string): Viewer {
  const holdings = viewer.holdings.flatMap((holding) => {
    if (divisionCode.startsWith(holding.divisionCode)) return [{ ...holding, divisionCode }];
    return holding.divisionCode.startsWith(divisionCode) ? [holding] : [];
  });
  return { ...viewer, holdings };
}

/** Whoever asks, as far as an export of the division goes, with the right to read its rows; else refused. */
export function exporterOf(viewer: Viewer | null, divisionCode: string, right: Right): Viewer {
  requireUnrestricted(viewer);
  if (!viewer || !reaches(reachOf(viewer, 'export.run'), divisionCode)) throw forbidden('export.run');
  const exporter = narrowed(viewer, divisionCode);
  const { prefixes, cadres } = reachOf(exporter, right);
  if (prefixes.length + cadres.length === 0) throw forbidden(right);
  return exporter;
}

/** The one who asked, person or program, with what they hold now. */
export const actingViewer = (
  ctx: Context,
  { startedBy, tokenId }: { startedBy: string; tokenId: string | null },
): Promise<Viewer | null> => (tokenId === null ? viewerOf(ctx, startedBy) : viewerOfToken(ctx, tokenId));

export const seenBy = (exporter: Viewer, rights: readonly Right[]): Seen =>
  Object.fromEntries(rights.map((right) => [right, reachOf(exporter, right)]));

/** Whether somebody sees today all that an export of the division showed. */
export function stillSees(viewer: Viewer | null, divisionCode: string, seen: Seen): boolean {
  if (!viewer || !reaches(reachOf(viewer, 'export.run'), divisionCode)) return false;
  return Object.entries(seen).every(([right, then]) => covers(reachOf(viewer, right as Right), then));
}
