import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { today } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { perRequest } from '#platform/read/loader.ts';
import { User } from '#schema/identity/user.type.ts';
import { mayManage } from './user.policy.ts';
import { findStandingGrantsOf } from './user.queries.ts';

@Resolver(() => User)
export class ManagedUserResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may act on the account: reset, disable, grant. Not where it holds more than the viewer does, nor an auditor where the viewer is none, nor the other way round.',
  })
  async isManageable(
    @Root() user: { id: string; divisionCode: string | null },
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    const grants = perRequest(ctx, 'User.isManageable', (ids: readonly string[]) =>
      findStandingGrantsOf(ctx, ids, today(ctx.clock)),
    );
    return mayManage(ctx.viewer, user.divisionCode, await grants.load(user.id));
  }
}
