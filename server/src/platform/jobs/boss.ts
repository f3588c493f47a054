import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Log } from '#platform/core/log.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { Availability } from '#platform/database/availability.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import { openClientPool } from '#platform/database/database.ts';

const msBetweenAttempts = 500;

export interface OpenedBoss {
  /** Takes up what waits, does what schedules say, and tidies the queue, until it is stopped. */
  readonly boss: PgBoss;
  /** Says that from here on nobody hears of a statement that fails: it is logged. */
  goUnheard(): void;
  /** Comes back when none of its statements is under way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * pg-boss on a connection of its own. It does not wait for what it says of a job's end, so that a failure there would
 * be nobody's: each statement waits until the database is there again, or until the process leaves.
 */
export function openBoss(
  databaseUrl: string,
  log: Log,
  stopping: AbortSignal,
  availability?: Availability,
): OpenedBoss {
  // One connection: pg-boss sends whole transactions as one text.
  const pool = openClientPool(databaseUrl, { max: 1, availability });
  const underWay = new Set<Promise<unknown>>();
  let isHeard = true;
  const run = async (text: string, values: unknown[] = []) => ({
    rows: [...(await pool.statements.unsafe(text, values.map((value) => value ?? null) as never[]))],
  });
  const report = (error: unknown) => {
    if (!stopping.aborted) log.error(traceOf(error), 'job queue');
  };
  const boss = new PgBoss({
    db: {
      async executeSql(text, values) {
        const answered = untilAnswered(() => run(text, values), stopping).catch((error: unknown) => {
          if (isHeard) throw error;
          report(error);
          return null;
        });
        underWay.add(answered);
        try {
          // pg-boss takes no answer for nothing done.
          return (await answered) as { rows: unknown[] };
        } finally {
          // Only after what hears the answer: whoever waits for all then finds its next step begun.
          setImmediate(() => underWay.delete(answered));
        }
      },
    },
    // The tables are made by the migrations; the server's role could not make them.
    migrate: false,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 1,
  });
  boss.on('error', report);
  return {
    boss,
    goUnheard: () => {
      isHeard = false;
    },
    settle: async () => {
      while (underWay.size > 0) {
        await Promise.allSettled(underWay);
        await new Promise(setImmediate);
      }
    },
    close: () => pool.close(),
  };
}

/** Asks until the database answers; null where the process leaves before. */
export async function untilAnswered<T>(attempt: () => Promise<T>, stopping: AbortSignal): Promise<T | null> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
    }
    if (stopping.aborted) return null;
    await sleep(msBetweenAttempts, undefined, { signal: stopping }).catch(() => undefined);
  }
}
