import { chargeSearches } from '#modules/identity/rate-limit/number-search.service.ts';
import { columnsFrom, type FileColumns, type OpenFile } from '#modules/imports/staging/imports.file.ts';
import { numbersIn } from '#modules/imports/staging/numbers-in-rows.ts';
import type { ReadRow } from '#modules/imports/staging/stage.ts';
import type { Context } from '#platform/core/context.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { type BatchRow, deleteRows, lockBatch, sendOutcomes, updateBatch } from './imports.queries.ts';
import type { RowOutcome } from './outcome.ts';
import { countIn, importRowOf, noRowCounts, tryImport } from './run.service.ts';

/** Rows of the report per statement. */
const reportSize = 5_000;

/** Results of the survey of the whole file: columns without a heading, the day of the list. */
function asHandedIn({ columns }: BatchRow): Pick<FileColumns, 'header' | 'parts' | 'listDay'> {
  const { header, parts, listDay = null } = columnsFrom(columns);
  return { header, parts, listDay };
}

/**
 * The dry run of a batch, from its first row: reports the result of each row and writes nothing else. Of two concurrent
 * checks of a batch one continues, the other finds its position taken and stops. The result of a row reveals whether
 * the numbers in it are on record, so for viewers who may not see unmasked numbers they count as number searches.
 */
export async function runCheck(
  ctx: Context,
  batch: BatchRow,
  file: OpenFile,
  stopping?: AbortSignal,
): Promise<void> {
  const counts = noRowCounts();
  let waiting: RowOutcome[] = [];
  let reported = 0;
  await withTransaction(ctx, async (work) => {
    await lockBatch(work, batch);
    await deleteRows(work, batch);
    await updateBatch(work, batch, { ...counts, total: 0, processed: 0 });
  });
  const report = (columns?: string) =>
    withTransaction(ctx, async (work) => {
      const locked = await lockBatch(work, batch);
      if (locked?.status !== 'CHECKING' || locked.processed !== reported) return false;
      // Records that would be created have no lasting ids yet.
      sendOutcomes(
        work,
        waiting.map((outcome) => importRowOf(batch, { ...outcome, written: [] })),
      );
      const total = reported + waiting.length;
      const progress = { ...counts, total, processed: total };
      await updateBatch(
        work,
        batch,
        columns ? { ...progress, columns, processed: 0, status: 'CHECKED' } : progress,
      );
      return true;
    });
  const take = async (outcomes: readonly RowOutcome[]): Promise<boolean> => {
    countIn(counts, outcomes);
    waiting.push(...outcomes);
    if (waiting.length < reportSize) return true;
    const goesOn = await report();
    reported += waiting.length;
    waiting = [];
    return goesOn && !stopping?.aborted;
  };
  const before = columnsFrom(batch.columns).countsNumbers
    ? (rows: readonly ReadRow[]) => chargeSearches(ctx, numbersIn(rows))
    : undefined;
  if (await tryImport(ctx, file, batch, { before, take }))
    await report(JSON.stringify({ ...(await file.ended()), ...asHandedIn(batch) }));
}
