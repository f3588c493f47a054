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
  /** From here on a statement that fails is logged and not thrown; for the time when pg-boss runs by itself. */
  logFailures(): void;
  /** Comes back when none of its statements is under way. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * pg-boss on a connection of its own. Its workers send the statement that a job is done and await no answer, so an error
 * there would be an unhandled rejection. Each statement is therefore repeated until the database answers or the process
 * stops.
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
  let throwsFailures = true;
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
          if (throwsFailures) throw error;
          report(error);
          return null;
        });
        underWay.add(answered);
        try {
          // Null stands for no rows here.
          return (await answered) as { rows: unknown[] };
        } finally {
          // Removed one turn later: by then pg-boss has begun the statement that follows, and `settle` waits for that too.
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
    logFailures: () => {
      throwsFailures = false;
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
