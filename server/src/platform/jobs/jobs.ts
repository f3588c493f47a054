import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/core/log.ts';
import { stopBudget } from '#platform/core/stop-budget.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { Availability } from '#platform/database/availability.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import { type Job, type JobQueue, openQueue } from './job-queue.ts';

/** Does one job. What it is told to stop at is checked between its steps: the rest is taken up at the next start. */
export type JobHandler = (data: Readonly<Record<string, string>>, stopping: AbortSignal) => Promise<void>;

export interface JobSet {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /**
   * Hands in what is under way and on no queue: a database that was killed, or brought back from a copy, may have kept
   * the one and not the other. Called at the start and again and again.
   */
  readonly resume: () => Promise<void>;
  /** How many jobs of a queue may be done at once; one where nothing is said. */
  readonly workers?: Readonly<Record<string, number>>;
  /** Comes back when nothing goes on any more that jobs began and did not wait for. */
  readonly settle?: () => Promise<void>;
  /** Told of a job that is not tried again, so that a person can see it and start anew. */
  readonly givenUp?: Readonly<Record<string, (data: Job['data']) => Promise<void>>>;
}

export interface Jobs {
  /** Begins to look for work, again and again. */
  start(): Promise<void>;
  /** Does what is waiting now, one job after another, and comes back. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const secondsBetweenLooks = 1;
const secondsBetweenSweeps = 5;
const secondsBetweenRenewals = 3;

/** The jobs of several modules on one queue. */
export const allJobs = (...sets: readonly JobSet[]): JobSet => ({
  handlers: Object.assign({}, ...sets.map((set) => set.handlers)),
  async resume() {
    for (const set of sets) await set.resume();
  },
  workers: Object.assign({}, ...sets.map((set) => set.workers)),
  settle: async () => {
    for (const set of sets) await set.settle?.();
  },
  givenUp: Object.assign({}, ...sets.map((set) => set.givenUp)),
});

/** Work in the background, on a queue in the database: it survives the process, and any process may take it up. */
export function createJobs(databaseUrl: string, log: Log, set: JobSet, availability?: Availability): Jobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every looker waits for it between its looks, and there are more than a few.
  setMaxListeners(0, signal);
  let opened: Promise<JobQueue> | null = null;
  const open = (): Promise<JobQueue> => {
    opened ??= openQueue(databaseUrl, log, availability).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  const lookers: Looker[] = [];
  const queues = Object.entries(set.handlers);
  return {
    async start() {
      const queue = await open();
      await set.resume();
      // One for each queue is enough, however often this is asked for.
      if (lookers.length > 0) return;
      for (const [name, handle] of queues)
        for (let count = set.workers?.[name] ?? 1; count > 0; count -= 1)
          lookers.push(keepLooking(() => takeOne(queue, name, handle, log, signal), log, signal));
      void keepSweeping(queue, set, log, signal);
    },
    async drain() {
      const queue = await open();
      // What they have taken up already counts as waiting too, and nothing may slip away to them meanwhile.
      await Promise.all(lookers.map((looker) => looker.rest()));
      try {
        for (const [name, handle] of queues) while (await takeOne(queue, name, handle, log, signal));
        await set.settle?.();
      } finally {
        for (const looker of lookers) looker.goOn();
      }
    },
    async stop() {
      stopping.abort();
      const queue = await opened?.catch(() => null);
      if (!queue) return;
      const stopped = Promise.all([...lookers.map((looker) => looker.rest()), set.settle?.()]);
      const { work, jobs } = stopBudget;
      await Promise.race([stopped, sleep(jobs, undefined, { ref: false })]);
      await Promise.race([queue.close(), sleep(work - jobs, undefined, { ref: false })]);
    },
  };
}

/**
 * Does the job that waits longest on a queue; false where none waits. One that fails is noted and tried again; one that
 * was broken off by the database is put back once that is there again, and counts as not tried.
 */
async function takeOne(
  queue: JobQueue,
  name: string,
  handle: JobHandler,
  log: Log,
  stopping: AbortSignal,
): Promise<boolean> {
  const job = await queue.fetch(name);
  if (!job) return false;
  const renewing = setInterval(() => {
    queue.renew(job).catch(() => undefined);
  }, secondsBetweenRenewals * 1_000);
  try {
    const [outcome] = await Promise.allSettled([handle(job.data, stopping)]);
    if (outcome.status === 'fulfilled') await untilHeard(() => queue.complete(job), stopping);
    else if (isConnectionLost(outcome.reason)) {
      log.warn({ ...traceOf(outcome.reason), job: name }, 'job broken off by the database, put back');
      await untilHeard(() => queue.giveBack(job), stopping);
    } else {
      await untilHeard(() => queue.fail(job, traceOf(outcome.reason)), stopping);
      throw outcome.reason;
    }
  } finally {
    clearInterval(renewing);
  }
  return true;
}

/** Says how a job ended until the database hears it; what is never heard another takes up when the lease is over. */
async function untilHeard(say: () => Promise<void>, stopping: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await say();
      return;
    } catch (error) {
      if (!isConnectionLost(error) || stopping.aborted) throw error;
    }
    await sleep(secondsBetweenLooks * 1_000, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** Brings back what was lost: jobs whose process died or whose database did, and work that is on no queue. */
async function keepSweeping(queue: JobQueue, set: JobSet, log: Log, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await sleep(secondsBetweenSweeps * 1_000, undefined, { signal: stopping, ref: false }).catch(
      () => undefined,
    );
    if (stopping.aborted) return;
    try {
      for (const { name, data } of await queue.sweep(Object.keys(set.handlers))) {
        log.error({ job: name }, 'job given up');
        await set.givenUp?.[name]?.(data);
      }
      await set.resume();
    } catch (error) {
      if (!isConnectionLost(error)) log.error(traceOf(error), 'job sweep');
    }
  }
}

interface Looker {
  /** Comes back when it has done what it was at; until `goOn` it takes up nothing. */
  rest(): Promise<void>;
  goOn(): void;
}

/** Looks for work again and again: at once after some was found, else after a pause. */
function keepLooking(look: () => Promise<boolean>, log: Log, stopping: AbortSignal): Looker {
  let resting = 0;
  let current: Promise<boolean> = Promise.resolve(false);
  const run = async () => {
    while (!stopping.aborted) {
      if (resting === 0) {
        current = look().catch((error: unknown) => {
          // That the database is away is said once, and not by every queue every second.
          if (!isConnectionLost(error)) log.error(traceOf(error), 'job failed');
          return false;
        });
        if (await current) continue;
      }
      await sleep(secondsBetweenLooks * 1_000, undefined, { signal: stopping }).catch(() => undefined);
    }
  };
  void run();
  return {
    rest: async () => {
      resting += 1;
      await current;
    },
    goOn: () => {
      resting -= 1;
    },
  };
}
