import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '#platform/context.ts';
import { auditEvent, auditHead } from '#schema/audit/audit.table.ts';

export const findHeads = (ctx: Context) => ctx.db.select().from(auditHead).orderBy(asc(auditHead.countyCode));

export const findLinks = (ctx: Context, countyCode: string, afterSeq: number, limit: number) =>
  ctx.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.countyCode, countyCode), gt(auditEvent.seq, afterSeq)))
    .orderBy(asc(auditEvent.seq))
    .limit(limit);
