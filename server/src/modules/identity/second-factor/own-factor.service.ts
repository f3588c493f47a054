import { userEntity } from '#modules/identity/user/user.entity.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { update } from '#platform/write/write.ts';
import type {
  RemoveSecondFactorInput,
  RenewRecoveryCodesInput,
  StepUpInput,
} from '#schema/identity/second-factor.type.ts';
import { giveRecoveryCodes } from './codes.service.ts';
import { freeSession, ownSession } from './own-session.ts';
import { findPolicy, rolesRequireOne } from './policy.queries.ts';
import { countRecoveryCodes, deleteFactor, findShown, noteShown } from './second-factor.queries.ts';
import { goodUntil } from './step-up/step-up.rules.ts';
import { withCode } from './step-up/with-code.service.ts';

/** The viewer's own second factor. */
export async function ownSecondFactor(ctx: Context) {
  const { userId, sessionId } = ownSession(ctx);
  const found = await findShown(ctx, userId, sessionId);
  return {
    since: found?.since ?? null,
    isRequired: await rolesRequireOne(ctx, userId, today(ctx.clock)),
    recoveryCodesLeft: await countRecoveryCodes(ctx, userId),
    shownAt: found?.shownAt ?? null,
  };
}

/** Steps up the session by entering a code again. */
export async function stepUp(ctx: Context, input: StepUpInput) {
  const { stepUpMinutes } = await findPolicy(ctx);
  await withCode(ctx, 'stepUp', input.code, async () => undefined);
  const until = goodUntil(ctx.clock.now().toISOString(), stepUpMinutes);
  return {
    clientMutationId: input.clientMutationId ?? null,
    ok: true,
    goodUntil: new Date(until).toISOString(),
  };
}

export async function renewRecoveryCodes(ctx: Context, input: RenewRecoveryCodesInput) {
  const renewed = await withCode(ctx, 'renewRecoveryCodes', input.code, ({ work, user }) =>
    giveRecoveryCodes(work, user.id),
  );
  return { clientMutationId: input.clientMutationId ?? null, recoveryCodes: renewed };
}

/** Removes the viewer's own second factor, if no role requires one. */
export async function removeSecondFactor(ctx: Context, input: RemoveSecondFactorInput) {
  const { userId } = freeSession(ctx);
  if (await rolesRequireOne(ctx, userId, today(ctx.clock))) throw refuse('SECOND_FACTOR_MANDATORY');
  await withCode(ctx, 'removeSecondFactor', input.code, async ({ work, user, viewer }) => {
    await deleteFactor(work, user.id);
    await update(work, userEntity, { id: user.id }, { secondFactorSince: null }, { auditedAs: 'User' });
    await noteShown(work, viewer.sessionId, null);
  });
  return { clientMutationId: input.clientMutationId ?? null, ok: true };
}
