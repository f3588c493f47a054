import { setMaxListeners } from 'node:events';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { stopBudget } from '#platform/config/stop-budget.ts';
import type { Log } from '#platform/core/log.ts';
import type { Availability } from '#platform/database/availability.ts';
import { connect } from '#platform/database/database.ts';
import { adapterOf } from './adapter.ts';
import { openBoss } from './boss.ts';
import { client } from './client.ts';
import { type JobHandler, resumeQueue, type WholeJobSet } from './job-set.ts';
import { notifyWorkers, onNotified } from './notify.ts';
import { type Job, type JobRuntime, perform, takeOne } from './perform.ts';
import { openRuns } from './runs.ts';
import { superviseRuns } from './supervise.ts';

export interface Jobs {
  /** Names of the queues that are handled. */
  readonly queues: readonly string[];
  /**
   * Takes up whatever waits, from here on and until it is stopped. What schedules say is handed in by the clock, and once
   * each time this is asked for.
   */
  start(): Promise<void>;
  /** Does what is waiting now, one job after another, and comes back. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** A worker asks so often by itself; it is told of what this process hands in. */
const secondsBetweenFetches = 1;
/** So that whatever pg-boss has yet to say of the job before is heard first. */
const secondsToPutBack = 1;

/** Work in the background, on a queue in the database: it survives the process, and any process may take it up. */
export function createJobs(
  databaseUrl: string,
  log: Log,
  set: WholeJobSet,
  availability?: Availability,
): Jobs {
  const stopping = new AbortController();
  // Every statement of pg-boss may wait for it.
  setMaxListeners(0, stopping.signal);
  const { boss, ...queue } = openBoss(databaseUrl, log, stopping.signal, availability);
  const { db, close } = connect(databaseUrl, { max: 2, availability });
  const runtime: JobRuntime = { db, runs: openRuns(db), log, stopping: stopping.signal };
  const queues: [string, JobHandler][] = [...Object.entries(set.handlers), [resumeQueue, set.resume]];
  const performing = new Set<Promise<void>>();
  const ends: (() => void)[] = [];
  let isStarted = false;

  async function startWorker(name: string, handle: JobHandler): Promise<void> {
    const options = { batchSize: 1, pollingIntervalSeconds: secondsBetweenFetches };
    const worker = await boss.work<Job['data']>(name, options, async ([job]) => {
      if (!job) return;
      const done = perform({ name, id: job.id, data: job.data }, handle, runtime, secondsToPutBack);
      performing.add(done);
      try {
        await done;
      } finally {
        performing.delete(done);
        // Asks for the next at once.
        boss.notifyWorker(worker);
      }
    });
    ends.push(onNotified((queue) => queue === name && boss.notifyWorker(worker)));
  }

  /** The schedules of this release, and none of a former one. */
  async function schedule(): Promise<void> {
    for (const [name, cron] of Object.entries(set.schedules))
      await boss.schedule(name, cron, {}, { tz: 'Asia/Shanghai' });
    for (const { name } of await boss.getSchedules())
      if (!(name in set.schedules)) await boss.unschedule(name);
  }

  async function begin(): Promise<void> {
    isStarted = true;
    await boss.start();
    await schedule();
    queue.logFailures();
    for (const [name, handle] of queues)
      for (let count = set.workers[name] ?? 1; count > 0; count -= 1) await startWorker(name, handle);
    ends.push(superviseRuns(runtime));
  }

  /** Comes back when the workers of this process are at nothing. */
  async function idle(): Promise<void> {
    do {
      await Promise.allSettled(performing);
      await turn();
      await queue.settle();
    } while (performing.size > 0);
  }

  async function leave(): Promise<void> {
    // What goes on is put back, to be taken up by another process or at the next start.
    await boss.stop({ graceful: false });
    await queue.settle();
    if (isStarted) await runtime.runs.endAll().catch(() => undefined);
    await Promise.all([queue.close(), close()]);
  }

  return {
    queues: Object.keys(set.handlers),
    async start() {
      if (!isStarted) await begin();
      // A machine may be off at the very hour.
      for (const name of Object.keys(set.schedules)) {
        await client.send(name, {}, { db: adapterOf(db) });
        notifyWorkers(name);
      }
    },
    async drain() {
      // What they have taken up already counts as waiting too.
      await idle();
      for (const [name, handle] of queues) while (await takeOne(name, handle, runtime));
      await idle();
      await set.settle();
    },
    async stop() {
      stopping.abort();
      for (const end of ends.splice(0)) end();
      for (const [name] of queues) await boss.offWork(name);
      const { drain, jobs } = stopBudget;
      await Promise.race([Promise.all([idle(), set.settle()]), sleep(jobs, undefined, { ref: false })]);
      await Promise.race([leave(), sleep(drain - jobs, undefined, { ref: false })]);
    },
  };
}
