import type { Right } from '../rights.ts';
import type { ImportKind } from './import.codes.ts';

/**
 * What it takes to import a list of each kind: to read what it is compared with, as what becomes of a row tells what is on
 * record, and to write what it writes. Cadres and organizations that a roster adds or changes are asked about row by row.
 */
export const importRights: Readonly<Record<ImportKind, readonly Right[]>> = {
  ROSTER: ['household.read', 'cadre.read', 'pairing.read', 'household.write', 'pairing.write'],
  MEMBERS: ['household.read', 'household.write'],
  VISITS: ['household.read', 'cadre.read', 'pairing.read', 'visit.read', 'visit.write'],
  FUND_DOCUMENTS: ['fund.read', 'fund.write'],
};
