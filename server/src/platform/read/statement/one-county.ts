import { soleCountyOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import type { Entity } from '../entity.ts';
import { tableColumns } from '../select.ts';
import { scopeOf } from './scope-text.ts';

/**
 * Whether all rows of these entities that the viewer may see are of one county, and by their scopes known to be. A cluster
 * sends a statement to the node of the one county that all of it is of. Not so of the audit trail, where what concerns the
 * accounts of a county is in no county's chain; nor where a scope hides all rows, which are on no node then: such a statement
 * is planned in pieces, and refused where a view is among them.
 */
export const isOfOneCounty = (ctx: Context, entities: Iterable<Entity>): boolean =>
  soleCountyOf(ctx.viewer) !== undefined && [...entities].every((entity) => staysInCounty(ctx, entity));

/** Tables without a county are whole on every node. */
const staysInCounty = (ctx: Context, entity: Entity): boolean =>
  tableColumns(entity).countyCode === undefined ||
  scopeOf(ctx, entity).texts.some((text) => text.includes('"county_code" = '));
