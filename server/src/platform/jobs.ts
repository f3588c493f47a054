import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import type { Context, Log } from './context.ts';
import { openClient } from './database.ts';
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

interface OpenQueue {
  readonly boss: PgBoss;
  close(): Promise<void>;
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
  let opened: Promise<OpenQueue> | null = null;
  const open = (): Promise<OpenQueue> => {
    opened ??= openQueue(databaseUrl, log);
    return opened;
  };
  const lookers: Looker[] = [];
  return {
    async start() {
      const { boss } = await open();
      await set.resume();
      // One for each queue is enough, however often this is asked for.
      if (lookers.length > 0) return;
      for (const [name, handle] of Object.entries(set.handlers)) {
        lookers.push(keepLooking(() => takeOne(boss, name, handle, stopping.signal), log, stopping.signal));
      }
    },
    async drain() {
      const { boss } = await open();
      // What they have taken up already counts as waiting too, and nothing may slip away to them meanwhile.
      await Promise.all(lookers.map((looker) => looker.rest()));
      try {
        for (const [name, handle] of Object.entries(set.handlers)) {
          while (await takeOne(boss, name, handle, stopping.signal));
        }
      } finally {
        for (const looker of lookers) looker.goOn();
      }
    },
    async stop() {
      stopping.abort();
      if (!opened) return;
      const queue = await opened;
      const stopped = Promise.all(lookers.map((looker) => looker.rest()));
      await Promise.race([stopped, sleep(patience, undefined, { ref: false })]);
      await Promise.race([queue.close(), sleep(patience, undefined, { ref: false })]);
    },
  };
}

/** Does the job that waits longest on a queue; false where none waits. One that fails is noted and tried again. */
async function takeOne(
  boss: PgBoss,
  name: string,
  handle: JobHandler,
  stopping: AbortSignal,
): Promise<boolean> {
  const [job] = await boss.fetch<Record<string, string>>(name);
  if (!job) return false;
  try {
    await handle(job.data, stopping);
  } catch (error) {
    await boss.fail(name, job.id, traceOf(error));
    throw error;
  }
  await boss.complete(name, job.id);
  return true;
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
          log.error(traceOf(error), 'job failed');
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

async function openQueue(databaseUrl: string, log: Log): Promise<OpenQueue> {
  // One connection: the library sends whole transactions as one text. It gets values as they came over the wire.
  const client = openClient(databaseUrl, { max: 1 });
  const boss = new PgBoss({
    db: {
      async executeSql(text, values) {
        const rows = await client.unsafe(text, (values ?? []) as never[]);
        return { rows: [...rows] };
      },
    },
    // The tables are made by the migrations; the server's role could not make them.
    migrate: false,
    schedule: false,
  });
  boss.on('error', (error) => log.error(traceOf(error), 'job queue'));
  await boss.start();
  return {
    boss,
    close: async () => {
      await boss.stop({ graceful: false });
      await client.end({ timeout: 1 });
    },
  };
}
