import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Allow, requireRights } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, invalid, notFound } from '#platform/core/errors.ts';
import { parseGlobalId } from '#platform/core/ids.ts';
import { entityNamed, type Row } from '#platform/read/entity.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { Node } from '#schema/node/node.type.ts';

/** Refuses types that the viewer has no right to read, whether or not the record exists. */
async function find(ctx: Context, id: string, path: string): Promise<Row | null> {
  const entity = entityNamed(ctx.catalog, parseGlobalId(id)?.type ?? '');
  // Some types exist only within others and have no id of their own.
  if (!(entity?.type.prototype instanceof Node)) throw invalid({ [path]: 'INVALID_ID' });
  const key = partsOfId(entity, id, path);
  requireRights(ctx.viewer, [entity.right], path);
  return loadByKey(ctx, entity, key);
}

/** Errors of single records are reported at their place in the list; a malformed id refuses the whole list. */
function refusedByItself(error: unknown): Error {
  if (error instanceof AppError && error.code === 'FORBIDDEN') return error;
  throw error;
}

@Resolver()
export class NodeResolver {
  @Allow('signedIn')
  @Query(() => Node, {
    nullable: true,
    description:
      "Anything by its global id. NOT_FOUND when there is none within the viewer's scope, FORBIDDEN for a type that the viewer may not read.",
  })
  async node(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
  ): Promise<Row> {
    const row = await find(ctx, id, 'id');
    if (!row) throw notFound('id');
    return row;
  }

  @Allow('signedIn')
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Several at once, at most 100, in the order asked for; null where there is none within scope, and null with an error at its place for a type that the viewer may not read.',
  })
  async nodes(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'Global ids.' }) ids: string[],
  ): Promise<(Row | null | Error)[]> {
    if (ids.length > 100) throw invalid({ ids: 'TOO_MANY' });
    return Promise.all(ids.map((id, at) => find(ctx, id, `ids.${at}`).catch(refusedByItself)));
  }
}
