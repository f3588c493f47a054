import type { Context } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { update } from '#platform/write/write.ts';
import { importBatchEntity } from './imports.entity.ts';
import { type BatchRow, countiesWithOldFiles, lockOldFiles } from './imports.queries.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** Lists that were only checked are kept for a shorter time than those whose refused rows may still be corrected. */
const daysChecked = 7;
const daysImported = 30;

const bordersOf = (ctx: Context) => {
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * dayMs).toISOString();
  return { checked: before(daysChecked), imported: before(daysImported) };
};

/**
 * Deletes expired lists, which hold whole numbers. Files are deleted first: what remains of an interrupted run is found
 * again.
 */
export async function deleteOldFiles(ctx: Context): Promise<number> {
  let deleted = 0;
  for (const countyCode of await countiesWithOldFiles(ctx, bordersOf(ctx)))
    deleted += await deleteOldFilesOf(ctx, countyCode);
  return deleted;
}

async function deleteOldFilesOf(ctx: Context, countyCode: string): Promise<number> {
  const batch = 100;
  let deleted = 0;
  for (;;) {
    const some = await withTransaction(ctx, async (work) => {
      const rows = await lockOldFiles(work, countyCode, bordersOf(ctx), batch);
      for (const row of rows) {
        await ctx.storage.remove(row.storageKey);
        const fileDeletedAt = ctx.clock.now().toISOString();
        const audited = { action: 'deleteImportFile', before: null, after: { fileDeletedAt } };
        await update(work, importBatchEntity, row, { fileDeletedAt }, audited);
      }
      return rows.length;
    });
    deleted += some;
    if (some < batch) return deleted;
  }
}

/** Refuses an action that needs the file of a batch after its deletion. */
export function checkHasFile({ fileDeletedAt }: Pick<BatchRow, 'fileDeletedAt'>, path: string): void {
  if (fileDeletedAt !== null) throw refuse('FILE_DELETED', { [path]: 'FILE_DELETED' });
}
