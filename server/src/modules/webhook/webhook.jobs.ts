import { clearOldChanges } from '#modules/change/change.service.ts';
import type { Context } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { JobSet } from '#platform/jobs/job-set.ts';
import { enqueueThrottled } from '#platform/jobs/send.ts';
import { createCourier } from './courier.ts';
import { deliver, sendOnce } from './delivery.service.ts';
import { clearDeliveries, selectDue } from './webhook.queries.ts';
import { sendQueue, webhookQueue, webhookTidyQueue } from './webhook.service.ts';

/** Messages that people send by hand: a few of each person may wait, so no one person holds all of these. */
const sendsAtOnce = 4;
const keptMs = 30 * 86_400_000;

export interface Rhythm {
  /** Seconds from one round to the next, while there is anybody to tell. */
  readonly seconds: number;
  readonly idleSeconds: number;
}
const usual: Rhythm = { seconds: 2, idleSeconds: 30 };

export function webhookJobs(systemContext: () => Context, { seconds, idleSeconds }: Rhythm = usual): JobSet {
  const courier = createCourier();
  /** Begins with all that is free and waits for none of it. */
  async function round(stopping: AbortSignal): Promise<void> {
    const ctx = systemContext();
    const due = await selectDue(ctx, ctx.clock.now().toISOString());
    const pause = due.length + courier.count() > 0 ? seconds : idleSeconds;
    // Handed in before the work: should this process die over it, the next round is on the queue. Whatever the number of
    // rounds that meet, one follows.
    await enqueueThrottled(ctx, webhookQueue, {}, { key: `${pause}`, seconds: pause, afterSeconds: pause });
    for (const { id, ownerId } of due)
      if (!stopping.aborted) courier.begin(id, ownerId, () => attempt(ctx, id, stopping));
  }
  return {
    handlers: {
      [webhookQueue]: (_job, stopping) => round(stopping),
      [sendQueue]: (job, stopping) => sendOnce(systemContext(), job.id ?? '', stopping),
      [webhookTidyQueue]: () => tidy(systemContext()),
    },
    workers: { [sendQueue]: sendsAtOnce },
    settle: courier.settle,
    resume: () =>
      enqueueThrottled(
        systemContext(),
        webhookQueue,
        {},
        { key: 'resume', seconds: idleSeconds, afterSeconds: 0 },
      ),
  };
}

async function tidy(ctx: Context): Promise<void> {
  await clearOldChanges(ctx);
  await clearDeliveries(ctx, new Date(ctx.clock.now().getTime() - keptMs).toISOString());
}

/** What is wrong with one webhook is no matter of the others. */
async function attempt(ctx: Context, id: string, stopping: AbortSignal): Promise<void> {
  try {
    await deliver({ ...ctx, loaders: new Map() }, id, stopping);
  } catch (error) {
    if (!stopping.aborted) ctx.log.error({ ...traceOf(error), webhookId: id }, 'webhook');
  }
}
