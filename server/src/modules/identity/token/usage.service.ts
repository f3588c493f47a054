import { addUsage } from '#modules/identity/rate-limit/rate-limit.queries.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import type { RateLimiter, Usage } from '#platform/rate-limit/rate-limiter.ts';

/** Counts a request of a token; written later in batches. Sessions are not counted. */
export function countUsage(ctx: Context, tokenId: string | null, more: Usage): void {
  if (ctx.rateLimiter && tokenId) add(ctx.rateLimiter, `${tokenId} ${today(ctx.clock)}`, more);
}

function add({ unsaved }: RateLimiter, key: string, more: Usage): void {
  const usage = unsaved.get(key) ?? { operations: 0, points: 0, refusals: 0 };
  usage.operations += more.operations;
  usage.points += more.points;
  usage.refusals += more.refusals;
  unsaved.set(key, usage);
}

/** Writes the counts of this process; counts that could not be written are kept for the next time. */
export async function saveUsage(ctx: Context): Promise<void> {
  const { rateLimiter } = ctx;
  if (!rateLimiter || rateLimiter.unsaved.size === 0) return;
  const taken = [...rateLimiter.unsaved];
  rateLimiter.unsaved.clear();
  const rows = taken.map(([key, usage]) => {
    const [tokenId = '', day = ''] = key.split(' ');
    return { tokenId, day, ...usage };
  });
  try {
    await addUsage(ctx, rows);
  } catch (error) {
    for (const [key, usage] of taken) add(rateLimiter, key, usage);
    throw error;
  }
}

/** Errors are logged and not thrown: no request waits or fails because of a count. */
export const saveUsageOrLog = (ctx: Context): Promise<void> =>
  saveUsage(ctx).catch((error: unknown) => {
    if (!isConnectionLost(error)) ctx.log.error(traceOf(error), 'usage of tokens');
  });

const interval = 5_000;

/** Saves every few seconds, and once more when it is stopped; a process that is killed loses no more than that. */
export function saveUsageRegularly(ctx: Context): { stop(): Promise<void> } {
  const timer = setInterval(() => saveUsageOrLog(ctx), interval).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return saveUsageOrLog(ctx);
    },
  };
}
