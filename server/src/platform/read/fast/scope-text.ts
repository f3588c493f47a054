import type { Right } from '#schema/codes/rights.ts';
import type { Context } from '../../context.ts';
import { type Reach, reachOf, type Viewer } from '../../viewer.ts';
import type { Entity } from '../entity.ts';
import { columnsOf } from '../select.ts';
import { type Fragment, fragmentOf } from './stencil.ts';

interface KnownReach {
  readonly reach: Reach;
  /** Equal for reaches that cover the same. */
  readonly key: string;
}

const reaches = new WeakMap<Viewer, Map<Right, KnownReach>>();

/** The reach of a right, worked out once for a request: each request has a viewer of its own. */
export function reachBy(viewer: Viewer | null, right: Right): KnownReach {
  const known = viewer && reaches.get(viewer)?.get(right);
  if (known) return known;
  const reach = reachOf(viewer, right);
  const cadres = reach.cadres.map(({ countyCode, id }) => `${countyCode}:${id}`);
  const found = { reach, key: JSON.stringify([reach.prefixes, cadres]) };
  if (viewer) reaches.set(viewer, (reaches.get(viewer) ?? new Map()).set(right, found));
  return found;
}

const scopes = new Map<Entity['scope'], Map<string, Map<Entity, Fragment>>>();
const mostReaches = 2_000;

/** The condition of an entity's scope for whoever asks; the same for all whose rights reach equally far. */
export function scopeOf(ctx: Context, entity: Entity, right = entity.right): Fragment {
  const { reach, key } = reachBy(ctx.viewer, right);
  const byReach = scopes.get(entity.scope) ?? new Map<string, Map<Entity, Fragment>>();
  scopes.set(entity.scope, byReach);
  const known = byReach.get(key)?.get(entity);
  if (known) return known;
  if (byReach.size >= mostReaches) byReach.clear();
  const fragment = fragmentOf(entity.scope(columnsOf(entity), reach));
  byReach.set(key, (byReach.get(key) ?? new Map()).set(entity, fragment));
  return fragment;
}
