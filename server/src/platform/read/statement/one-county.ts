import { soleCountyOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import type { Entity } from '../entity.ts';
import { scopeOf } from './scope-text.ts';
import type { Fragment } from './sql-template.ts';

/**
 * Whether the viewer sees rows of one county only, and some of each of these entities. A cluster sends a statement to the
 * node of the one county that all of it is of. Rows that a scope hides are on no node: a statement with such rows is planned
 * in pieces, and refused where a view is among them.
 */
export const isOfOneCounty = (ctx: Context, entities: Iterable<Entity>): boolean =>
  soleCountyOf(ctx.viewer) !== undefined &&
  [...entities].every((entity) => !showsNothing(scopeOf(ctx, entity)));

/** A scope that names no place and nobody shows everything or nothing. */
const showsNothing = ({ texts, values }: Fragment): boolean =>
  values.length === 0 && texts.some((text) => /\bfalse\b/.test(text));
