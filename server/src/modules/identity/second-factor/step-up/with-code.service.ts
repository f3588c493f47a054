import { beginAttempt } from '#modules/identity/account/lockout.service.ts';
import { findUser, lockUser, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, refuse } from '#platform/core/errors.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { checkCode, isRefused, refusalOfCode, type Shown } from '../codes.service.ts';
import { freeSession, noteOwn, type OwnSession, ownLoginTarget } from '../own-session.ts';
import { noteShown } from '../second-factor.queries.ts';

interface Done {
  readonly work: WorkContext;
  readonly user: UserRow;
  readonly viewer: OwnSession;
  readonly shown: Shown;
}

/**
 * Runs something for a viewer who enters a code of the second factor. A wrong code counts like a wrong password, and
 * nothing is run. Whatever `run` might refuse must be checked before, because afterwards the code is used up.
 */
export async function withCode<R>(
  ctx: Context,
  action: string,
  code: string,
  run: (done: Done) => Promise<R>,
): Promise<R> {
  const viewer = freeSession(ctx);
  const known = await findUser(ctx, viewer.userId);
  if (!known?.secondFactorSince) throw refuse('SECOND_FACTOR_OFF');
  const attempt = await beginAttempt(ctx, ownLoginTarget(viewer, action));
  const outcome = await withTransaction(ctx, async (work) => {
    const user = await lockUser(work, viewer.userId);
    if (user?.status !== 'ACTIVE') throw new AppError('UNAUTHENTICATED');
    const { shown, locked } = await checkCode(work, user, code, attempt);
    if (isRefused(shown)) {
      noteOwn(work, action, user, { outcome: locked ? 'LOCKED_OUT' : shown });
      return { refusal: shown } as const;
    }
    await noteShown(work, viewer.sessionId, work.clock.now().toISOString());
    const { by, recoveryCodesLeft } = shown;
    noteOwn(work, action, user, { outcome: 'SUCCEEDED', shown: by, recoveryCodesLeft });
    return { refusal: null, result: await run({ work, user, viewer, shown }) } as const;
  });
  if (outcome.refusal) throw refusalOfCode(outcome.refusal);
  return outcome.result;
}
