import { traceOf } from '#platform/core/trace.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import type { Database } from '#platform/database/types.ts';
import { adapterOf } from './adapter.ts';
import { client } from './client.ts';
import type { JobRuntime } from './perform.ts';
import { lost, lostAfterSeconds, takeLost } from './runs.ts';

const secondsBetweenRounds = 3;

/** Says again and again that this process lives, and hands out anew what those were at that do not. Gives back its end. */
export function superviseRuns({ db, runs, log }: JobRuntime): () => void {
  let isUnderWay = false;
  let quietUntil = 0;
  const round = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await runs.renew();
      if (performance.now() < quietUntil) return;
      for (const queue of await requeueLost(db))
        log.warn({ job: queue }, 'the process of a job is gone, the job is handed out anew');
    } catch (error) {
      // While the database was away nobody could say that they live: they get the time to do so.
      quietUntil = performance.now() + lostAfterSeconds * 1_000;
      if (!isConnectionLost(error)) log.error(traceOf(error), 'job runs');
    } finally {
      isUnderWay = false;
    }
  };
  const timer = setInterval(() => void round(), secondsBetweenRounds * 1_000).unref();
  return () => clearInterval(timer);
}

/** Each counts as tried, so that one that ends every process that takes it up is given up. */
const requeueLost = (db: Database): Promise<string[]> =>
  db.transaction(async (tx) => {
    const found = await takeLost(tx);
    for (const { queue, jobId } of found) await client.fail(queue, jobId, lost, { db: adapterOf(tx) });
    return found.map(({ queue }) => queue);
  });
