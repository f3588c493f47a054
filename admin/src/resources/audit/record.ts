import type { RaRecord } from 'react-admin';

const NO_COUNTY = '000000';

/**
 * The record's global id; undefined where the row concerns no record, such as a failed sign-in with an unknown name.
 */
export function globalIdOf({ entity, countyCode, entityId }: RaRecord): string | undefined {
  if (entityId === '-') return undefined;
  return countyCode === NO_COUNTY ? `${entity}:${entityId}` : `${entity}:${countyCode}:${entityId}`;
}
