import type { Context, WorkContext } from '#platform/core/context.ts';
import { afterCommit } from '#platform/write/transaction.ts';
import { adapterOf } from './adapter.ts';
import { client } from './client.ts';
import { notifyWorkers } from './notify.ts';
import { isLost, lost } from './runs.ts';

type JobData = Readonly<Record<string, string>>;

interface SendOptions {
  /** Of the record that the job is for, where there is one: then the queue holds one job of it at most. */
  readonly id?: string;
  readonly afterSeconds?: number;
}

/** Puts a job on the queue in the transaction at hand: it is done only if that is, and not before some seconds. */
export async function enqueue(
  ctx: Context,
  name: string,
  data: JobData,
  { id, afterSeconds = 0 }: SendOptions = {},
): Promise<void> {
  const db = adapterOf(ctx.db);
  // What a former job of the same record came to is of no use any more.
  if (id) await client.deleteJob(name, id, { db });
  const sent = await client.send(name, data, { db, startAfter: afterSeconds, ...(id && { id }) });
  if (sent === null && !(id && (await isOnQueue(ctx, name, id))))
    throw new Error(`there is no queue ${name}`);
  if (afterSeconds === 0) notifyWhenCommitted(ctx, name);
}

/** Puts the job of a record on the queue unless it waits there, or somebody is at it, or it was given up. */
export async function enqueueMissing(
  ctx: Context,
  name: string,
  data: JobData & { readonly id: string },
): Promise<void> {
  const { id } = data;
  const job = await jobOf(ctx, name, id);
  if (job?.state === 'active') {
    // Its process died before it could note that it was at it, or never heard that it was.
    if (await isLost(ctx.db, { queue: name, jobId: id }, job.startedOn))
      await client.fail(name, id, lost, { db: adapterOf(ctx.db) });
  } else if (!job || job.state === 'completed' || job.state === 'cancelled')
    await enqueue(ctx, name, data, { id });
}

/** Puts a job on the queue, but not twice under one key within so many seconds. */
export async function enqueueThrottled(
  ctx: Context,
  name: string,
  data: JobData,
  { key, seconds, afterSeconds }: { key: string; seconds: number; afterSeconds: number },
): Promise<void> {
  const options = { db: adapterOf(ctx.db), startAfter: afterSeconds };
  const sent = await client.sendThrottled(name, data, options, seconds, key);
  if (sent !== null && afterSeconds === 0) notifyWhenCommitted(ctx, name);
}

const jobOf = (ctx: Context, name: string, id: string) =>
  client.getJobById(name, id, { db: adapterOf(ctx.db), includeArchive: false });

const isOnQueue = async (ctx: Context, name: string, id: string): Promise<boolean> =>
  (await jobOf(ctx, name, id)) !== null;

/** Workers of this process need not wait until they ask again. */
function notifyWhenCommitted(ctx: Context, name: string): void {
  if (isInside(ctx)) afterCommit(ctx, () => notifyWorkers(name));
  else notifyWorkers(name);
}

const isInside = (ctx: Context): ctx is WorkContext => ctx.pending !== null;
