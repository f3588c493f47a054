import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { pageLimits } from '#platform/read/page/page.ts';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { ChangeConnection } from './change.connection.ts';
import { changesAfter, keptDays, latestCursor } from './change.service.ts';

const recipe = `To keep a copy in step: take \`changesCursor\`, then read everything once through the lists, then ask for \`changes\` after that cursor again and again. Put what comes as INSERTED or UPDATED in the place of what you have, forget what comes as REMOVED, and keep \`endCursor\` together with the copy. While \`hasNextPage\` is true ask again at once, else after a while. Records written during the first read may come once more; that does no harm. CURSOR_EXPIRED (after ${keptDays} days, after a restore, or when what you may see has changed) means: begin again.`;

@Resolver()
export class ChangeResolver {
  @Allow('signedIn')
  @Query(() => String, {
    description: `A cursor of this moment for \`changes\`: whatever is written from now on comes after it. ${recipe}`,
  })
  changesCursor(@Ctx() ctx: Context): Promise<string> {
    return latestCursor(ctx);
  }

  @Allow('signedIn')
  @Query(() => ChangeConnection, {
    description: `What was made, changed or removed since a cursor, in order, within the viewer's scope; nothing is left out, in whatever order transactions end. It waits for transactions under way, such as a part of an import. ${recipe}`,
  })
  async changes(
    @Ctx() ctx: Context,
    @Arg('after', () => String, { description: 'Cursor: of `changesCursor`, or of the page before.' })
    after: string,
    @Arg('types', () => [ChangeType.enum], {
      nullable: true,
      description: 'Only these types; all that the viewer may see where it is absent.',
    })
    types: ChangeType[] | null,
    @Arg('first', () => Int, {
      defaultValue: pageLimits.usual,
      description: `Changes of a page at most, 1 to ${pageLimits.first}.`,
    })
    first: number,
  ) {
    const { edges, hasNextPage, endCursor } = await changesAfter(ctx, { after, types, first });
    const startCursor = edges[0]?.cursor ?? null;
    return {
      nodes: edges.map(({ node }) => node),
      edges,
      pageInfo: { hasNextPage, hasPreviousPage: true, startCursor, endCursor },
    };
  }
}
