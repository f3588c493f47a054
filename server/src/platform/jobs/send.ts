import { sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import type { Context } from '#platform/core/context.ts';
import { clientOf } from '#platform/database/prepared.ts';

type Db = NonNullable<PgBoss.ConstructorOptions['db']>;
type JobData = Readonly<Record<string, string>>;

/** Sends on the connection of the caller, so it is never started and has none of its own. */
const sender = new PgBoss({
  db: {
    executeSql: () => Promise.reject(new Error('jobs are sent on the connection of the caller')),
  },
  migrate: false,
  supervise: false,
  schedule: false,
});

/** What the library calls a transaction adapter: its statement runs in the transaction at hand. */
const adapterOf = ({ db }: Context): Db => ({
  async executeSql(text, values) {
    const texts = values.map((value: unknown) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null),
    );
    return { rows: [...(await clientOf(db).unsafe(text, texts as never[]))] };
  },
});

/** Puts a job on the queue in the transaction at hand: it is done only if that is, and not before some seconds. */
export async function enqueue(ctx: Context, name: string, data: JobData, afterSeconds = 0): Promise<void> {
  const id = await sender.send(name, data, { db: adapterOf(ctx), startAfter: afterSeconds });
  if (id === null) throw new Error(`there is no queue ${name}`);
}

/** Puts a job on the queue unless the same one waits there, or somebody is at it. */
export async function enqueueMissing(ctx: Context, name: string, data: JobData): Promise<void> {
  const [found] = await ctx.db.execute(sql`select from pgboss.job
    where name = ${name} and data = ${JSON.stringify(data)}::text::jsonb and state < 'completed' limit 1`);
  if (!found) await enqueue(ctx, name, data);
}

/** The same, unless one waits that comes up no later. */
export async function enqueueSooner(
  ctx: Context,
  name: string,
  data: JobData,
  afterSeconds: number,
): Promise<void> {
  const [found] = await ctx.db.execute(sql`select from pgboss.job
    where name = ${name} and data = ${JSON.stringify(data)}::text::jsonb and state = 'created'
      and start_after <= now() + make_interval(secs => ${afterSeconds}::int) limit 1`);
  if (!found) await enqueue(ctx, name, data, afterSeconds);
}
