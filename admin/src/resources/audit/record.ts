import type { RaRecord } from 'react-admin';

const NO_COUNTY = '000000';

/** The API's id of the record; undefined where the row is about no record, such as a sign-in by a name nobody has. */
export function globalIdOf({ entity, countyCode, entityId }: RaRecord): string | undefined {
  if (entityId === '-') return undefined;
  return countyCode === NO_COUNTY ? `${entity}:${entityId}` : `${entity}:${countyCode}:${entityId}`;
}
