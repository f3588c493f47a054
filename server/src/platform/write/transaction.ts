import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { flushAudit } from '#platform/audit/audit.ts';
import type { Context, PendingWrites, WorkContext } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import { flushChanges } from '#platform/feed/flush.ts';
import { causeCode, translateRefusal } from './refusals.ts';

/** Serialization failure and deadlock. */
const retryable = new Set(['40001', '40P01']);
const attempts = 5;

/**
 * Runs `fn` in one transaction, or joins the one that already runs. Feed lines and audit rows are written last, so that
 * the lock on the county's audit chain is held briefly. After a request's deadline nothing is committed. Effects outside
 * the database belong into a job that is enqueued in the same transaction.
 *
 * `ahead` sends the first statements together with BEGIN, in one round trip: it may read and lock, and must not write.
 * It does not wait for the answers; `fn` gets them as promises.
 */
export async function withTransaction<T, A = undefined>(
  ctx: Context,
  fn: (ctx: WorkContext, ahead: A) => Promise<T>,
  ahead: (ctx: WorkContext) => A = () => undefined as A,
): Promise<T> {
  if (isInside(ctx)) return fn(ctx, ahead(ctx));
  const { transactions } = ctx.db;
  if (!transactions) throw new Error('a transaction within one that is not known');
  for (let attempt = 1; ; attempt += 1) {
    const pending: PendingWrites = { audit: [], changes: [], reach: [], sent: [], afterCommit: [] };
    const committed: T[] = [];
    let held = false;
    try {
      await transactions.run(async ({ db, begun, commit }) => {
        const inner: WorkContext = { ...ctx, db, pending, loaders: new Map() };
        const sent = ahead(inner);
        await begun;
        await allowTime(inner);
        const value = await fn(inner, sent);
        await flushChanges(inner);
        await flushAudit(inner);
        ctx.deadline?.hold();
        held = true;
        // COMMIT is pipelined behind the rest, so that the lock on the audit chain is released without another round trip.
        await settle([...pending.sent, commit().then(() => committed.push(value))]);
      });
    } catch (failure) {
      // A failure after the commit, such as in releasing the connection, must not run the transaction again.
      if (committed.length > 0) ctx.log.warn(traceOf(failure), 'a failure after the commit');
      else await retryOrThrow(ctx, pending, failure, attempt);
    } finally {
      if (held) ctx.deadline?.release();
    }
    if (committed.length === 0) continue;
    ctx.loaders.clear();
    await runAfterCommit(ctx, pending);
    return committed[0] as T;
  }
}

/**
 * Runs something once the transaction is committed, and not at all if it is rolled back: for state outside the database
 * that may be lost with the process, such as a cache. Its failure does not fail the write. What must not be lost goes
 * into a job.
 */
export function afterCommit(work: WorkContext, act: () => void | Promise<void>): void {
  work.pending.afterCommit.push(act);
}

async function runAfterCommit(ctx: Context, { afterCommit: acts }: PendingWrites): Promise<void> {
  for (const act of acts) {
    try {
      await act();
    } catch (error) {
      ctx.log.error(traceOf(error), 'failed after the commit');
    }
  }
}

/** Waits before the next attempt, or throws the error if there is none. */
async function retryOrThrow(
  ctx: Context,
  pending: PendingWrites,
  failure: unknown,
  attempt: number,
): Promise<void> {
  const error = await firstFailure(pending, failure);
  if (attempt >= attempts || !retryable.has(causeCode(error)))
    throw translateRefusal(ctx.catalog.constraints, error);
  await sleep(attempt * 10 + Math.random() * 20);
}

const isInside = (ctx: Context): ctx is WorkContext => ctx.pending !== null;

/** A request that declared a longer time may also run longer statements. */
async function allowTime({ db, deadline }: WorkContext): Promise<void> {
  const milliseconds = deadline?.statementMs;
  if (milliseconds)
    await db.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`);
}

/** The statements were pipelined: the first failure is the cause of the later ones. */
async function settle(sent: readonly PromiseLike<unknown>[]): Promise<void> {
  for (const done of await Promise.allSettled(sent)) if (done.status === 'rejected') throw done.reason;
}

/** After a pipelined statement failed, the next one reports only that the transaction is aborted. */
async function firstFailure(pending: PendingWrites, failure: unknown): Promise<unknown> {
  if (causeCode(failure) !== abandoned) return failure;
  const first = (await Promise.allSettled(pending.sent)).find(({ status }) => status === 'rejected');
  return first?.status === 'rejected' ? first.reason : failure;
}
const abandoned = '25P02';
