import { and, eq, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { Entity } from '#platform/read/entity.ts';
import { conditionsOfList } from '#platform/read/page/page.ts';
import { inScope, rowsOf } from '#platform/read/select.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { updateWhere } from '#platform/write/where.ts';
import { exportJob } from '#schema/exports/exports.table.ts';
import { exportJobEntity } from './exports.entity.ts';
import type { ExportNarrowing } from './narrowing.rules.ts';

export type ExportRow = typeof exportJob.$inferSelect;

export const underWay = ['QUEUED', 'RUNNING'];

export async function selectExport(ctx: Context, id: string): Promise<ExportRow | null> {
  const [found] = await ctx.db.select().from(exportJob).where(eq(exportJob.id, id));
  return found ?? null;
}

/** Updates a job that is still running; null where it was cancelled or has ended. */
export async function updateRunning(
  ctx: Context,
  id: string,
  changes: Partial<ExportRow>,
): Promise<ExportRow | null> {
  const isRunning = and(eq(exportJob.id, id), inArray(exportJob.status, underWay));
  const [changed] = await withTransaction(ctx, (work) =>
    updateWhere(work, exportJobEntity, isRunning, changes, { unaudited: 'how far a file is' }),
  );
  return changed ?? null;
}

/** Running jobs of a person, counted by one request at a time. */
export async function countUnderWay(ctx: Context, userId: string): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`exports of ${userId}`}, 0))`);
  const own = and(eq(exportJob.startedBy, userId), inArray(exportJob.status, underWay));
  return ctx.db.$count(exportJob, own);
}

export const selectExportsUnderWay = (ctx: Context): Promise<{ id: string }[]> =>
  ctx.db.select({ id: exportJob.id }).from(exportJob).where(inArray(exportJob.status, underWay));

/** Expired files, and failed jobs that were not retried in time. */
export const selectExpired = (ctx: Context, now: string): Promise<ExportRow[]> =>
  ctx.db
    .select()
    .from(exportJob)
    .where(
      and(
        or(
          eq(exportJob.status, 'DONE'),
          and(eq(exportJob.status, 'FAILED'), isNotNull(exportJob.filterCipher)),
        ),
        lte(exportJob.expiresAt, now),
      ),
    );

/** Unless it was asked for again meanwhile. */
export const markExpired = (ctx: Context, { id, status }: ExportRow): Promise<ExportRow[]> =>
  withTransaction(ctx, (work) =>
    updateWhere(
      work,
      exportJobEntity,
      and(eq(exportJob.id, id), eq(exportJob.status, status)),
      { status: status === 'DONE' ? 'EXPIRED' : status, storageKey: null, filterCipher: null },
      { unaudited: 'its time is over, which the trail knows since it was written' },
    ),
  );

/** Throws for an invalid value or a missing right, as the list itself would. */
export const checkNarrowing = (ctx: Context, entity: Entity, narrowing: ExportNarrowing): SQL =>
  conditionsOfList(ctx, entity, narrowing);

/**
 * All of `read` sees the database as of one moment, on a connection of its own. Null where another process runs the
 * same job: its lock ends with its connection, even when it is killed or cut off between two fetches.
 */
export function inSnapshot<T>(
  ctx: Context,
  jobId: string,
  read: (ctx: Context) => Promise<T>,
): Promise<T | null> {
  return ctx.db.transaction(
    async (db) => {
      const lock = sql`select pg_try_advisory_xact_lock(hashtextextended(${`export ${jobId}`}, 0)) as free`;
      const [got] = await db.execute<{ free: boolean }>(lock);
      if (!got?.free) return null;
      // The limits are meant for requests; a large sort may take longer.
      await db.execute(sql`select set_config('statement_timeout', '0', true),
        set_config('idle_in_transaction_session_timeout', '0', true), set_config('cursor_tuple_fraction', '1', true)`);
      return read({ ...ctx, db, loaders: new Map() });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

export async function countRecords(
  ctx: Context,
  entity: Entity,
  narrowing: ExportNarrowing,
): Promise<number> {
  const [counted] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(rowsOf(ctx, entity, { filter: narrowing.filter }))
    .where(sql`${inScope(ctx, entity)} and ${conditionsOfList(ctx, entity, narrowing)}`);
  return counted?.count ?? 0;
}
