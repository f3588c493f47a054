import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { WorkContext } from '#platform/core/context.ts';
import type { PlaceRule } from '#platform/feed/place.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { columnsByName } from '../writable.ts';

type RuleOf<K extends PlaceRule['is']> = PlaceRule & { readonly is: K };
export type Placed<K extends PlaceRule['is']> = Entity & { readonly place: RuleOf<K> };

/** Entities by what their place hangs on: nothing here knows a table by its name. */
export const placed = <K extends PlaceRule['is']>(work: WorkContext, kind: K): Placed<K>[] =>
  entitiesIn(work.catalog).filter((entity): entity is Placed<K> => entity.place?.is === kind);

export function householdsIn(work: WorkContext): Placed<'HOUSEHOLD'> {
  const [entity] = placed(work, 'HOUSEHOLD');
  if (!entity) throw new Error('no entity declares households');
  return entity;
}

export function columnOf(table: PgTable, name: string): PgColumn {
  const column = columnsByName(table)[name];
  if (!column) throw new Error(`no column ${name}`);
  return column;
}
