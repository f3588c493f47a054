import type { GraphQLSchema } from 'graphql';
import type { Context } from '#platform/core/context.ts';
import type { JobSet } from '#platform/jobs/job-set.ts';
import { enqueueMissing } from '#platform/jobs/send.ts';
import { markExpired, selectExpired, selectExportsUnderWay } from './exports.queries.ts';
import { exportQueue, exportTidyQueue } from './exports.service.ts';
import { fail, runExport } from './run.service.ts';

export function exportJobs(systemContext: () => Context, api: GraphQLSchema): JobSet {
  return {
    handlers: {
      [exportQueue]: ({ id = '' }, stopping) => runExport(systemContext(), api, id, stopping),
      [exportTidyQueue]: () => deleteExpired(systemContext()),
    },
    async resume() {
      const ctx = systemContext();
      for (const { id } of await selectExportsUnderWay(ctx)) await enqueueMissing(ctx, exportQueue, { id });
    },
    givenUp: { [exportQueue]: ({ id = '' }) => fail(systemContext(), id, null) },
  };
}

/** Deletes expired files; each is marked only once it is gone. */
async function deleteExpired(ctx: Context): Promise<void> {
  for (const job of await selectExpired(ctx, ctx.clock.now().toISOString())) {
    if (job.storageKey) await ctx.storage.remove(job.storageKey);
    await markExpired(ctx, job);
  }
}
