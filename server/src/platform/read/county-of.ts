import type { CountyKey } from '#platform/core/ids.ts';
import type { Entity } from './entity.ts';
import { partsOfId } from './parts-of-id.ts';

/** County and id in the global id of a county record; a foreign or broken one is an error at its place. */
export function countyKeyOf(entity: Entity, id: string, path: string): CountyKey {
  const [countyCode = '', ownId = ''] = partsOfId(entity, id, path);
  return { countyCode, id: ownId };
}

/** The county of a record, taken from its id. */
export const countyOf = (entity: Entity, id: string, path: string): string =>
  countyKeyOf(entity, id, path).countyCode;
