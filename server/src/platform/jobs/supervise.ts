import { traceOf } from '#platform/core/trace.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import type { Database } from '#platform/database/types.ts';
import { adapterOf } from './adapter.ts';
import { client } from './client.ts';
import type { JobRuntime } from './perform.ts';
import { lost, lostAfterSeconds, takeLost } from './runs.ts';

const secondsBetweenRounds = 3;

/**
 * The sign of life of this process, and what follows where another gave none: every three seconds it renews the notes on
 * its own jobs (`job_run`) and puts the jobs of silent processes back on the queue. A timer of the process and no schedule,
 * since schedules are for minutes and one process of many. Returns the function that ends it.
 */
export function superviseRuns({ db, runs, log }: JobRuntime): () => void {
  let isUnderWay = false;
  let requeuesFrom = 0;
  const round = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await runs.renew();
      if (performance.now() < requeuesFrom) return;
      for (const queue of await requeueLost(db))
        log.warn({ job: queue }, 'the process of a job is gone, the job is handed out anew');
    } catch (error) {
      // During an outage no process could renew its notes: all of them get the time to do so first.
      requeuesFrom = performance.now() + lostAfterSeconds * 1_000;
      if (!isConnectionLost(error)) log.error(traceOf(error), 'job runs');
    } finally {
      isUnderWay = false;
    }
  };
  const timer = setInterval(() => void round(), secondsBetweenRounds * 1_000).unref();
  return () => clearInterval(timer);
}

/** Each try counts, so a job that kills every process that takes it up is given up in the end. */
const requeueLost = (db: Database): Promise<string[]> =>
  db.transaction(async (tx) => {
    const found = await takeLost(tx);
    for (const { queue, jobId } of found) await client.fail(queue, jobId, lost, { db: adapterOf(tx) });
    return found.map(({ queue }) => queue);
  });
