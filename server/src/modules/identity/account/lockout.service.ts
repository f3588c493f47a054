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

/** One try of a password or code: the keys it counts against until it is known to be right, always in this order. */
export interface Attempt {
  readonly account: string;
  /** Null where it tells nothing about guessing from there. */
  readonly address: string | null;
}

/** People sign in to accounts; programs show the secret of a token. */
type Kind = 'account' | 'client';

/** Where somebody wants in. */
export interface Door<Subject> {
  /** User name, or id of a client, as it was given. */
  readonly name: string;
  readonly kind?: Kind;
  /**
   * Somebody who is in already, or has shown the password: wrong tries count against the account alone. An office has
   * one address, and one person's slips must not keep the others out.
   */
  readonly isKnown?: boolean;
  /** The account or client of that name; null where there is none. */
  find(ctx: Context): Promise<Subject | null>;
  /** Puts a try that was refused unread into the audit trail. */
  note(work: WorkContext, subject: Subject | null, facts: RefusedTry): void;
}

export interface RefusedTry {
  readonly outcome: 'REFUSED_WHILE_LOCKED';
  /** How many there were since the lock, with this one. */
  readonly tries: number;
  readonly address: string;
}

const keyOf = (ctx: Context, kind: string, name: string): string =>
  `${kind} ${ctx.cipher.hash('input', `login ${kind} ${name}`).toString('base64url')}`;

const accountKey = (ctx: Context, username: string, kind: Kind = 'account'): string =>
  keyOf(ctx, kind, username.toLowerCase());

const nowOf = (ctx: Context): string => ctx.clock.now().toISOString();
const patience = { turns: 50, pause: 100 };

/**
 * Takes a place before any password is looked at, in a transaction of its own: what is refused later still counts.
 * While all ten places are under way it waits for one, so that an office which signs in all at once is not locked out.
 */
export async function beginAttempt<Subject>(ctx: Context, door: Door<Subject>): Promise<Attempt> {
  const attempt = {
    account: accountKey(ctx, door.name, door.kind),
    address: door.isKnown ? null : keyOf(ctx, 'address', networkOf(ctx.address)),
  };
  for (let turn = 0; turn < patience.turns; turn += 1) {
    if (await takePlaces(ctx, attempt)) return attempt;
    const [locked] = await findLocked(ctx, keysOf(attempt), nowOf(ctx));
    if (locked !== undefined) {
      await noteRefused(ctx, door, attempt, locked);
      throw refuse('LOCKED_OUT');
    }
    await sleep(patience.pause);
  }
  throw refuse('RATE_LIMITED');
}

/**
 * The trail names every account that is tried while a lock stands, its own or that of an address, and how often: at the
 * first try, the second, the fourth and so on, so that nobody fills the disk by going on. Names that nobody has are
 * counted together.
 */
function noteRefused<Subject>(
  ctx: Context,
  door: Door<Subject>,
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

const keysOf = ({ account, address }: Attempt): string[] =>
  address === null ? [account] : [account, address];

async function takePlaces(ctx: Context, attempt: Attempt): Promise<boolean> {
  const full = refuse('LOCKED_OUT');
  try {
    await withTransaction(ctx, async (work) => {
      // Always in this order, so that two attempts never wait for each other in a circle.
      for (const key of keysOf(attempt)) if (!(await takePlace(work, key, nowOf(ctx)))) throw full;
    });
    return true;
  } catch (error) {
    if (error === full) return false;
    throw error;
  }
}

/** Says whether this failure was the one that locks. */
export async function attemptFailed(ctx: Context, attempt: Attempt): Promise<boolean> {
  const now = nowOf(ctx);
  let isLocked = false;
  for (const key of keysOf(attempt)) isLocked = (await countFailure(ctx, key, now)) || isLocked;
  if (isLocked) await sweepFailures(ctx, now);
  return isLocked;
}

/** The account starts afresh; of the address only this attempt is forgotten, or one good password would pay for many guesses. */
export async function attemptSucceeded(ctx: Context, { account, address }: Attempt): Promise<void> {
  await givePlaceBack(ctx, account, true);
  if (address !== null) await givePlaceBack(ctx, address, false);
}

/** Neither failed nor succeeded: more is to be shown before anything is forgiven. */
export async function releaseAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  for (const key of keysOf(attempt)) await givePlaceBack(ctx, key, false);
}

/** Whoever holds a reset link need not wait for the lock to pass. */
export const unlockAccount = (ctx: Context, username: string): Promise<void> =>
  givePlaceBack(ctx, accountKey(ctx, username), true);
