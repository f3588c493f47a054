import { type Attempt, attemptFailed, attemptSucceeded } from '#modules/identity/account/lockout.service.ts';
import type { UserRow } from '#modules/identity/user/user.queries.ts';
import { noCounty } from '#platform/audit/audit.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { ownerOf } from '#platform/people/personal.ts';
import { isAppCode, newRecoveryCodes, normaliseCode } from './recovery-codes.rules.ts';
import {
  countRecoveryCodes,
  countWrongCode,
  findFactor,
  forgetWrongCodes,
  replaceRecoveryCodes,
  spendRecoveryCode,
  takeStep,
} from './second-factor.queries.ts';
import { acceptedStep } from './totp.rules.ts';

/**
 * Ten attempts in a quarter of an hour are few, but an attacker who knows the password could go on for years. After so
 * many wrong codes in a row only a recovery code or a new password helps.
 */
const mostFailures = 50;

/** The second factor that was accepted. */
export interface Shown {
  readonly by: 'APP' | 'RECOVERY_CODE';
  /** Null unless a recovery code was used. */
  readonly recoveryCodesLeft: number | null;
}

export type CodeRefusal = 'WRONG_SECOND_FACTOR' | 'SECOND_FACTOR_BLOCKED';

export const isRefused = (shown: Shown | CodeRefusal): shown is CodeRefusal => typeof shown === 'string';

export const refusalOfCode = (refusal: CodeRefusal) => refuse(refusal, { 'input.code': refusal });

export const sealSecret = ({ cipher }: Context, userId: string, secret: Buffer): Buffer =>
  cipher.seal(secret.toString('base64'), ownerOf('second_factor', noCounty, userId));

export const openSecret = ({ cipher }: Context, userId: string, sealed: Buffer): Buffer =>
  Buffer.from(cipher.open(sealed, ownerOf('second_factor', noCounty, userId)), 'base64');

/**
 * Checks a code and settles the login attempt by the result. The row of the account must be locked in the same
 * transaction. A wrong code is returned and not thrown, so that the transaction which counts it is committed.
 */
export async function checkCode(
  work: WorkContext,
  user: UserRow,
  typed: string,
  attempt: Attempt,
): Promise<{ shown: Shown | CodeRefusal; locked: boolean }> {
  const shown = await shownBy(work, user.id, normaliseCode(typed));
  if (!isRefused(shown)) {
    await attemptSucceeded(work, attempt);
    return { shown, locked: false };
  }
  await countWrongCode(work, user.id);
  return { shown, locked: await attemptFailed(work, attempt) };
}

async function shownBy(work: WorkContext, userId: string, code: string): Promise<Shown | CodeRefusal> {
  const factor = await findFactor(work, userId);
  if (!factor?.secretCipher) return 'WRONG_SECOND_FACTOR';
  const now = work.clock.now();
  if (!isAppCode(code)) {
    const isSpent = await spendRecoveryCode(
      work,
      userId,
      recoveryHash(work, userId, code),
      now.toISOString(),
    );
    if (!isSpent) return 'WRONG_SECOND_FACTOR';
    await forgetWrongCodes(work, userId);
    return { by: 'RECOVERY_CODE', recoveryCodesLeft: await countRecoveryCodes(work, userId) };
  }
  if (factor.failures >= mostFailures) return 'SECOND_FACTOR_BLOCKED';
  const step = acceptedStep(openSecret(work, userId, factor.secretCipher), code, now, factor.lastStep);
  const isTaken = step !== null && (await takeStep(work, userId, step));
  return isTaken ? { by: 'APP', recoveryCodesLeft: null } : 'WRONG_SECOND_FACTOR';
}

/** A keyed hash: a copy of the database alone is not enough to try codes. */
const recoveryHash = ({ cipher }: Context, userId: string, code: string): Buffer =>
  cipher.hash('input', `recovery code ${userId} ${code}`);

/** Replaces all recovery codes by ten new ones, which only this answer contains. */
export async function giveRecoveryCodes(work: WorkContext, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(work, userId, normaliseCode(code)));
  await replaceRecoveryCodes(work, userId, hashes);
  return codes;
}
