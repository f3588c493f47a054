import { forgetWrongCodes } from '#modules/identity/second-factor/second-factor.queries.ts';
import { tokenHash } from '#modules/identity/session/secret.ts';
import { endSessionsOf } from '#modules/identity/session/session.queries.ts';
import { userEntity } from '#modules/identity/user/user.entity.ts';
import { findUser, findUserByName, lockUser, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { AuditEntry, Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, refuse } from '#platform/core/errors.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { update } from '#platform/write/write.ts';
import type { ChangePasswordInput, ResetPasswordInput } from '#schema/identity/session.type.ts';
import {
  type Attempt,
  attemptFailed,
  attemptSucceeded,
  beginAttempt,
  unlockAccount,
} from './lockout.service.ts';
import { passwordFault } from './password.rules.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { lockReset, spendResets } from './reset.queries.ts';

/**
 * The viewer, after entering the password again. It counts like a login attempt, so that an unlocked screen gives no
 * extra guesses; the caller settles the attempt.
 */
export async function provePassword(
  ctx: Context,
  username: string,
  action: string,
  password: string,
): Promise<{ user: UserRow; attempt: Attempt }> {
  const attempt = await beginAttempt(ctx, {
    name: username,
    isKnown: true,
    find: (within) => findUserByName(within, username),
    note: (work, user, facts) => user && note(work, action, user, { after: facts }),
  });
  const user = await findUserByName(ctx, username);
  if (user && (await verifyPassword(user.passwordHash, password))) return { user, attempt };
  await withTransaction(ctx, async (work) => {
    const outcome = (await attemptFailed(work, attempt)) ? 'LOCKED_OUT' : 'WRONG_PASSWORD';
    if (user) note(work, action, user, { after: { outcome, address: ctx.address } });
  });
  throw refuse('WRONG_PASSWORD', { 'input.currentPassword': 'WRONG_PASSWORD' });
}

/** Changes the viewer's own password; every other session and every reset link ends. */
export async function changePassword(ctx: Context, input: ChangePasswordInput) {
  const { viewer } = ctx;
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  if (!viewer.sessionId) throw refuse('TOKEN_NOT_ALLOWED');
  checkPassword(input.newPassword, viewer.username);
  const proven = await provePassword(ctx, viewer.username, 'changePassword', input.currentPassword);
  const { user, attempt } = proven;
  if (input.newPassword.normalize('NFC') === input.currentPassword.normalize('NFC')) {
    await attemptSucceeded(ctx, attempt);
    throw invalid({ 'input.newPassword': 'PASSWORD_REUSED' });
  }
  const passwordHash = await hashPassword(input.newPassword);
  await withTransaction(ctx, async (work) => {
    await attemptSucceeded(work, attempt);
    const current = await lockUser(work, viewer.userId);
    // The password was changed meanwhile, by a reset link or in another window.
    if (!current || current.passwordHash !== user.passwordHash) throw refuse('CONFLICT');
    await setPassword(work, current, passwordHash, viewer.sessionId);
    note(work, 'changePassword', current, { after: { outcome: 'SUCCEEDED', address: ctx.address } });
  });
  return { clientMutationId: input.clientMutationId ?? null, ok: true };
}

/** Sets a new password by a reset link, which works once. */
export async function resetPassword(ctx: Context, input: ResetPasswordInput) {
  const now = ctx.clock.now().toISOString();
  const username = await withTransaction(ctx, async (work) => {
    const reset = await lockReset(work, tokenHash(input.token), now);
    const user = reset ? await lockUser(work, reset.userId) : null;
    if (user?.status !== 'ACTIVE') {
      throw refuse('RESET_LINK_INVALID', { 'input.token': 'RESET_LINK_INVALID' });
    }
    checkPassword(input.newPassword, user.username);
    await setPassword(work, user, await hashPassword(input.newPassword), null);
    await unlockAccount(work, user.username);
    const starter = reset?.createdBy ? await findUser(work, reset.createdBy) : null;
    note(work, 'resetPassword', user, {
      // The holder of the link is taken for the owner of the account; another user may have issued the link.
      actor: { id: user.id, name: user.displayName },
      after: {
        username: user.username,
        address: ctx.address,
        linkMadeAt: reset?.createdAt,
        linkMadeBy: starter?.displayName ?? 'command line',
        linkMadeByUsername: starter?.username,
      },
    });
    return user.username;
  });
  return { clientMutationId: input.clientMutationId ?? null, ok: true, username };
}

function checkPassword(password: string, username: string): void {
  const fault = passwordFault(password, username);
  if (fault) throw invalid({ 'input.newPassword': fault });
}

async function setPassword(
  work: WorkContext,
  user: UserRow,
  passwordHash: string,
  keepSession: string | null,
): Promise<void> {
  const now = work.clock.now().toISOString();
  const changes = { passwordHash, passwordChangedAt: now, mustChangePassword: false };
  await update(work, userEntity, { id: user.id }, changes, { auditedAs: 'User' });
  await endSessionsOf(work, user.id, now, keepSession);
  await spendResets(work, user.id, now);
  // Wrong codes were tried with the former password, so their count starts again.
  await forgetWrongCodes(work, user.id);
}

const note = (
  work: WorkContext,
  action: string,
  user: UserRow,
  more: Pick<AuditEntry, 'actor' | 'after'>,
): void => auditAct(work, userEntity, user, { ...more, action });
