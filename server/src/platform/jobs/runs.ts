import { and, eq, sql } from 'drizzle-orm';
import { newId } from '#platform/core/ids.ts';
import type { Database } from '#platform/database/types.ts';
import { jobRun } from '#schema/platform/job-run.table.ts';

interface Run {
  readonly queue: string;
  readonly jobId: string;
}

/** Longer than a process is ever too busy to say that it lives, so that two seldom do the same. */
export const lostAfterSeconds = 15;

/** What stands with a job whose process was not heard of any more. */
export const lost = { message: 'the process that was at it is gone' };

const longAgo = sql`now() - make_interval(secs => ${lostAfterSeconds}::int)`;

/** The notes of one process on what it is at. */
export interface Runs {
  begin(run: Run): Promise<void>;
  end(run: Run): Promise<void>;
  /** Says that this process is still at all that it began. */
  renew(): Promise<void>;
  /** Forgets everything, where the process leaves. */
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

/** Takes away the notes of processes that have not been heard of for a while, each for one who asks. */
export const takeLost = (db: Database): Promise<Run[]> =>
  db
    .delete(jobRun)
    .where(sql`${jobRun.seenAt} < ${longAgo}`)
    .returning({ queue: jobRun.queue, jobId: jobRun.jobId });

/** Whether nobody is at a job that the queue handed out: for a moment there is no note of one that was just taken up. */
export async function isLost(db: Database, { queue, jobId }: Run, since: Date | string): Promise<boolean> {
  const [found] = await db.execute<{
    lost: boolean;
  }>(sql`select ${new Date(since).toISOString()}::timestamptz < ${longAgo}
    and not exists (select from ${jobRun} where ${jobRun.queue} = ${queue} and ${jobRun.jobId} = ${jobId}) as lost`);
  return found?.lost ?? false;
}
