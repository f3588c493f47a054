import { provePassword } from '#modules/identity/account/account.service.ts';
import { attemptFailed, attemptSucceeded, beginAttempt } from '#modules/identity/account/lockout.service.ts';
import { endSessionsOf } from '#modules/identity/session/session.queries.ts';
import { userEntity } from '#modules/identity/user/user.entity.ts';
import { findUser, lockUser, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, refuse } from '#platform/core/errors.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { update } from '#platform/write/write.ts';
import type {
  BeginSecondFactorInput,
  ConfirmSecondFactorInput,
} from '#schema/identity/second-factor.type.ts';
import {
  checkCode,
  giveRecoveryCodes,
  isRefused,
  openSecret,
  refusalOfCode,
  sealSecret,
} from './codes.service.ts';
import { noteOwn, type OwnSession, ownLoginTarget, ownSession } from './own-session.ts';
import { normaliseCode } from './recovery-codes.rules.ts';
import { findFactor, noteShown, putPending, updateFactor } from './second-factor.queries.ts';
import { acceptedStep, base32, newTotpSecret, otpauthUri } from './totp.rules.ts';

const lastsMs = 30 * 60_000;

/** A user who must set up a second factor may enrol, but not before changing a password that others know. */
function enrolling(ctx: Context): OwnSession {
  const viewer = ownSession(ctx);
  if (viewer.restriction === 'PASSWORD_CHANGE_REQUIRED') throw refuse(viewer.restriction);
  return viewer;
}

/**
 * Creates a secret for an authenticator app, shown only once; it takes effect when a code of it is confirmed. The
 * password is required, and the code of a present factor, so that an unlocked screen is not enough to take over the
 * account.
 */
export async function beginSecondFactor(ctx: Context, input: BeginSecondFactorInput) {
  const viewer = enrolling(ctx);
  const known = await findUser(ctx, viewer.userId);
  if (known?.secondFactorSince && !input.code) throw invalid({ 'input.code': 'REQUIRED_MISSING' });
  const action = 'beginSecondFactor';
  const { user, attempt } = await provePassword(ctx, viewer.username, action, input.currentPassword);
  const secret = newTotpSecret();
  const now = ctx.clock.now();
  const refusal = await withTransaction(ctx, async (work) => {
    const current = await lockUser(work, user.id);
    if (!current || current.passwordHash !== user.passwordHash) throw refuse('CONFLICT');
    if (current.secondFactorSince === null) await attemptSucceeded(work, attempt);
    else {
      const { shown, locked } = await checkCode(work, current, input.code ?? '', attempt);
      if (isRefused(shown)) {
        noteOwn(work, action, current, { outcome: locked ? 'LOCKED_OUT' : shown });
        return shown;
      }
    }
    const pendingCipher = sealSecret(work, user.id, secret);
    await putPending(work, user.id, { pendingCipher, pendingAt: now.toISOString() });
    noteOwn(work, action, current, { outcome: 'SUCCEEDED' });
    return null;
  });
  if (refusal) throw refusalOfCode(refusal);
  return {
    clientMutationId: input.clientMutationId ?? null,
    secret: base32(secret),
    otpauthUri: otpauthUri(user.username, secret),
    expiresAt: new Date(now.getTime() + lastsMs).toISOString(),
  };
}

/** Requires the second factor at every login from now on; other sessions end. */
export async function confirmSecondFactor(ctx: Context, input: ConfirmSecondFactorInput) {
  const viewer = enrolling(ctx);
  if (!(await findPending(ctx, viewer.userId))) throw refuse('SECOND_FACTOR_NOT_BEGUN');
  const attempt = await beginAttempt(ctx, ownLoginTarget(viewer, 'confirmSecondFactor'));
  const recoveryCodes = await withTransaction(ctx, async (work) => {
    const user = await lockUser(work, viewer.userId);
    const pending = user && (await findPending(work, user.id));
    // Confirmed or cancelled in another window meanwhile; this does not count as a failure.
    if (!user || !pending) return attemptSucceeded(work, attempt);
    const secret = openSecret(work, user.id, pending);
    const step = acceptedStep(secret, normaliseCode(input.code), work.clock.now(), 0);
    if (step === null) {
      const outcome = (await attemptFailed(work, attempt)) ? 'LOCKED_OUT' : 'WRONG_SECOND_FACTOR';
      noteOwn(work, 'confirmSecondFactor', user, { outcome });
      return null;
    }
    await attemptSucceeded(work, attempt);
    await updateFactor(work, user.id, {
      ...{ secretCipher: pending, pendingCipher: null, pendingAt: null },
      ...{ lastStep: step, failures: 0 },
    });
    return switchOn(work, user, viewer.sessionId);
  });
  if (recoveryCodes === undefined) throw refuse('SECOND_FACTOR_NOT_BEGUN');
  if (recoveryCodes === null) throw refusalOfCode('WRONG_SECOND_FACTOR');
  return { clientMutationId: input.clientMutationId ?? null, recoveryCodes };
}

async function findPending(ctx: Context, userId: string): Promise<Buffer | null> {
  const factor = await findFactor(ctx, userId);
  if (!factor?.pendingCipher || !factor.pendingAt) return null;
  const isOver = ctx.clock.now().getTime() - Date.parse(factor.pendingAt) >= lastsMs;
  return isOver ? null : factor.pendingCipher;
}

async function switchOn(work: WorkContext, user: UserRow, sessionId: string): Promise<string[]> {
  const now = work.clock.now().toISOString();
  await update(work, userEntity, { id: user.id }, { secondFactorSince: now }, { auditedAs: 'User' });
  await endSessionsOf(work, user.id, now, sessionId);
  await noteShown(work, sessionId, now);
  const outcome = user.secondFactorSince === null ? 'SUCCEEDED' : 'REPLACED';
  noteOwn(work, 'confirmSecondFactor', user, { outcome, secondFactorSince: now });
  return giveRecoveryCodes(work, user.id);
}
