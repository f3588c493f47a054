import { and, asc, eq, inArray, isNotNull, isNull, like, sql } from 'drizzle-orm';
import type { RecordEvent } from '#modules/imports/staging/since.rules.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { anyValue } from '#platform/read/select.ts';
import { sendRows } from '#platform/write/bulk.ts';
import { sendUpdate } from '#platform/write/many.ts';
import { update } from '#platform/write/write.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { division, divisionChange } from '#schema/division/division.table.ts';
import { importBatch, importHeading, importRow } from '#schema/imports/imports.table.ts';
import { importBatchEntity } from './imports.entity.ts';

export type BatchRow = typeof importBatch.$inferSelect;
export type ImportRowRow = typeof importRow.$inferSelect;

const isBatch = ({ countyCode, id }: CountyKey) =>
  and(eq(importBatch.countyCode, countyCode), eq(importBatch.id, id));
const ofBatch = ({ countyCode, id }: CountyKey) =>
  and(eq(importRow.countyCode, countyCode), eq(importRow.batchId, id));

/** Townships and villages of a county that are in use. */
export function selectPlaces(ctx: Context, countyCode: string) {
  return ctx.db
    .select({ code: division.code, name: division.name })
    .from(division)
    .where(and(like(division.code, `${countyCode}___%`), isNull(division.abolishedOn)))
    .orderBy(asc(division.code));
}

/** Abolished townships and villages of a county, one row for each successor code. */
export function selectFormerPlaces(ctx: Context, countyCode: string) {
  return ctx.db
    .select({ code: division.code, name: division.name, newCode: divisionChange.newCode })
    .from(division)
    .innerJoin(divisionChange, eq(divisionChange.oldCode, division.code))
    .where(and(like(division.code, `${countyCode}___%`), isNotNull(division.abolishedOn)))
    .orderBy(asc(division.code));
}

/** How many of these divisions have been abolished since. */
export async function countAbolished(ctx: Context, codes: readonly string[]): Promise<number> {
  if (codes.length === 0) return 0;
  return ctx.db.$count(
    division,
    and(inArray(division.code, [...new Set(codes)]), isNotNull(division.abolishedOn)),
  );
}

export async function selectUpload(ctx: Context, { countyCode, id }: CountyKey) {
  const [found] = await ctx.db
    .select()
    .from(attachment)
    .where(and(eq(attachment.countyCode, countyCode), eq(attachment.id, id)));
  return found ?? null;
}

export async function selectBatch(ctx: Context, key: CountyKey): Promise<BatchRow | null> {
  const [found] = await ctx.db.select().from(importBatch).where(isBatch(key));
  return found ?? null;
}

export async function lockBatch(ctx: Context, key: CountyKey): Promise<BatchRow | null> {
  const [found] = await ctx.db.select().from(importBatch).where(isBatch(key)).for('update');
  return found ?? null;
}

const inBackground = { unaudited: 'how far background work is; its beginning and its end are in the trail' };

/** Updates the progress of a batch. */
export const updateBatch = (
  work: WorkContext,
  { countyCode, id }: CountyKey,
  changes: Partial<BatchRow>,
): Promise<BatchRow> => update(work, importBatchEntity, { countyCode, id }, changes, inBackground);

/** Updates the progress of a batch that this transaction has locked. */
export const sendProgress = (
  work: WorkContext,
  locked: BatchRow,
  progress: Pick<BatchRow, 'total' | 'processed' | 'created' | 'updated' | 'unchanged' | 'rejected'>,
): BatchRow => sendUpdate(work, importBatchEntity, locked, progress, inBackground);

interface Borders {
  /** Batches that were only checked and were created before this instant. */
  readonly checked: string;
  /** Imported batches that ended before this instant. */
  readonly imported: string;
}

const hasOld = ({ checked, imported }: Borders) =>
  and(
    isNull(importBatch.fileDeletedAt),
    sql`${importBatch.status} not in ('CHECKING', 'RUNNING')`,
    sql`case when ${importBatch.startedAt} is null then ${importBatch.createdAt} < ${checked}::timestamptz
      else coalesce(${importBatch.finishedAt}, ${importBatch.startedAt}) < ${imported}::timestamptz end`,
  );

/** Counties that have files of such batches. */
export async function countiesWithOldFiles(ctx: Context, borders: Borders): Promise<string[]> {
  const found = await ctx.db
    .selectDistinct({ countyCode: importBatch.countyCode })
    .from(importBatch)
    .where(hasOld(borders))
    .orderBy(asc(importBatch.countyCode));
  return found.map(({ countyCode }) => countyCode);
}

/** Locks batches whose file is to be deleted; skips those locked by others. */
export const lockOldFiles = (
  work: WorkContext,
  countyCode: string,
  borders: Borders,
  most: number,
): Promise<BatchRow[]> =>
  work.db
    .select()
    .from(importBatch)
    .where(and(eq(importBatch.countyCode, countyCode), hasOld(borders)))
    .orderBy(asc(importBatch.id))
    .limit(most)
    .for('update', { skipLocked: true });

/** Batches of the API that were under way when the server stopped. */
export const selectBatchesUnderWay = (ctx: Context): Promise<BatchRow[]> =>
  ctx.db
    .select()
    .from(importBatch)
    .where(
      sql`(${importBatch.status} = 'CHECKING' or ${importBatch.status} = 'RUNNING' and ${importBatch.startedBy} is not null)`,
    );

/** The unfinished command-line run over the same file. */
export async function selectBroken(
  ctx: Context,
  batch: Pick<BatchRow, 'countyCode' | 'divisionCode' | 'kind' | 'fileHash' | 'asOf'>,
): Promise<BatchRow | null> {
  const [found] = await ctx.db
    .select()
    .from(importBatch)
    .where(
      and(
        eq(importBatch.countyCode, batch.countyCode),
        eq(importBatch.divisionCode, batch.divisionCode),
        eq(importBatch.kind, batch.kind),
        eq(importBatch.fileHash, batch.fileHash),
        sql`${importBatch.asOf} is not distinct from ${batch.asOf}::date`,
        sql`${importBatch.status} in ('RUNNING', 'FAILED')`,
        isNull(importBatch.startedBy),
        // A batch that failed during its check has counted rows and written none.
        isNotNull(importBatch.startedAt),
      ),
    )
    .orderBy(sql`${importBatch.createdAt} desc`)
    .limit(1);
  return found ?? null;
}

export const sendOutcomes = (work: WorkContext, rows: readonly ImportRowRow[]) =>
  sendRows(work, importRow, rows);

export async function deleteRows(ctx: Context, key: CountyKey): Promise<void> {
  await ctx.db.delete(importRow).where(ofBatch(key));
}

export function selectRejected(ctx: Context, key: CountyKey) {
  return ctx.db
    .select({ number: importRow.rowNumber, errors: importRow.errors })
    .from(importRow)
    .where(and(ofBatch(key), eq(importRow.result, 'REJECTED')))
    .orderBy(asc(importRow.rowNumber));
}

export function selectChanged(ctx: Context, key: CountyKey) {
  return ctx.db
    .select({ number: importRow.rowNumber, changes: importRow.changes })
    .from(importRow)
    .where(and(ofBatch(key), sql`${importRow.changes} is not null`))
    .orderBy(asc(importRow.rowNumber));
}

export function selectWarned(ctx: Context, key: CountyKey) {
  return ctx.db
    .select({ number: importRow.rowNumber, warnings: importRow.warnings })
    .from(importRow)
    .where(and(ofBatch(key), isNotNull(importRow.warnings)))
    .orderBy(asc(importRow.rowNumber));
}

export function selectWritten(ctx: Context, key: CountyKey) {
  return ctx.db
    .select({ number: importRow.rowNumber, written: importRow.written })
    .from(importRow)
    .where(and(ofBatch(key), sql`${importRow.written} is not null`))
    .orderBy(asc(importRow.rowNumber));
}

/** Audit events of some records of one type, in the order of time. */
export async function selectEvents(
  ctx: Context,
  countyCode: string,
  entity: string,
  ids: readonly string[],
): Promise<RecordEvent[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select({
      entityId: auditEvent.entityId,
      action: auditEvent.action,
      at: auditEvent.at,
      before: auditEvent.before,
      after: auditEvent.after,
    })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.countyCode, countyCode),
        eq(auditEvent.entity, entity),
        anyValue(auditEvent.entityId, ids),
      ),
    )
    .orderBy(asc(auditEvent.seq));
}

/**
 * Which of some households have lived in another village, by the audit trail. Looked up one by one: each household has
 * a few events, the county has millions.
 */
export async function selectMoved(
  ctx: Context,
  countyCode: string,
  households: readonly { readonly id: string; readonly villageCode: string }[],
): Promise<string[]> {
  if (households.length === 0) return [];
  const ids = sql.param(households.map(({ id }) => id));
  const villages = sql.param(households.map(({ villageCode }) => villageCode));
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select given.id from unnest(${ids}::text[], ${villages}::text[]) as given (id, village)
    cross join lateral (select from ${auditEvent} where ${auditEvent.countyCode} = ${countyCode}
      and ${auditEvent.entity} = 'Household' and ${auditEvent.entityId} = given.id
      and ${auditEvent.before}::json ->> 'villageCode' <> given.village limit 1) as moved`);
  return rows.map(({ id }) => id);
}

/** Remembered heading choices of a county. */
export function selectHeadings(ctx: Context, countyCode: string, kind: string) {
  return ctx.db
    .select({ heading: importHeading.heading, key: importHeading.columnKey, setAt: importHeading.setAt })
    .from(importHeading)
    .where(and(eq(importHeading.countyCode, countyCode), eq(importHeading.kind, kind)))
    .orderBy(asc(importHeading.heading));
}

export async function putHeadings(
  ctx: Context,
  rows: readonly (typeof importHeading.$inferInsert)[],
): Promise<void> {
  await ctx.db
    .insert(importHeading)
    .values([...rows])
    .onConflictDoUpdate({
      target: [importHeading.countyCode, importHeading.kind, importHeading.heading],
      set: { columnKey: sql`excluded.column_key`, setBy: sql`excluded.set_by`, setAt: sql`excluded.set_at` },
    });
}
