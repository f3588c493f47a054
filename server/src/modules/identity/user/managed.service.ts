import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { perRequest } from '#platform/read/loader.ts';
import { mayManage } from './user.policy.ts';
import { findStandingGrantsOf } from './user.queries.ts';

/** Whether one may act on an account, as its verbs ask it; of many at once in one statement. */
export async function isManageable(
  ctx: Context,
  user: { id: string; divisionCode: string | null },
): Promise<boolean> {
  const grants = perRequest(ctx, 'User.isManageable', (ids: readonly string[]) =>
    findStandingGrantsOf(ctx, ids, today(ctx.clock)),
  );
  return mayManage(ctx.viewer, user.divisionCode, await grants.load(user.id));
}
