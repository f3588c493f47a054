import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { auditEvent, auditHead } from '#schema/audit/audit.table.ts';
import type { Head, StoredLink } from './audit.rules.ts';

export const findHeads = (ctx: Context, countyCode?: string): Promise<Head[]> =>
  ctx.db
    .select()
    .from(auditHead)
    .where(countyCode === undefined ? undefined : eq(auditHead.countyCode, countyCode))
    .orderBy(asc(auditHead.countyCode));

/** `read` sees one snapshot of the database, so that concurrent writes do not look like faults of the trail. */
export function atOneMoment<T>(ctx: Context, read: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction(
    async (db) => {
      await db.execute(sql`select set_config('statement_timeout', '0', true)`);
      return read({ ...ctx, db, loaders: new Map() });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const fetchSize = 2_000;

type Fetched = Omit<StoredLink, 'seq' | 'at'> & { readonly seq: string; readonly at: string };

/**
 * Every row of the trail, chain by chain in order; within `atOneMoment`. The next batch is fetched while this one is
 * verified.
 */
export async function* fetchLinks(ctx: Context, countyCode?: string): AsyncGenerator<StoredLink[]> {
  await ctx.db.execute(sql`declare links no scroll cursor for
    select county_code as "countyCode", seq, division_code as "divisionCode",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id as "actorId",
      actor_name as "actorName", token_id as "tokenId", request_id as "requestId", action, entity,
      entity_id as "entityId", before, after, format, hash
    from ${auditEvent} where ${countyCode === undefined ? sql`true` : eq(auditEvent.countyCode, countyCode)}
    order by county_code, seq`);
  const fetch = () =>
    ctx.db.execute<Fetched>(sql`fetch forward ${sql.raw(String(fetchSize))} from links`).then((rows) => rows);
  let next = fetch();
  for (;;) {
    const rows = await next;
    if (rows.length === 0) return;
    next = fetch();
    yield rows.map((row) => ({ ...row, seq: Number(row.seq), at: exactly(row.at) }));
  }
}

/** As written, to the millisecond; a time with more digits was tampered with, and shows. */
const exactly = (at: string): string => at.replace(/000Z$/, 'Z');
