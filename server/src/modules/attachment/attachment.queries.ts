import { and, asc, desc, eq, gte, isNull, lt, not, or, sql } from 'drizzle-orm';
import { attachmentEntity } from '#modules/visit/attachment.entity.ts';
import { reachOf } from '#platform/access/viewer.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { tableColumns } from '#platform/read/select.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { importBatch } from '#schema/imports/imports.table.ts';

const isLoose = isNull(attachment.visitId);

/** The list was imported, and the import has its own copy. */
const isImported = sql`exists (select from ${importBatch} where ${importBatch.countyCode} = ${attachment.countyCode}
  and ${importBatch.fileHash} = ${attachment.sha256} and ${importBatch.createdBy} = ${attachment.uploadedBy}
  and ${importBatch.createdAt} >= ${attachment.uploadedAt} and ${importBatch.startedAt} is not null)`;

/**
 * When a person's oldest of the newest `newer` + 1 unused uploads since an instant arrived; null where there are fewer.
 */
export async function selectLooseBefore(
  ctx: Context,
  { countyCode, userId, since }: { countyCode: string; userId: string; since: string },
  newer: number,
): Promise<string | null> {
  const ofPerson = and(eq(attachment.countyCode, countyCode), eq(attachment.uploadedBy, userId), isLoose);
  const [row] = await ctx.db
    .select({ uploadedAt: attachment.uploadedAt })
    .from(attachment)
    .where(and(ofPerson, gte(attachment.uploadedAt, since), not(isImported)))
    .orderBy(desc(attachment.uploadedAt))
    .limit(1)
    .offset(newer);
  return row?.uploadedAt ?? null;
}

/** A file of a visit that the viewer may read; with `looseOf`, also an unused upload of that user. */
export async function selectReadable(ctx: Context, { countyCode, id }: CountyKey, looseOf: string | null) {
  const ofVisit = attachmentEntity.scope(
    tableColumns(attachmentEntity),
    reachOf(ctx.viewer, attachmentEntity.right),
  );
  const own = looseOf === null ? undefined : and(isLoose, eq(attachment.uploadedBy, looseOf));
  const [row] = await ctx.db
    .select()
    .from(attachment)
    .where(and(eq(attachment.countyCode, countyCode), eq(attachment.id, id), or(ofVisit, own)));
  return row ?? null;
}

const isStale = (before: string) => and(isLoose, lt(attachment.uploadedAt, before));

/** Counties with such uploads. */
export async function countiesWithStale(ctx: Context, before: string): Promise<string[]> {
  const found = await ctx.db
    .selectDistinct({ countyCode: attachment.countyCode })
    .from(attachment)
    .where(isStale(before))
    .orderBy(asc(attachment.countyCode));
  return found.map(({ countyCode }) => countyCode);
}

/** Unused uploads older than `before`, locked; skips those that another transaction is just using. */
export function lockStale(ctx: WorkContext, countyCode: string, before: string, most: number) {
  return ctx.db
    .select()
    .from(attachment)
    .where(and(eq(attachment.countyCode, countyCode), isStale(before)))
    .orderBy(asc(attachment.id))
    .limit(most)
    .for('update', { skipLocked: true });
}
