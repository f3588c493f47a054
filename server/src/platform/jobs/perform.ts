import type { Log } from '#platform/core/log.ts';
import { traceOf } from '#platform/core/trace.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import type { Database } from '#platform/database/types.ts';
import { adapterOf } from './adapter.ts';
import { untilAnswered } from './boss.ts';
import { client } from './client.ts';
import type { JobHandler } from './job-set.ts';
import type { Runs } from './runs.ts';

export interface Job {
  readonly name: string;
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface JobRuntime {
  readonly db: Database;
  readonly runs: Runs;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

/** What may stand in the queue of a failure: not its message, which may be about a person. */
class JobFailed extends Error {
  override readonly name = 'JobFailed';
  readonly trace: Record<string, unknown>;
  constructor(cause: unknown) {
    super('the job failed');
    this.trace = traceOf(cause);
  }
}

/**
 * Does one job, and throws where it is to be tried again. One that was broken off by the database is put back once that is
 * there again, and counts as not tried.
 */
export async function perform(
  job: Job,
  handle: JobHandler,
  { db, runs, log, stopping }: JobRuntime,
  secondsToPutBack: number,
): Promise<void> {
  const run = { queue: job.name, jobId: job.id };
  try {
    await runs.begin(run);
    await handle(job.data, stopping);
  } catch (error) {
    const trace = { ...traceOf(error), job: job.name };
    if (!isConnectionLost(error)) {
      log.error(trace, 'job failed');
      throw new JobFailed(error);
    }
    log.warn(trace, 'job broken off by the database, put back');
    await untilAnswered(() => putBack(db, job, secondsToPutBack), stopping);
  } finally {
    await untilAnswered(() => runs.end(run), stopping);
  }
}

/** The queue counts whatever was taken up as tried, so that the same job is sent anew. */
async function putBack(db: Database, { name, id, data }: Job, afterSeconds: number): Promise<void> {
  await db.transaction(async (tx) => {
    const options = { db: adapterOf(tx) };
    await client.deleteJob(name, id, options);
    await client.send(name, data, { ...options, id, startAfter: afterSeconds });
  });
}

/** Does the job that waits longest on a queue; false where none waits. */
export async function takeOne(name: string, handle: JobHandler, runtime: JobRuntime): Promise<boolean> {
  const options = { db: adapterOf(runtime.db) };
  const [job] = await client.fetch<Job['data']>(name, options);
  if (!job) return false;
  try {
    await perform({ name, id: job.id, data: job.data }, handle, runtime, 0);
  } catch (error) {
    await client.fail(name, job.id, error as JobFailed, options);
    throw error;
  }
  await client.complete(name, job.id, {}, options);
  return true;
}
