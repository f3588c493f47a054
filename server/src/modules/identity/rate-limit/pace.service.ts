import { setTimeout as sleep } from 'node:timers/promises';
import { countUsage, saveUsageOrLog } from '#modules/identity/token/usage.service.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { type Pace, type Purse, usualMillisecond } from '#platform/rate-limit/pace.ts';
import { leasePoints } from './pace.queries.ts';
import { budgetOf, emptyPurse, isBeyond, isCurrent, overrunOf, pauseOf, windowOf } from './pace.rules.ts';

/** What a caller may still spend in the running minute. */
export interface Budget {
  /** Points a minute. */
  readonly limit: number;
  /** As far as this process knows: others may have taken some since it last asked. */
  readonly remaining: number;
  /** Until the next minute begins. */
  readonly resetSeconds: number;
}

interface Caller {
  readonly id: string;
  readonly limit: number;
  readonly tokenId: string | null;
}

const usualLongestPause = 2_000;
/** Callers to remember before those of past minutes are forgotten. */
const manyPurses = 1_000;

/**
 * Takes the price of one operation from the budget of whoever asks, before it runs; null where nobody is signed in.
 * Over budget it refuses with RATE_LIMITED and `{ retryAfterSeconds, limit, remaining, resetSeconds }` in its details.
 *
 * The budget stands in the database. Each process leases a part of it and spends that from memory, so most operations
 * cost no statement; together they never spend more than the budget, and what is leased and not spent lapses with
 * the minute. `beforePause` is called before a refusal is held up.
 */
export async function charge(
  ctx: Context,
  points: number,
  beforePause: () => void = () => undefined,
): Promise<Budget | null> {
  const { pace, viewer } = ctx;
  if (!pace || !viewer) return null;
  const caller = callerOf(pace, viewer);
  const price = Math.max(0, Math.ceil(points));
  if (price > caller.limit) {
    countUsage(ctx, caller.tokenId, { operations: 0, points: 0, refusals: 1 });
    throw refuse('OPERATION_TOO_EXPENSIVE', {}, { price, limit: caller.limit });
  }
  const purse = await take(ctx, pace, caller, price);
  const budget = budgetOf(purse.state, caller.limit, ctx.clock.now());
  if (purse.taken) {
    countUsage(ctx, caller.tokenId, { operations: 1, points: price, refusals: 0 });
    await noteFirstUse(ctx, caller, purse.state);
    return budget;
  }
  countUsage(ctx, caller.tokenId, { operations: 0, points: 0, refusals: 1 });
  beforePause();
  await holdUp(pace, purse.state);
  throw refuse('RATE_LIMITED', {}, { retryAfterSeconds: budget.resetSeconds, ...budget });
}

/** An operation that may run: it was admitted, and its price is paid. */
export interface Running {
  readonly budget: Budget | null;
  /** At its end, however it ended: makes room for the caller's next one, and charges what it took longer than paid for. */
  end(): void;
  /** Instead of `end`, where it is to begin anew and be charged then. */
  giveUp(): void;
}

/**
 * Prices from here on are of operations that are better not run side by side: boards, and far pages of long lists. A page
 * of a household or of 25 of them with all that belongs to them costs less.
 */
const dearFrom = 5_000;

/**
 * Admits an operation and charges its price, in this order: while it waits, what ran before it may spend the budget.
 * Refuses with RATE_LIMITED where the budget is spent or far too many of the caller's operations wait, and with
 * TIMED_OUT when its own time is over once it could begin.
 */
export async function begin(ctx: Context, price: number): Promise<Running> {
  const { pace, viewer } = ctx;
  if (!pace || !viewer) return { budget: null, end: () => undefined, giveUp: () => undefined };
  const leave = await pace.admission.admit(viewer.userId, price >= dearFrom);
  if (!leave) throw refuse('RATE_LIMITED', {}, { retryAfterSeconds: 1 });
  try {
    ctx.deadline?.hold();
    ctx.deadline?.release();
    const budget = await charge(ctx, price, leave);
    const begunAt = performance.now();
    let isOver = false;
    return {
      budget,
      end: () => {
        if (isOver) return;
        isOver = true;
        leave();
        chargeTime(ctx, price, performance.now() - begunAt);
      },
      giveUp: () => {
        leave();
        add(ctx, pace, viewer, -price);
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/** So no way of asking for much at a low price leads far: it shortens what the caller may still ask in this minute. */
function chargeTime(ctx: Context, price: number, milliseconds: number): void {
  const { pace, viewer } = ctx;
  // Whoever waited for a database that is away has kept nobody busy.
  if (!pace || !viewer || pace.isDatabaseDown()) return;
  const { limit } = callerOf(pace, viewer);
  const millisecondPoints = pace.settings.millisecondPoints ?? usualMillisecond;
  const points = overrunOf({ price, limit, milliseconds, millisecondPoints });
  if (points > 0) add(ctx, pace, viewer, points);
}

/** To what an operation was charged already; less than nothing gives back, as if it had not been. */
function add(ctx: Context, pace: Pace, viewer: Viewer, points: number): void {
  const { id, tokenId } = callerOf(pace, viewer);
  purseOf(ctx, pace, id).left -= points;
  countUsage(ctx, tokenId, { operations: points < 0 ? -1 : 0, points, refusals: 0 });
}

async function holdUp({ settings }: Pace, purse: Purse): Promise<void> {
  const pause = pauseOf(purse, settings.longestPause ?? usualLongestPause, Math.random());
  purse.refused += 1;
  purse.held += 1;
  await sleep(pause);
  purse.held -= 1;
}

const callerOf = ({ settings }: Pace, viewer: Viewer): Caller =>
  viewer.tokenId
    ? {
        id: viewer.tokenId,
        limit: viewer.pointsPerMinute ?? settings.tokenPoints,
        tokenId: viewer.tokenId,
      }
    : { id: viewer.userId, limit: settings.userPoints, tokenId: null };

async function take(ctx: Context, pace: Pace, caller: Caller, points: number) {
  for (;;) {
    // Looked up anew each time: while a lease was under way the minute may have ended.
    const state = purseOf(ctx, pace, caller.id);
    if (state.left >= points && state.rest !== null) {
      state.left -= points;
      return { state, taken: true };
    }
    if (isBeyond(state, points)) return { state, taken: false };
    state.leasing ??= lease(ctx, caller, state, points).finally(() => {
      state.leasing = null;
    });
    await state.leasing;
  }
}

function purseOf(ctx: Context, pace: Pace, callerId: string): Purse {
  const windowAt = windowOf(ctx.clock.now());
  const known = pace.purses.get(callerId);
  if (known && isCurrent(known.windowAt, windowAt)) return known;
  if (pace.purses.size > manyPurses) {
    for (const [id, purse] of pace.purses) if (!isCurrent(purse.windowAt, windowAt)) pace.purses.delete(id);
  }
  const purse = emptyPurse(windowAt);
  pace.purses.set(callerId, purse);
  return purse;
}

async function lease(ctx: Context, caller: Caller, purse: Purse, points: number): Promise<void> {
  const { id: callerId, limit } = caller;
  const wanted = { callerId, limit, windowAt: purse.windowAt, points: Math.max(1, points - purse.left) };
  const { windowAt, granted, rest } = await leasePoints(ctx, wanted);
  // Another process has begun the next minute already: what is left of this one has lapsed.
  if (windowAt !== purse.windowAt) Object.assign(purse, { windowAt, left: 0, noted: false });
  purse.left += granted;
  purse.rest = rest;
}

/** A program's first operation of a minute is on record before it is answered; the others follow in batches. */
async function noteFirstUse(ctx: Context, caller: Caller, purse: Purse): Promise<void> {
  if (!caller.tokenId || purse.noted) return;
  purse.noted = true;
  await saveUsageOrLog(ctx);
}
