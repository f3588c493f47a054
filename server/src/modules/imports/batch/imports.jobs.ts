import { viewerOf } from '#modules/identity/session/acting-user.service.ts';
import { columnsFrom, type OpenFile, openFile, storedFile } from '#modules/imports/staging/imports.file.ts';
import { forbidden, requireUnrestricted } from '#platform/access/allow.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { traceOf } from '#platform/core/trace.ts';
import { isConnectionLost } from '#platform/database/connection-lost.ts';
import type { JobHandler, JobSet } from '#platform/jobs/job-set.ts';
import { enqueueMissing } from '#platform/jobs/send.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { ImportKind, ImportStatus } from '#schema/codes/imports/import.codes.ts';
import { runCheck } from './check.service.ts';
import { checkMayImport } from './imports.policy.ts';
import {
  type BatchRow,
  lockBatch,
  selectBatch,
  selectBatchesUnderWay,
  updateBatch,
} from './imports.queries.ts';
import { checkQueue, importQueue, importTidyQueue } from './imports.service.ts';
import { failureOf, runImport } from './run.service.ts';
import { deleteOldFiles } from './tidy.service.ts';

type Step = (ctx: Context, batch: BatchRow, file: OpenFile, stopping: AbortSignal) => Promise<unknown>;

interface Task {
  readonly status: ImportStatus;
  /** The user whose rights it runs with. */
  readonly by: (batch: BatchRow) => string | null;
  readonly step: Step;
}

/** Each kind of task has a queue of its own, so that checks never wait for imports. */
const tasks: Readonly<Record<string, Task>> = {
  [checkQueue]: {
    status: 'CHECKING',
    by: ({ startedBy, createdBy }) => startedBy ?? createdBy,
    step: runCheck,
  },
  [importQueue]: {
    status: 'RUNNING',
    by: ({ startedBy }) => startedBy,
    step: (ctx, batch, file, stopping) => runImport(ctx, batch, file, { stopping }),
  },
};

export function importJobs(systemContext: () => Context): JobSet {
  return {
    handlers: {
      ...Object.fromEntries(
        Object.entries(tasks).map(([queue, task]): [string, JobHandler] => [
          queue,
          ({ countyCode = '', id = '' }, stopping) =>
            runTask(systemContext(), task, { countyCode, id }, stopping),
        ]),
      ),
      [importTidyQueue]: async () => void (await deleteOldFiles(systemContext())),
    },
    async resume() {
      const ctx = systemContext();
      for (const { countyCode, id, status } of await selectBatchesUnderWay(ctx))
        await enqueueMissing(ctx, status === 'CHECKING' ? checkQueue : importQueue, { countyCode, id });
    },
    givenUp: Object.fromEntries(
      Object.entries(tasks).map(([queue, task]) => [
        queue,
        ({ countyCode = '', id = '' }) => breakOff(systemContext(), task, { countyCode, id }, null),
      ]),
    ),
  };
}

type Key = { readonly countyCode: string; readonly id: string };

/** Records the error that stopped a batch, if it is still running; a person may start it again. */
async function breakOff(system: Context, task: Task, key: Key, error: unknown): Promise<void> {
  await withTransaction(system, async (failed) => {
    const batch = await lockBatch(failed, key);
    if (batch?.status === task.status)
      await updateBatch(failed, key, { status: 'FAILED', failure: failureOf(error) });
  });
}

/** Runs with the present rights of the person who requested it. An error is recorded on the batch. */
async function runTask(system: Context, task: Task, key: Key, stopping: AbortSignal): Promise<void> {
  const batch = await selectBatch(system, key);
  if (batch?.status !== task.status) return;
  const userId = task.by(batch);
  if (!userId) return;
  try {
    const ctx = { ...system, viewer: await viewerOf(system, userId) };
    requireUnrestricted(ctx.viewer);
    if (!reaches(reachOf(ctx.viewer, 'import.run'), batch.divisionCode)) throw forbidden('import.run');
    checkMayImport(ctx.viewer, batch.kind as ImportKind, batch.divisionCode);
    const sheet = await storedFile(ctx, batch.storageKey, batch.fileName);
    const { choice } = columnsFrom(batch.columns);
    const file = await openFile(ctx.catalog, batch.kind as ImportKind, sheet, 'input.batchId', choice);
    await task.step(ctx, batch, file, stopping);
  } catch (error) {
    // On a lost connection the queue retries the job, which continues where it stopped.
    if (isConnectionLost(error)) throw error;
    system.log.error({ ...traceOf(error), batchId: batch.id }, 'import broke off');
    await breakOff(system, task, key, error);
  }
}
