import { type Attempt, beginAttempt, releaseAttempt } from '#modules/identity/account/lockout.service.ts';
import { doorOf, noteRefusedEntry } from '#modules/identity/account/refused-entry.ts';
import { accountOf } from '#modules/identity/session/me.service.ts';
import { noteLogin, openSession } from '#modules/identity/session/open-session.service.ts';
import { tokenHash } from '#modules/identity/session/secret.ts';
import { findUser, lockUser, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { CompleteLoginInput } from '#schema/identity/second-factor.type.ts';
import { type CodeRefusal, checkCode, isRefused, refusalOfCode } from '../codes.service.ts';
import { deleteChallenge, findChallenge, takeTry } from './challenge.queries.ts';

const mostTries = 5;

interface Entered {
  readonly token: string;
  readonly recoveryCodesLeft: number | null;
}

/** The second step of a sign-in: a code for the challenge returned by the password step. */
export async function completeLogin(ctx: Context, input: CompleteLoginInput) {
  const challenge = await findChallenge(ctx, tokenHash(input.challenge), ctx.clock.now().toISOString());
  const user = challenge && (await findUser(ctx, challenge.userId));
  if (!challenge || !user) throw challengeInvalid();
  // Counts towards the same ten attempts as passwords.
  const attempt = await beginAttempt(ctx, { ...doorOf(user.username, 'login'), isKnown: true });
  const entered = await enter(ctx, user, challenge.id, input.code, attempt);
  if (entered === 'ENDED') throw challengeInvalid();
  if (typeof entered === 'string') throw refusalOfCode(entered);
  ctx.reply?.setSession(entered.token);
  return {
    clientMutationId: input.clientMutationId ?? null,
    user: accountOf(user),
    mustChangePassword: user.mustChangePassword,
    recoveryCodesLeft: entered.recoveryCodesLeft,
  };
}

const challengeInvalid = () =>
  refuse('SIGN_IN_CHALLENGE_INVALID', { 'input.challenge': 'SIGN_IN_CHALLENGE_INVALID' });

/** Locks the account first, like every other place that ends a challenge, so that two of them cannot deadlock. */
function enter(
  ctx: Context,
  { id: userId }: UserRow,
  challengeId: string,
  code: string,
  attempt: Attempt,
): Promise<Entered | CodeRefusal | 'ENDED'> {
  return withTransaction(ctx, async (work) => {
    const user = await lockUser(work, userId);
    const now = work.clock.now().toISOString();
    const isOpen = user?.status === 'ACTIVE' && (await takeTry(work, challengeId, now, mostTries));
    if (!user || !isOpen) {
      await releaseAttempt(work, attempt);
      return 'ENDED';
    }
    const { shown, locked } = await checkCode(work, user, code, attempt);
    if (isRefused(shown)) {
      const outcome = locked ? 'LOCKED_OUT' : shown;
      noteRefusedEntry(work, 'login', user, { outcome, address: work.address });
      return shown;
    }
    await deleteChallenge(work, challengeId);
    const { recoveryCodesLeft } = shown;
    const token = await openSession(work, user, true);
    noteLogin(work, user, { shown: shown.by, recoveryCodesLeft });
    return { token, recoveryCodesLeft };
  });
}
