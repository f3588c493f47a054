import type { Context } from '#platform/core/context.ts';
import { type Fragment, fragmentOf } from '#platform/database/fragment.ts';
import type { Entity } from '../entity.ts';
import { cachedReach } from '../reach.ts';
import { tableColumns } from '../select.ts';

const scopes = new Map<Entity['scope'], Map<string, Map<Entity, Fragment>>>();
const mostReaches = 2_000;

/** The scope condition of an entity for the viewer; shared by viewers with the same reach. */
export function scopeOf(ctx: Context, entity: Entity, right = entity.right): Fragment {
  const { reach, key } = cachedReach(ctx.viewer, right);
  const byReach = scopes.get(entity.scope) ?? new Map<string, Map<Entity, Fragment>>();
  scopes.set(entity.scope, byReach);
  const known = byReach.get(key)?.get(entity);
  if (known) return known;
  if (byReach.size >= mostReaches) byReach.clear();
  const fragment = fragmentOf(entity.scope(tableColumns(entity), reach));
  byReach.set(key, (byReach.get(key) ?? new Map()).set(entity, fragment));
  return fragment;
}
