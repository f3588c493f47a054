import { hasRight, type Reach, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { typeNameOf } from '#platform/feed/followed.ts';
import { type Entity, entityNamed } from '#platform/read/entity.ts';
import { isByCounty } from '#platform/read/scope.ts';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { short } from './change.cursor.ts';
import type { ChangeLine } from './change.line.ts';

export function entityOf({ catalog }: Pick<Context, 'catalog'>, type: ChangeType): Entity {
  const entity = entityNamed(catalog, typeNameOf(type));
  if (!entity) throw new Error(`no entity for ${type}`);
  return entity;
}

/** Whether a county shares the records of a type: a viewer who reads a part of the county reads all of them. */
const isShared = (ctx: Pick<Context, 'catalog'>, type: ChangeType): boolean =>
  isByCounty(entityOf(ctx, type).scope);
export const sharedTypes = (ctx: Pick<Context, 'catalog'>): ChangeType[] =>
  ChangeType.keys.filter((type) => isShared(ctx, type));

/** Types to deliver: the requested ones, each of which needs its right, else all that the viewer may read. */
export function typesFor(ctx: Context, requested: readonly ChangeType[] | null): ChangeType[] {
  const mayRead = (type: ChangeType) => hasRight(ctx.viewer, entityOf(ctx, type).right);
  if (!requested) return ChangeType.keys.filter(mayRead);
  requested.forEach((type, at) => {
    if (!mayRead(type)) throw refuse('FORBIDDEN', { [`types.${at}`]: 'FORBIDDEN' });
  });
  return [...new Set(requested)];
}

/** The union of the viewer's reach over all the rights, for a first filter. */
export function wholeReach(ctx: Context, types: readonly ChangeType[]): Reach {
  const reaches = types.map((type) => reachOf(ctx.viewer, entityOf(ctx, type).right));
  const cadres = new Map(reaches.flatMap((reach) => reach.cadres).map((cadre) => [cadre.id, cadre]));
  return {
    prefixes: [...new Set(reaches.flatMap(({ prefixes }) => prefixes))],
    cadres: [...cadres.values()],
  };
}

/** A hash of the viewer's reach: changes whenever the viewer may read more or less than before. */
export function reachMark(ctx: Context): string {
  const rights = [...new Set(ChangeType.keys.map((type) => entityOf(ctx, type).right))].sort();
  const reaches = rights.map((right) => {
    const { prefixes, cadres, insurers = [] } = reachOf(ctx.viewer, right);
    const people = [...cadres, ...insurers].map(({ countyCode, id }) => `${countyCode} ${id}`);
    return [right, prefixes, people.sort()];
  });
  return short(JSON.stringify(reaches));
}

const within = ({ prefixes }: Reach, shared: boolean, place: string | null): boolean =>
  place !== null && prefixes.some((prefix) => place.startsWith(shared ? prefix.slice(0, 6) : prefix));

/** Whether a record was within reach before the change; removals of records that never were are not delivered. */
export function wasInReach(ctx: Context, type: ChangeType, line: ChangeLine): boolean {
  const reach = reachOf(ctx.viewer, entityOf(ctx, type).right);
  const shared = isShared(ctx, type);
  if (within(reach, shared, line.place_before) || within(reach, shared, line.place_after)) return true;
  if (reach.cadres.length === 0) return false;
  if (shared) return reach.cadres.some(({ countyCode }) => countyCode === line.county_code);
  return line.helped || reach.cadres.some(({ id }) => id === line.for_cadre_id);
}

/** Whether this change brought it within reach, such as a household that moved in. */
export function cameIntoReach(ctx: Context, type: ChangeType, line: ChangeLine): boolean {
  const reach = reachOf(ctx.viewer, entityOf(ctx, type).right);
  const shared = isShared(ctx, type);
  return (
    reach.cadres.length === 0 &&
    within(reach, shared, line.place_after) &&
    !within(reach, shared, line.place_before)
  );
}
