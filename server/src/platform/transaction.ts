import { setTimeout as sleep } from 'node:timers/promises';
import { flushAudit } from './audit.ts';
import type { Context, Work, WorkContext } from './context.ts';
import { causeCode, translateRefusal } from './refusals.ts';

/** Serialization failure and deadlock: nobody's fault, tried again. */
const retryable = new Set(['40001', '40P01']);
const attempts = 5;

/**
 * Runs `fn` in one transaction, or joins the one that already runs. The audit rows that `fn` recorded are written
 * last, so that the lock on the county's chain is held as briefly as can be. What is registered in `afterCommit`
 * runs only once the data is safe.
 */
export async function withTransaction<T>(ctx: Context, fn: (ctx: WorkContext) => Promise<T>): Promise<T> {
  if (ctx.work) return fn(ctx as WorkContext);
  for (let attempt = 1; ; attempt += 1) {
    const work: Work = { audit: [], afterCommit: [] };
    try {
      const result = await ctx.db.transaction(async (tx) => {
        const inner: WorkContext = { ...ctx, db: tx, work, loaders: new Map() };
        const value = await fn(inner);
        await flushAudit(inner);
        return value;
      });
      ctx.loaders.clear();
      for (const step of work.afterCommit) await step();
      return result;
    } catch (error) {
      if (attempt >= attempts || !retryable.has(causeCode(error))) throw translateRefusal(error);
      await sleep(attempt * 10 + Math.random() * 20);
    }
  }
}
