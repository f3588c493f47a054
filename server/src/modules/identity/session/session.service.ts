import {
  type Attempt,
  attemptFailed,
  attemptSucceeded,
  beginAttempt,
  releaseAttempt,
} from '#modules/identity/account/lockout.service.ts';
import { verifyPassword } from '#modules/identity/account/password.ts';
import { doorOf, noteRefusedEntry } from '#modules/identity/account/refused-entry.ts';
import { makeChallenge } from '#modules/identity/second-factor/login/challenge.service.ts';
import { findUserByName, lockUser, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { LoginInput } from '#schema/identity/session.type.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import { accountOf } from './me.service.ts';
import { noteLogin, noteLogout, openSession } from './open-session.service.ts';
import { tokenHash } from './secret.ts';
import { endSession } from './session.queries.ts';

/**
 * Signs in by user name and password, with a new session token each time. With a second factor the answer is a
 * challenge and no session; it reveals no more about the account than that the password was right.
 */
export async function login(ctx: Context, input: LoginInput) {
  const username = normaliseUsername(input.username);
  const attempt = await beginAttempt(ctx, doorOf(username, 'login'));
  const user = await findUserByName(ctx, username);
  // An unknown name, a closed account and a wrong password take the same time and get the same answer.
  const fits = await verifyPassword(user?.passwordHash ?? null, input.password);
  const passed = user && fits ? await passDoor(ctx, user, attempt) : null;
  if (!user || !passed) {
    await noteFailure(ctx, attempt, user);
    throw refuse('WRONG_CREDENTIALS');
  }
  const clientMutationId = input.clientMutationId ?? null;
  if (passed.secondFactor) return { clientMutationId, user: null, mustChangePassword: false, ...passed };
  ctx.reply?.setSession(passed.token);
  const { mustChangePassword } = user;
  return { clientMutationId, user: accountOf(user), mustChangePassword, secondFactor: null };
}

interface Passed {
  readonly token: string | null;
  readonly secondFactor: Awaited<ReturnType<typeof makeChallenge>> | null;
}

/** Null where the account was closed or its password changed while the given one was being verified. */
function passDoor(ctx: Context, { id, passwordHash }: UserRow, attempt: Attempt): Promise<Passed | null> {
  return withTransaction(ctx, async (work) => {
    const user = await lockUser(work, id);
    if (user?.status !== 'ACTIVE' || user.passwordHash !== passwordHash) return null;
    if (user.secondFactorSince !== null) {
      // Failures are not reset yet, or the password alone would allow ten more codes each time.
      await releaseAttempt(work, attempt);
      noteRefusedEntry(work, 'login', user, { outcome: 'SECOND_FACTOR_ASKED', address: ctx.address });
      return { token: null, secondFactor: await makeChallenge(work, user.id) };
    }
    await attemptSucceeded(work, attempt);
    const token = await openSession(work, user, false);
    noteLogin(work, user);
    return { token, secondFactor: null };
  });
}

function noteFailure(ctx: Context, attempt: Attempt, user: UserRow | null): Promise<void> {
  return withTransaction(ctx, async (work) => {
    const locked = await attemptFailed(work, attempt);
    const outcome = locked ? 'LOCKED_OUT' : 'WRONG_CREDENTIALS';
    noteRefusedEntry(work, 'login', user, { outcome, address: ctx.address });
  });
}

/** Ends the session, if there is one. */
export async function logout(ctx: Context) {
  const token = ctx.reply?.sessionToken;
  if (ctx.viewer?.tokenId) throw refuse('TOKEN_NOT_ALLOWED');
  if (token) {
    await withTransaction(ctx, async (work) => {
      await endSession(work, tokenHash(token), ctx.clock.now().toISOString());
      if (!ctx.viewer) return;
      const user = await lockUser(work, ctx.viewer.userId);
      noteLogout(work, user);
    });
  }
  ctx.reply?.setSession(null);
  return { clientMutationId: null, ok: true };
}
