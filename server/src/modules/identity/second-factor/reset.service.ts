import { userEntity } from '#modules/identity/user/user.entity.ts';
import { closeWaysIn, lockManaged } from '#modules/identity/user/user.service.ts';
import { noCounty } from '#platform/audit/audit.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { command } from '#platform/write/command.ts';
import { update } from '#platform/write/write.ts';
import type { ResetSecondFactorInput } from '#schema/identity/second-factor.type.ts';
import { deleteFactor } from './second-factor.queries.ts';

/**
 * Removes the second factor of another user who has lost the phone and the recovery codes. Those who manage the account
 * may do it; that of an auditor only an auditor. All sessions and reset links of that user end.
 */
export async function resetSecondFactor(ctx: Context, input: ResetSecondFactorInput) {
  return command(ctx, 'resetSecondFactor', noCounty, input, async (work) => {
    const before = await lockManaged(work, input.userId, 'input.userId');
    if (before.id === work.viewer?.userId) throw refuse('FORBIDDEN');
    if (before.secondFactorSince === null) {
      throw refuse('SECOND_FACTOR_OFF', { 'input.userId': 'SECOND_FACTOR_OFF' });
    }
    await deleteFactor(work, before.id);
    const facts = { reason: input.reason.trim() };
    const changes = { secondFactorSince: null };
    await update(work, userEntity, before, changes, { action: 'resetSecondFactor', facts });
    await closeWaysIn(work, before.id);
    return { user: [before.id] };
  });
}
