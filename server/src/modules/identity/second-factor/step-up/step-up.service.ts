import { findUser } from '#modules/identity/user/user.queries.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError, refuse } from '#platform/core/errors.ts';
import { findPolicy, rolesRequireOne } from '../policy.queries.ts';
import { findShown } from '../second-factor.queries.ts';
import { goodUntil } from './step-up.rules.ts';

/**
 * Before unmasked numbers are shown: where the policy says so, a code of the second factor must have been entered in
 * this session within the last minutes. Tokens cannot enter one.
 */
export async function requireStepUp(ctx: Context): Promise<void> {
  const { stepUpToReveal, stepUpMinutes } = await findPolicy(ctx);
  if (!stepUpToReveal) return;
  const { viewer } = ctx;
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  if (!viewer.sessionId) throw refuse('TOKEN_NOT_ALLOWED');
  const found = await findShown(ctx, viewer.userId, viewer.sessionId);
  if (!found?.since) throw refuse('SECOND_FACTOR_REQUIRED');
  const isFresh = found.shownAt && ctx.clock.now().getTime() < goodUntil(found.shownAt, stepUpMinutes);
  if (!isFresh) throw refuse('STEP_UP_REQUIRED');
}

/**
 * Making a token requires the second factor that the roles require, also on the command line; a request without it is
 * refused earlier.
 */
export async function requireEnrolled(ctx: Context, userId: string): Promise<void> {
  const user = await findUser(ctx, userId);
  const isMissing = user?.secondFactorSince === null;
  if (isMissing && (await rolesRequireOne(ctx, userId, today(ctx.clock))))
    throw refuse('SECOND_FACTOR_REQUIRED');
}
