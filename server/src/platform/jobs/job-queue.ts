import PgBoss from 'pg-boss';
import type { Log } from '#platform/core/log.ts';
import { traceOf } from '#platform/core/trace.ts';
import type { Availability } from '#platform/database/availability.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import { openClientPool } from '#platform/database/database.ts';

export interface Job {
  readonly name: string;
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The queue in the database, as pg-boss keeps it, with leases of seconds where the library has timeouts of hours. */
export interface JobQueue {
  fetch(name: string): Promise<Job | null>;
  complete(job: Job): Promise<void>;
  /** Tried again as often as the queue says. */
  fail(job: Job, failure: Record<string, unknown>): Promise<void>;
  /** Puts it back as if it had never been taken. */
  giveBack(job: Job): Promise<void>;
  /** Says that somebody is still at it. */
  renew(job: Job): Promise<void>;
  /** Hands out again what nobody has been at for a while, and gives back what is lost too often to be tried again. */
  sweep(names: readonly string[]): Promise<readonly Job[]>;
  close(): Promise<void>;
}

type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Longer than a process is ever too busy to renew, so that two seldom do the same. */
const lostAfterSeconds = 15;
/** A job that ends every process that takes it up is not tried for ever. */
const mostLosses = 5;

export async function openQueue(
  databaseUrl: string,
  log: Log,
  availability?: Availability,
): Promise<JobQueue> {
  // One connection: the library sends whole transactions as one text.
  const pool = openClientPool(databaseUrl, { max: 1, availability });
  const run: Run = async (text, values = []) => [...(await pool.statements.unsafe(text, values as never[]))];
  const boss = new PgBoss({
    db: {
      async executeSql(text, values) {
        return { rows: await run(text, values) };
      },
    },
    // The tables are made by the migrations; the server's role could not make them.
    migrate: false,
    schedule: false,
  });
  boss.on('error', (error) => {
    if (!isConnectionLost(error)) log.error(traceOf(error), 'job queue');
  });
  await boss.start();
  return {
    async fetch(name) {
      const [job] = await boss.fetch<Record<string, string>>(name);
      return job ? { name, id: job.id, data: job.data } : null;
    },
    complete: ({ name, id }) => boss.complete(name, id),
    fail: ({ name, id }, failure) => boss.fail(name, id, failure),
    giveBack: ({ name, id }) => giveBack(run, name, id),
    async renew({ name, id }) {
      await run(`update pgboss.job set started_on = now() where name = $1 and id = $2 and state = 'active'`, [
        name,
        id,
      ]);
    },
    sweep: (names) => sweep(run, names),
    close: async () => {
      await boss.stop({ graceful: false });
      await pool.close();
    },
  };
}

/** Without a beginning the library does not count it as tried. */
async function giveBack(run: Run, name: string, id: string): Promise<void> {
  await run(
    `update pgboss.job set state = 'retry', started_on = null, start_after = now()
      where name = $1 and id = $2 and state = 'active'`,
    [name, id],
  );
}

async function sweep(run: Run, names: readonly string[]): Promise<Job[]> {
  const lost = await run(
    `with lost as (
      select name, id, retry_count >= ${mostLosses} as given_up from pgboss.job
      where name = any($1) and state = 'active' and started_on < now() - make_interval(secs => ${lostAfterSeconds})
      for update skip locked),
    swept as (
      update pgboss.job set start_after = now(), completed_on = case when given_up then now() end,
        state = case when given_up then 'failed' else 'retry' end::pgboss.job_state
      from lost where job.name = lost.name and job.id = lost.id
      returning job.name, job.id, job.data, given_up)
    select name, id, data from swept where given_up`,
    [[...names]],
  );
  return lost as unknown as Job[];
}
