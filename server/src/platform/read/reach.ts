import { forbidden } from '#platform/access/allow.ts';
import { covers, hasRight, type Reach, reachOf, type Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { Entity, Row } from './entity.ts';
import { loadComputed } from './loader.ts';
import { tableColumns } from './select.ts';

interface KnownReach {
  readonly reach: Reach;
  /** Equal for reaches that cover the same. */
  readonly key: string;
}

const reachesByViewer = new WeakMap<Viewer, Map<Right, KnownReach>>();

/** The reach of a right, worked out once for a request: each request has a viewer of its own. */
export function cachedReach(viewer: Viewer | null, right: Right): KnownReach {
  const known = viewer && reachesByViewer.get(viewer)?.get(right);
  if (known) return known;
  const reach = reachOf(viewer, right);
  const [cadres, insurers] = [reach.cadres, reach.insurers ?? []].map((people) =>
    people.map(({ countyCode, id }) => `${countyCode}:${id}`),
  );
  const found = { reach, key: JSON.stringify([reach.prefixes, cadres, insurers]) };
  if (viewer) reachesByViewer.set(viewer, (reachesByViewer.get(viewer) ?? new Map()).set(right, found));
  return found;
}

/** Whether a right is held wherever the rows of an entity are visible, so that no row needs a check. */
export function reachesAll(viewer: Viewer | null, entity: Entity, right: Right): boolean {
  if (!hasRight(viewer, right)) return false;
  const wanted = cachedReach(viewer, right);
  const shown = cachedReach(viewer, entity.right);
  return wanted.key === shown.key || covers(wanted.reach, shown.reach);
}

/** Refuses what hangs on a row that one of the rights, held for other places, does not reach. */
export async function requireReach(
  ctx: Context,
  entity: Entity,
  rights: readonly Right[],
  row: Row,
): Promise<void> {
  for (const right of rights) if (!(await isReached(ctx, entity, right, row))) throw forbidden(right);
}

/** Whether a right reaches a row that is shown by another one. */
export async function isReached(ctx: Context, entity: Entity, right: Right, row: Row): Promise<boolean> {
  if (reachesAll(ctx.viewer, entity, right)) return true;
  const reached = entity.scope(tableColumns(entity), cachedReach(ctx.viewer, right).reach);
  return (await loadComputed(ctx, entity, `=${right}`, reached, row)) === true;
}
