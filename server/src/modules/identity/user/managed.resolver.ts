import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/core/context.ts';
import { User } from '#schema/identity/user.type.ts';
import { isManageable } from './managed.service.ts';

@Resolver(() => User)
export class ManagedUserResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may act on the account: reset, disable, grant. Not where it holds more than the viewer does, nor an auditor where the viewer is none, nor the other way round.',
  })
  isManageable(@Root() user: { id: string; divisionCode: string | null }, @Ctx() ctx: Context) {
    return isManageable(ctx, user);
  }
}
