import { and, eq, sql } from 'drizzle-orm';
import { newId } from '#platform/core/ids.ts';
import type { Database } from '#platform/database/types.ts';
import { jobRun } from '#schema/platform/job-run.table.ts';

interface Run {
  readonly queue: string;
  readonly jobId: string;
}

/** Longer than a process is ever too busy to renew its notes, so that a job seldom runs twice. */
export const lostAfterSeconds = 15;

/** Output of a job whose process is gone. */
export const lost = { message: 'the process that was at it is gone' };

const longAgo = sql`now() - make_interval(secs => ${lostAfterSeconds}::int)`;

/** The notes of one process on the jobs that it runs. */
export interface Runs {
  begin(run: Run): Promise<void>;
  end(run: Run): Promise<void>;
  /** Sign of life: this process still runs all the jobs that it began. */
  renew(): Promise<void>;
  /** Deletes all notes of the process, which stops. */
  endAll(): Promise<void>;
}

export function openRuns(db: Database): Runs {
  const processId = newId();
  const own = eq(jobRun.processId, processId);
  return {
    async begin(run) {
      await db
        .insert(jobRun)
        .values({ ...run, processId })
        .onConflictDoUpdate({ target: [jobRun.queue, jobRun.jobId], set: { processId, seenAt: sql`now()` } });
    },
    async end({ queue, jobId }) {
      await db.delete(jobRun).where(and(eq(jobRun.queue, queue), eq(jobRun.jobId, jobId), own));
    },
    async renew() {
      await db.update(jobRun).set({ seenAt: sql`now()` }).where(own);
    },
    async endAll() {
      await db.delete(jobRun).where(own);
    },
  };
}

/** Deletes the notes of silent processes and returns their jobs, each to one caller only. */
export const takeLost = (db: Database): Promise<Run[]> =>
  db
    .delete(jobRun)
    .where(sql`${jobRun.seenAt} < ${longAgo}`)
    .returning({ queue: jobRun.queue, jobId: jobRun.jobId });

/**
 * Whether a job that the queue handed out has no process: there is no note on it, and it was taken up long enough ago for
 * a process to have written one.
 */
export async function isLost(db: Database, { queue, jobId }: Run, since: Date | string): Promise<boolean> {
  const [found] = await db.execute<{
    lost: boolean;
  }>(sql`select ${new Date(since).toISOString()}::timestamptz < ${longAgo}
    and not exists (select from ${jobRun} where ${jobRun.queue} = ${queue} and ${jobRun.jobId} = ${jobId}) as lost`);
  return found?.lost ?? false;
}
