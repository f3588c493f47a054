import { clearOldChanges } from '#modules/change/change.service.ts';
import type { Context } from '#platform/context.ts';
import { enqueueMissing, type JobSet } from '#platform/jobs.ts';
import { traceOf } from '#platform/trace.ts';
import { deliver, sendOnce } from './delivery.service.ts';
import { clearDeliveries, enqueueLook, selectDue } from './webhook.queries.ts';
import { webhookQueue } from './webhook.service.ts';

const atOnce = 8;
const keptMs = 30 * 86_400_000;
const tidyEveryMs = 6 * 3_600_000;

export interface Rhythm {
  /** Seconds from one look for changes to the next, while there is anybody to tell. */
  readonly seconds: number;
  readonly idleSeconds: number;
}
const usual: Rhythm = { seconds: 2, idleSeconds: 30 };

export function webhookJobs(systemContext: () => Context, { seconds, idleSeconds }: Rhythm = usual): JobSet {
  let tidied = 0;
  async function look(stopping: AbortSignal): Promise<void> {
    const ctx = systemContext();
    const due = await selectDue(ctx, ctx.clock.now().toISOString());
    // Handed in before the work: should this process die over it, the next look is on the queue.
    await enqueueLook(ctx, webhookQueue, due.length > 0 ? seconds : idleSeconds);
    const workers = Array.from({ length: atOnce }, async () => {
      for (let id = due.shift(); id && !stopping.aborted; id = due.shift()) await attempt(ctx, id, stopping);
    });
    await Promise.all(workers);
    if (Date.now() - tidied < tidyEveryMs || stopping.aborted) return;
    tidied = Date.now();
    await clearOldChanges(ctx);
    await clearDeliveries(ctx, new Date(ctx.clock.now().getTime() - keptMs).toISOString());
  }
  return {
    handlers: {
      [webhookQueue]: (job, stopping) =>
        job.do === 'send' ? sendOnce(systemContext(), job.id ?? '', stopping) : look(stopping),
    },
    resume: () => enqueueMissing(systemContext(), webhookQueue, { do: 'look' }),
  };
}

/** What is wrong with one webhook is no matter of the others. */
async function attempt(ctx: Context, id: string, stopping: AbortSignal): Promise<void> {
  try {
    await deliver({ ...ctx, loaders: new Map() }, id, stopping);
  } catch (error) {
    if (!stopping.aborted) ctx.log.error({ ...traceOf(error), webhookId: id }, 'webhook');
  }
}
