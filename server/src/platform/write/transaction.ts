import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { flushAudit } from '#platform/audit/audit.ts';
import type { Context, Work, WorkContext } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import { flushChanges } from '#platform/feed/flush.ts';
import { causeCode, translateRefusal } from './refusals.ts';

/** Serialization failure and deadlock: nobody's fault, tried again. */
const retryable = new Set(['40001', '40P01']);
const attempts = 5;

/**
 * Runs `fn` in one transaction, or joins the one that already runs. The changes and audit rows that `fn` noted are written
 * last, so that the lock on the county's chain is held as briefly as can be. Once a request's time is over nothing of
 * it is committed. What concerns the world outside the database goes by a job that is written in the same transaction.
 *
 * `ahead` sends what is asked first in any case, along with the beginning of the transaction: it may read and lock, and
 * must not write. It does not wait for the answers; `fn` gets them.
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
    const work: Work = { audit: [], changes: [], reach: [], sent: [], afterCommit: [] };
    const committed: T[] = [];
    let held = false;
    try {
      await transactions.run(async ({ db, begun, commit }) => {
        const inner: WorkContext = { ...ctx, db, work, loaders: new Map() };
        const asked = ahead(inner);
        await begun;
        await allowTime(inner);
        const value = await fn(inner, asked);
        await flushChanges(inner);
        await flushAudit(inner);
        ctx.deadline?.hold();
        held = true;
        // At once behind the rest: the lock on the chain is free as soon as the database is through with it.
        await settle([...work.sent, commit().then(() => committed.push(value))]);
      });
    } catch (failure) {
      // What fails behind the commit, such as the way back of the connection, undoes nothing and repeats nothing.
      if (committed.length > 0) ctx.log.warn(traceOf(failure), 'a failure after the commit');
      else await retryOrThrow(ctx, work, failure, attempt);
    } finally {
      if (held) ctx.deadline?.release();
    }
    if (committed.length === 0) continue;
    ctx.loaders.clear();
    await runAfterCommit(ctx, work);
    return committed[0] as T;
  }
}

/**
 * Puts something off until the transaction is committed: for what lies outside the database and may be lost with the
 * process, such as what a request remembers. It runs once, it cannot fail the write any more, and not at all where
 * nothing is committed. What must not be lost goes by a job.
 */
export function afterCommit(work: WorkContext, act: () => void | Promise<void>): void {
  work.work.afterCommit.push(act);
}

async function runAfterCommit(ctx: Context, { afterCommit: acts }: Work): Promise<void> {
  for (const act of acts) {
    try {
      await act();
    } catch (error) {
      ctx.log.error(traceOf(error), 'failed after the commit');
    }
  }
}

/** Waits before the next attempt, or throws why there is none. */
async function retryOrThrow(ctx: Context, work: Work, failure: unknown, attempt: number): Promise<void> {
  const error = await firstFailure(work, failure);
  if (attempt >= attempts || !retryable.has(causeCode(error)))
    throw translateRefusal(ctx.catalog.constraints, error);
  await sleep(attempt * 10 + Math.random() * 20);
}

const isInside = (ctx: Context): ctx is WorkContext => ctx.work !== null;

/** What says of itself that it takes long may run longer statements too. */
async function allowTime({ db, deadline }: WorkContext): Promise<void> {
  const milliseconds = deadline?.statementMs;
  if (milliseconds)
    await db.execute(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`);
}

/** They were sent without waiting for each other: the first that fails is the reason why the others do. */
async function settle(sent: readonly PromiseLike<unknown>[]): Promise<void> {
  for (const done of await Promise.allSettled(sent)) if (done.status === 'rejected') throw done.reason;
}

/** After a statement that nobody had waited for yet has failed, the next one says only that all is lost. */
async function firstFailure(work: Work, failure: unknown): Promise<unknown> {
  if (causeCode(failure) !== abandoned) return failure;
  const first = (await Promise.allSettled(work.sent)).find(({ status }) => status === 'rejected');
  return first?.status === 'rejected' ? first.reason : failure;
}
const abandoned = '25P02';
