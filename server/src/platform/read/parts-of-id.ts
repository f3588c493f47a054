import { invalid } from '#platform/core/errors.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import type { Entity } from './entity.ts';
import { columnNamed } from './select.ts';

/** What a part of a key looks like, by the type of its column. */
const shapes: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  bigint: /^\d{1,18}$/,
  integer: /^\d{1,9}$/,
};

/** Parts of a global id of one type, checked; a foreign or broken id is an error at its place. */
export function partsOfId(entity: Entity, id: string, path: string): string[] {
  const parsed = parseGlobalId(id);
  const sound =
    parsed?.type === entity.name &&
    parsed.parts.length === entity.key.length &&
    parsed.parts.every((part, at) => {
      const type = columnNamed(entity, entity.key[at] ?? '').getSQLType();
      return (shapes[type] ?? /^[\w-]{1,40}$/).test(part);
    });
  if (!sound) throw invalid({ [path]: 'INVALID_ID' });
  return [...parsed.parts];
}
