import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '#platform/context.ts';
import { invalid, notFound } from '#platform/errors.ts';
import { parseGlobalId } from '#platform/ids.ts';
import { Allow } from '#platform/read/allow.ts';
import { entityNamed, type Row } from '#platform/read/entity.ts';
import { loadByKey } from '#platform/read/loader.ts';
import { keyOf } from '#platform/read/register.ts';
import { hasRight } from '#platform/viewer.ts';
import { Node } from '#schema/node/node.type.ts';

async function find(ctx: Context, id: string, path: string): Promise<Row | null> {
  const entity = entityNamed(parseGlobalId(id)?.type ?? '');
  // Some types stand only below others and have no id of their own.
  if (!(entity?.type.prototype instanceof Node)) throw invalid({ [path]: 'INVALID_ID' });
  const key = keyOf(entity, id, path);
  return hasRight(ctx.viewer, entity.right) ? loadByKey(ctx, entity, key) : null;
}

@Resolver()
export class NodeResolver {
  @Allow('signedIn')
  @Query(() => Node, {
    description: "Anything by its global id; NOT_FOUND when there is none within the viewer's scope.",
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
      'Several at once, at most 100, in the order asked for; null where there is none within scope.',
  })
  async nodes(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'Global ids.' }) ids: string[],
  ): Promise<(Row | null)[]> {
    if (ids.length > 100) throw invalid({ ids: 'TOO_MANY' });
    return Promise.all(ids.map((id, at) => find(ctx, id, `ids.${at}`)));
  }
}
