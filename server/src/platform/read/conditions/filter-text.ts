import type { Viewer } from '#platform/access/viewer.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { type Fragment, fragmentOf } from '#platform/database/fragment.ts';
import { argumentsText } from '#platform/read/page/cursor.ts';
import { conditionsOfList, type PageArgs } from '#platform/read/page/page.ts';
import type { Entity } from '../entity.ts';

const filters = new WeakMap<Viewer, Map<string, Fragment>>();
/** A person looks at a few lists again and again, and the one who is known keeps them from request to request. */
const mostFilters = 50;

/**
 * The conditions of a list's arguments, which cost more to put together than to look up. They depend on who asks, for some are
 * refused, and on the day. What is searched for is in nobody's memory longer than the request.
 */
export function conditionsOf(ctx: Context, entity: Entity, { filter, where }: PageArgs): Fragment {
  const make = () => fragmentOf(conditionsOfList(ctx, entity, { filter, where }));
  const isSearch = Object.keys(filter ?? {}).some((name) => entity.filters[name]?.sought);
  if (!ctx.viewer || isSearch) return make();
  const known = filters.get(ctx.viewer) ?? new Map<string, Fragment>();
  filters.set(ctx.viewer, known);
  const key = `${entity.name} ${today(ctx.clock)} ${argumentsText([filter, where])}`;
  const found = known.get(key);
  if (found) return found;
  const made = make();
  if (known.size >= mostFilters) known.clear();
  known.set(key, made);
  return made;
}
