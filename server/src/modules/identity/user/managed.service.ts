import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { perRequest } from '#platform/read/loader.ts';
import { mayManage } from './user.policy.ts';
import { findStandingGrantsOf } from './user.queries.ts';

/** Whether the viewer may act on accounts, as the mutations check it; many accounts in one statement. */
export async function isManageable(
  ctx: Context,
  user: { id: string; divisionCode: string | null },
): Promise<boolean> {
  const grants = perRequest(ctx, 'User.isManageable', (ids: readonly string[]) =>
    findStandingGrantsOf(ctx, ids, today(ctx.clock)),
  );
  return mayManage(ctx.viewer, user.divisionCode, await grants.load(user.id));
}
