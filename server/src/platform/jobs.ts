import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import type { Context, Log } from './context.ts';
import { traceOf } from './trace.ts';

/** Does one job. What it is told to stop at is checked between its steps: the rest is taken up at the next start. */
export type JobHandler = (data: Readonly<Record<string, string>>, stopping: AbortSignal) => Promise<void>;

export interface JobSet {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** Hands in again what was under way when the last process ended. */
  readonly resume: () => Promise<void>;
}

export interface Jobs {
  /** Begins to look for work, again and again. */
  start(): Promise<void>;
  /** Does what is waiting now, one job after another, and comes back. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const secondsBetweenLooks = 1;
/** A job that will not end is left to the next start after this. */
const patience = 5_000;

/** The jobs of several modules on one queue. */
export const allJobs = (...sets: readonly JobSet[]): JobSet => ({
  handlers: Object.assign({}, ...sets.map((set) => set.handlers)),
  async resume() {
    for (const set of sets) await set.resume();
  },
});

/** Puts a job on the queue in the transaction at hand: it is done only if that is, and not before some seconds. */
export async function enqueue(
  ctx: Context,
  name: string,
  data: Record<string, string>,
  afterSeconds = 0,
): Promise<void> {
  await ctx.db.execute(sql`insert into pgboss.job (name, data, retry_limit, retry_delay, expire_in, policy, start_after)
    select name, ${JSON.stringify(data)}::text::jsonb, coalesce(retry_limit, 2), coalesce(retry_delay, 0),
      make_interval(secs => coalesce(expire_seconds, 900)), policy, now() + make_interval(secs => ${afterSeconds}::int)
    from pgboss.queue where name = ${name}`);
}

/** Work in the background, on a queue in the database: it survives the process, and any process may take it up. */
export function createJobs(databaseUrl: string, log: Log, set: JobSet): Jobs {
  const stopping = new AbortController();
  let opened: Promise<PgBoss> | null = null;
  const open = (): Promise<PgBoss> => {
    opened ??= openQueue(databaseUrl, log);
    return opened;
  };
  return {
    async start() {
      const boss = await open();
      await set.resume();
      for (const [name, handle] of Object.entries(set.handlers)) {
        const options = { pollingIntervalSeconds: secondsBetweenLooks };
        await boss.work<Record<string, string>>(name, options, async ([job]) => {
          if (job) await handle(job.data, stopping.signal);
        });
      }
    },
    async drain() {
      const boss = await open();
      for (const [name, handle] of Object.entries(set.handlers)) {
        for (;;) {
          const [job] = await boss.fetch<Record<string, string>>(name);
          if (!job) break;
          await handle(job.data, stopping.signal);
          await boss.complete(name, job.id);
        }
      }
    },
    async stop() {
      stopping.abort();
      if (!opened) return;
      const boss = await opened;
      const stopped = boss.stop({ graceful: true, timeout: patience });
      await Promise.race([stopped, sleep(patience, undefined, { ref: false })]);
    },
  };
}

async function openQueue(databaseUrl: string, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'bangfu jobs',
    // The tables are made by the migrations; the server's role could not make them.
    migrate: false,
    schedule: false,
    max: 2,
    ...{ options: '-c role=bangfu_app' },
  });
  boss.on('error', (error) => log.error(traceOf(error), 'job queue'));
  return boss.start();
}
