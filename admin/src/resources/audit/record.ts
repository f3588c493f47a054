import type { RaRecord } from 'react-admin';

const RESOURCES: Readonly<Record<string, string>> = {
  Cadre: 'cadres',
  Household: 'households',
  ImportBatch: 'imports',
  Organization: 'organizations',
  Pairing: 'pairings',
  Problem: 'problems',
  User: 'users',
  Visit: 'visits',
};

/** Where the record of an audit row has a page. */
export const resourceOf = (entity: string): string | undefined => RESOURCES[entity];

const NO_COUNTY = '000000';

/** The API's id of the record; undefined where the row is about no record, such as a sign-in by a name nobody has. */
export function globalIdOf({ entity, countyCode, entityId }: RaRecord): string | undefined {
  if (entityId === '-') return undefined;
  return countyCode === NO_COUNTY ? `${entity}:${entityId}` : `${entity}:${countyCode}:${entityId}`;
}
