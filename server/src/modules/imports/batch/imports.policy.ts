import { forbidden } from '#platform/access/allow.ts';
import { type Reach, reaches, reachOf, type Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importRights } from '#schema/codes/imports/import-rights.ts';
import { allRights } from '#schema/codes/rights.ts';

/** Command-line users may do anything in the county named. */
export const commandLineViewer = (countyCode: string): Viewer => ({
  userId: '00000000-0000-0000-0000-000000000000',
  username: 'command-line',
  displayName: 'command line',
  sessionId: null,
  tokenId: null,
  holdings: [
    { role: 'COMMAND_LINE', divisionCode: countyCode, rights: new Set(allRights), pairedOnly: false },
  ],
  cadres: [],
});

/**
 * The division an import is limited to: the one requested, else all that the right reaches in the county. A county out
 * of reach is reported like one that does not exist.
 */
export function divisionOfImport(ctx: Context, countyCode: string, requestedCode: string | null): string {
  const within = placesOfImport(ctx, countyCode);
  if (requestedCode !== null) {
    const isCovered =
      requestedCode.startsWith(countyCode) && within.some((code) => requestedCode.startsWith(code));
    if (!isCovered) throw notFound('input.divisionCode');
    return requestedCode;
  }
  const [only, ...others] = within;
  if (only === undefined || others.length > 0) throw invalid({ 'input.divisionCode': 'REQUIRED_MISSING' });
  return only;
}

/** Refuses viewers who lack, somewhere in the division, a right to read or write what a list of this kind takes. */
export function checkMayImport(viewer: Viewer | null, kind: ImportKind, divisionCode: string): void {
  const missing = importRights[kind].find((right) => !reaches(reachOf(viewer, right), divisionCode));
  if (missing) throw forbidden(missing);
}

/** Divisions of a county in which the viewer may import; checked before anything else. */
export function placesOfImport(ctx: Context, countyCode: string): string[] {
  const within = divisionsWithin(reachOf(ctx.viewer, 'import.run'), countyCode);
  if (within.length === 0) throw notFound('input.countyCode');
  return within;
}

function divisionsWithin({ prefixes }: Reach, countyCode: string): string[] {
  if (prefixes.some((prefix) => countyCode.startsWith(prefix))) return [countyCode];
  return prefixes.filter((prefix) => prefix.startsWith(countyCode));
}
