import type { Right } from '../rights.ts';
import type { ImportKind } from './import.codes.ts';

/**
 * What a list of each kind is compared with: what becomes of a row tells what is on record, so that nobody imports who
 * may not read it.
 */
export const importRights: Readonly<Record<ImportKind, readonly Right[]>> = {
  ROSTER: ['household.read', 'cadre.read', 'pairing.read'],
  MEMBERS: ['household.read'],
  VISITS: ['household.read', 'cadre.read', 'pairing.read', 'visit.read'],
};
