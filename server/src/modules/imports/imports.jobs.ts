import { viewerOf } from '#modules/identity/acting-user.service.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/errors.ts';
import { enqueue, type JobSet } from '#platform/jobs.ts';
import { traceOf } from '#platform/trace.ts';
import { withTransaction } from '#platform/transaction.ts';
import { reaches, reachOf } from '#platform/viewer.ts';
import type { ImportKind } from '#schema/codes/import.codes.ts';
import { openFile, storedFile } from './imports.file.ts';
import { type BatchRow, selectBatch, selectRunning, updateBatch } from './imports.queries.ts';
import { importQueue } from './imports.service.ts';
import { failureOf, runImport } from './run.service.ts';

export function importJobs(systemContext: () => Context): JobSet {
  return {
    handlers: {
      [importQueue]: ({ countyCode = '', id = '' }, stopping) =>
        work(systemContext(), { countyCode, id }, stopping),
    },
    async resume() {
      const ctx = systemContext();
      for (const { countyCode, id } of await selectRunning(ctx))
        await enqueue(ctx, importQueue, { countyCode, id });
    },
  };
}

/** Runs as the person who started it, with the rights of today. What breaks it off is noted, to be looked at. */
async function work(
  system: Context,
  key: { countyCode: string; id: string },
  stopping: AbortSignal,
): Promise<void> {
  const batch = await selectBatch(system, key);
  if (batch?.status !== 'RUNNING' || !batch.startedBy) return;
  try {
    const ctx = { ...system, viewer: await viewerOf(system, batch.startedBy) };
    if (!reaches(reachOf(ctx.viewer, 'import.run'), batch.divisionCode)) throw new AppError('FORBIDDEN');
    await importBatchFile(ctx, batch, stopping);
  } catch (error) {
    system.log.error({ ...traceOf(error), batchId: batch.id }, 'import broke off');
    const failure = failureOf(error);
    await withTransaction(system, (failed) => updateBatch(failed, key, { status: 'FAILED', failure }));
  }
}

async function importBatchFile(ctx: Context, batch: BatchRow, stopping: AbortSignal): Promise<void> {
  const file = await openFile(
    batch.kind as ImportKind,
    storedFile(ctx, batch.storageKey, batch.fileName),
    'input.batchId',
  );
  await runImport(ctx, batch, file, { stopping });
}
