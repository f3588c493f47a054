import { clearOldChanges } from '#modules/change/change.service.ts';
import type { Context } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { JobSet } from '#platform/jobs/job-set.ts';
import { enqueueThrottled } from '#platform/jobs/send.ts';
import { createCourier } from './courier.ts';
import { deliver, sendOnce } from './delivery.service.ts';
import { clearDeliveries, selectDue } from './webhook.queries.ts';
import { sendQueue, webhookQueue, webhookTidyQueue } from './webhook.service.ts';

/** Concurrent manual messages: only a few per person may be queued, so nobody takes all of them. */
const sendsAtOnce = 4;
const keptMs = 30 * 86_400_000;

export interface Rhythm {
  /** Seconds between two rounds, while there are webhooks. */
  readonly seconds: number;
  readonly idleSeconds: number;
}
const usual: Rhythm = { seconds: 2, idleSeconds: 30 };

export function webhookJobs(systemContext: () => Context, { seconds, idleSeconds }: Rhythm = usual): JobSet {
  const courier = createCourier();
  /** Starts every free webhook and waits for none of them. */
  async function round(stopping: AbortSignal): Promise<void> {
    const ctx = systemContext();
    const due = await selectDue(ctx, ctx.clock.now().toISOString());
    const pause = due.length + courier.count() > 0 ? seconds : idleSeconds;
    // Enqueued first: should this process die during the round, the next one is on the queue. However many rounds
    // overlap, only one follows.
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

/** A failure of one webhook must not affect the others. */
async function attempt(ctx: Context, id: string, stopping: AbortSignal): Promise<void> {
  try {
    await deliver({ ...ctx, loaders: new Map() }, id, stopping);
  } catch (error) {
    if (!stopping.aborted) ctx.log.error({ ...traceOf(error), webhookId: id }, 'webhook');
  }
}
