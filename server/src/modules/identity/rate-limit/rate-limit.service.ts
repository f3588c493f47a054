import { setTimeout as sleep } from 'node:timers/promises';
import { countUsage, saveUsageOrLog } from '#modules/identity/token/usage.service.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { type CallerBudget, type RateLimiter, usualMillisecond } from '#platform/rate-limit/rate-limiter.ts';
import { leasePoints } from './rate-limit.queries.ts';
import {
  budgetOf,
  emptyCallerBudget,
  isBeyond,
  isCurrent,
  overrunOf,
  pauseOf,
  windowOf,
} from './rate-limit.rules.ts';

/** What a caller may still spend in the running minute. */
export interface Budget {
  /** Points a minute. */
  readonly limit: number;
  /** As far as this process knows: others may have leased some since its last statement. */
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
/** Number of cached callers from which those of past minutes are dropped. */
const manyCallerBudgets = 1_000;

/**
 * Takes the price of one operation from the viewer's budget before it runs; null without a viewer.
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
  const { rateLimiter, viewer } = ctx;
  if (!rateLimiter || !viewer) return null;
  const caller = callerOf(rateLimiter, viewer);
  const price = Math.max(0, Math.ceil(points));
  if (price > caller.limit) {
    countUsage(ctx, caller.tokenId, { operations: 0, points: 0, refusals: 1 });
    throw refuse('OPERATION_TOO_EXPENSIVE', {}, { price, limit: caller.limit });
  }
  const callerBudget = await take(ctx, rateLimiter, caller, price);
  const budget = budgetOf(callerBudget.state, caller.limit, ctx.clock.now());
  if (callerBudget.taken) {
    countUsage(ctx, caller.tokenId, { operations: 1, points: price, refusals: 0 });
    await noteFirstUse(ctx, caller, callerBudget.state);
    return budget;
  }
  countUsage(ctx, caller.tokenId, { operations: 0, points: 0, refusals: 1 });
  beforePause();
  await holdUp(rateLimiter, callerBudget.state);
  throw refuse('RATE_LIMITED', {}, { retryAfterSeconds: budget.resetSeconds, ...budget });
}

/** An operation that was admitted and whose price is paid. */
export interface RunningOperation {
  readonly budget: Budget | null;
  /** Called at its end in any case: makes room for the caller's next operation and charges extra time. */
  end(): void;
  /** Called instead of `end` if the operation starts over and is charged then. */
  giveUp(): void;
}

/**
 * Operations from this price on do not run in parallel for one caller: boards, and far pages of long lists. A page of
 * 25 households with everything that belongs to them costs less.
 */
const dearFrom = 5_000;

/**
 * Admits an operation and charges its price, in this order: while it waits, what ran before it may spend the budget.
 * Refuses with RATE_LIMITED where the budget is spent or far too many of the caller's operations wait, and with
 * TIMED_OUT when its own time is over once it could begin.
 */
export async function beginOperation(ctx: Context, price: number): Promise<RunningOperation> {
  const { rateLimiter, viewer } = ctx;
  if (!rateLimiter || !viewer) return { budget: null, end: () => undefined, giveUp: () => undefined };
  const leave = await rateLimiter.admission.admit(viewer.userId, price >= dearFrom);
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
        add(ctx, rateLimiter, viewer, -price);
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/**
 * So no expensive operation with a low price is free for long: it shortens what the caller may still spend in this
 * minute.
 */
function chargeTime(ctx: Context, price: number, milliseconds: number): void {
  const { rateLimiter, viewer } = ctx;
  // An operation that waited for an unreachable database kept nobody busy.
  if (!rateLimiter || !viewer || rateLimiter.isDatabaseDown()) return;
  const { limit } = callerOf(rateLimiter, viewer);
  const millisecondPoints = rateLimiter.settings.millisecondPoints ?? usualMillisecond;
  const points = overrunOf({ price, limit, milliseconds, millisecondPoints });
  if (points > 0) add(ctx, rateLimiter, viewer, points);
}

/** Adds to the charge of an operation; a negative number of points refunds it. */
function add(ctx: Context, rateLimiter: RateLimiter, viewer: Viewer, points: number): void {
  const { id, tokenId } = callerOf(rateLimiter, viewer);
  callerBudgetOf(ctx, rateLimiter, id).left -= points;
  countUsage(ctx, tokenId, { operations: points < 0 ? -1 : 0, points, refusals: 0 });
}

async function holdUp({ settings }: RateLimiter, callerBudget: CallerBudget): Promise<void> {
  const pause = pauseOf(callerBudget, settings.longestPause ?? usualLongestPause, Math.random());
  callerBudget.refused += 1;
  callerBudget.held += 1;
  await sleep(pause);
  callerBudget.held -= 1;
}

const callerOf = ({ settings }: RateLimiter, viewer: Viewer): Caller =>
  viewer.tokenId
    ? {
        id: viewer.tokenId,
        limit: viewer.pointsPerMinute ?? settings.tokenPoints,
        tokenId: viewer.tokenId,
      }
    : { id: viewer.userId, limit: settings.userPoints, tokenId: null };

async function take(ctx: Context, rateLimiter: RateLimiter, caller: Caller, points: number) {
  for (;;) {
    // Looked up again: the minute may have ended while the lease was requested.
    const state = callerBudgetOf(ctx, rateLimiter, caller.id);
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

function callerBudgetOf(ctx: Context, rateLimiter: RateLimiter, callerId: string): CallerBudget {
  const windowAt = windowOf(ctx.clock.now());
  const known = rateLimiter.callerBudgets.get(callerId);
  if (known && isCurrent(known.windowAt, windowAt)) return known;
  if (rateLimiter.callerBudgets.size > manyCallerBudgets) {
    for (const [id, callerBudget] of rateLimiter.callerBudgets)
      if (!isCurrent(callerBudget.windowAt, windowAt)) rateLimiter.callerBudgets.delete(id);
  }
  const callerBudget = emptyCallerBudget(windowAt);
  rateLimiter.callerBudgets.set(callerId, callerBudget);
  return callerBudget;
}

async function lease(
  ctx: Context,
  caller: Caller,
  callerBudget: CallerBudget,
  points: number,
): Promise<void> {
  const { id: callerId, limit } = caller;
  const wanted = {
    callerId,
    limit,
    windowAt: callerBudget.windowAt,
    points: Math.max(1, points - callerBudget.left),
  };
  const { windowAt, granted, rest } = await leasePoints(ctx, wanted);
  // Another process has begun the next minute already: the rest of this one has expired.
  if (windowAt !== callerBudget.windowAt) Object.assign(callerBudget, { windowAt, left: 0, noted: false });
  callerBudget.left += granted;
  callerBudget.rest = rest;
}

/** A token's first operation in a minute is recorded before it is answered; the others follow in batches. */
async function noteFirstUse(ctx: Context, caller: Caller, callerBudget: CallerBudget): Promise<void> {
  if (!caller.tokenId || callerBudget.noted) return;
  callerBudget.noted = true;
  await saveUsageOrLog(ctx);
}
