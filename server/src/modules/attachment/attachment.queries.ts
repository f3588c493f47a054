import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { attachmentEntity } from '#modules/visit/attachment.entity.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import type { CountyKey } from '#platform/ids.ts';
import { columnsOf } from '#platform/read/select.ts';
import { reachOf } from '#platform/viewer.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';

const isLoose = isNull(attachment.visitId);

/** Uploads of one person that belong to nothing yet. */
export async function countLoose(ctx: Context, countyCode: string, userId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ uploads: sql<number>`count(*)::int` })
    .from(attachment)
    .where(and(eq(attachment.countyCode, countyCode), isLoose, eq(attachment.uploadedBy, userId)));
  return row?.uploads ?? 0;
}

export async function insertAttachment(ctx: WorkContext, row: typeof attachment.$inferInsert): Promise<void> {
  await ctx.db.insert(attachment).values(row);
}

/** A file of a visit that the viewer may read; with `looseOf`, also what that person uploaded and nothing took up. */
export async function selectReadable(ctx: Context, { countyCode, id }: CountyKey, looseOf: string | null) {
  const ofVisit = attachmentEntity.scope(
    columnsOf(attachmentEntity),
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

export async function hasStale(ctx: Context, before: string): Promise<boolean> {
  const found = await ctx.db.select({ id: attachment.id }).from(attachment).where(isStale(before)).limit(1);
  return found.length > 0;
}

/** Uploads older than `before` that nothing took up, locked; what somebody is just taking up is passed over. */
export function lockStale(ctx: WorkContext, before: string, most: number) {
  return ctx.db
    .select()
    .from(attachment)
    .where(isStale(before))
    .orderBy(asc(attachment.countyCode), asc(attachment.id))
    .limit(most)
    .for('update', { skipLocked: true });
}

export async function deleteAttachment(ctx: WorkContext, { countyCode, id }: CountyKey): Promise<void> {
  await ctx.db.delete(attachment).where(and(eq(attachment.countyCode, countyCode), eq(attachment.id, id)));
}
