import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import {
  countFailure,
  countRefused,
  findLocked,
  givePlaceBack,
  sweepFailures,
  takePlace,
} from './lockout.queries.ts';
import { isNoted, networkOf } from './lockout.rules.ts';

/** One attempt at a password or code, with the keys it counts against, always in this order. */
export interface Attempt {
  readonly account: string;
  /** Null if the address does not count. */
  readonly address: string | null;
}

/** Users sign in to accounts; programs present the secret of a token. */
type Kind = 'account' | 'client';

/** The target of an attempt. */
export interface LoginTarget<Subject> {
  /** User name, or id of a client, as entered. */
  readonly name: string;
  readonly kind?: Kind;
  /**
   * True if already signed in or past the password: failures then count against the account alone. A whole office
   * shares one address, and one user's mistakes must not lock out the others.
   */
  readonly isKnown?: boolean;
  /** The account or client of that name; null where there is none. */
  find(ctx: Context): Promise<Subject | null>;
  /** Writes an attempt that a lock refused to the audit trail. */
  note(work: WorkContext, subject: Subject | null, facts: RefusedTry): void;
}

export interface RefusedTry {
  readonly outcome: 'REFUSED_WHILE_LOCKED';
  /** Number of attempts since the lock, including this one. */
  readonly tries: number;
  readonly address: string;
}

const lockoutKeyOf = (ctx: Context, kind: string, name: string): string =>
  `${kind} ${ctx.cipher.hash('input', `login ${kind} ${name}`).toString('base64url')}`;

const accountKey = (ctx: Context, username: string, kind: Kind = 'account'): string =>
  lockoutKeyOf(ctx, kind, username.toLowerCase());

const nowOf = (ctx: Context): string => ctx.clock.now().toISOString();
const patience = { turns: 50, pause: 100 };

/**
 * Reserves an attempt before the password is verified, in a transaction of its own, so that it counts even if the
 * request fails later. While all ten are pending it waits for one, so that an office which signs in all at once is not
 * locked out.
 */
export async function beginAttempt<Subject>(ctx: Context, door: LoginTarget<Subject>): Promise<Attempt> {
  const attempt = {
    account: accountKey(ctx, door.name, door.kind),
    address: door.isKnown ? null : lockoutKeyOf(ctx, 'address', networkOf(ctx.address)),
  };
  for (let turn = 0; turn < patience.turns; turn += 1) {
    if (await takePlaces(ctx, attempt)) return attempt;
    const [locked] = await findLocked(ctx, lockoutKeys(attempt), nowOf(ctx));
    if (locked !== undefined) {
      await noteRefused(ctx, door, attempt, locked);
      throw refuse('LOCKED_OUT');
    }
    await sleep(patience.pause);
  }
  throw refuse('RATE_LIMITED');
}

/**
 * The audit trail names every account that is tried while it or the address is locked, and how often: at the first
 * attempt, the second, the fourth and so on, so that an attacker cannot fill the disk. Unknown names are counted
 * together.
 */
function noteRefused<Subject>(
  ctx: Context,
  door: LoginTarget<Subject>,
  { account }: Attempt,
  locked: string,
): Promise<void> {
  return withTransaction(ctx, async (work) => {
    const subject = await door.find(work);
    const tries = await countRefused(work, subject ? account : locked, nowOf(ctx));
    if (isNoted(tries)) {
      door.note(work, subject, { outcome: 'REFUSED_WHILE_LOCKED', tries, address: ctx.address });
    }
  });
}

const lockoutKeys = ({ account, address }: Attempt): string[] =>
  address === null ? [account] : [account, address];

async function takePlaces(ctx: Context, attempt: Attempt): Promise<boolean> {
  const full = refuse('LOCKED_OUT');
  try {
    await withTransaction(ctx, async (work) => {
      // Always in this order, so that two attempts cannot deadlock.
      for (const key of lockoutKeys(attempt)) if (!(await takePlace(work, key, nowOf(ctx)))) throw full;
    });
    return true;
  } catch (error) {
    if (error === full) return false;
    throw error;
  }
}

/** Returns whether this failure locked the account or address. */
export async function attemptFailed(ctx: Context, attempt: Attempt): Promise<boolean> {
  const now = nowOf(ctx);
  let isLocked = false;
  for (const key of lockoutKeys(attempt)) isLocked = (await countFailure(ctx, key, now)) || isLocked;
  if (isLocked) await sweepFailures(ctx, now);
  return isLocked;
}

/**
 * Resets the account; of the address only this attempt, or one valid login would allow many more guesses from there.
 */
export async function attemptSucceeded(ctx: Context, { account, address }: Attempt): Promise<void> {
  await givePlaceBack(ctx, account, true);
  if (address !== null) await givePlaceBack(ctx, address, false);
}

/** Neither failed nor succeeded: the second factor is still missing. */
export async function releaseAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  for (const key of lockoutKeys(attempt)) await givePlaceBack(ctx, key, false);
}

/** A reset link lifts the lock. */
export const unlockAccount = (ctx: Context, username: string): Promise<void> =>
  givePlaceBack(ctx, accountKey(ctx, username), true);
