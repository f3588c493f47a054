import { holdsIn } from '#modules/identity/user/user.policy.ts';
import { forbidden } from '#platform/access/allow.ts';
import { noCounty } from '#platform/audit/audit.ts';
import type { Context } from '#platform/core/context.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion } from '#platform/write/lock.ts';
import type { SetSecondFactorPolicyInput } from '#schema/identity/second-factor.type.ts';
import { findPolicy, lockPolicy, policyRecord } from './policy.queries.ts';

export const currentPolicy = (ctx: Context) => findPolicy(ctx);

/** Sets the roles that require a second factor, for the whole country; only an administrator of all of it may. */
export async function setSecondFactorPolicy(ctx: Context, input: SetSecondFactorPolicyInput) {
  if (!holdsIn(ctx.viewer, 'settings.write', null)) throw forbidden('settings.write');
  const answer = await command(ctx, 'setSecondFactorPolicy', noCounty, input, async (work) => {
    const before = await lockPolicy(work);
    checkVersion(before, input.expectedVersion);
    const { stepUpToReveal, stepUpMinutes } = input;
    const requiredRoles = [...input.requiredRoles].sort();
    const changes = { requiredRoles, stepUpToReveal, stepUpMinutes };
    await edit(work, policyRecord, before, changes, { action: 'setSecondFactorPolicy' });
    return {};
  });
  return { ...answer, policy: await findPolicy(ctx) };
}
