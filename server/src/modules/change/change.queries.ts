import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Reach } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { below } from '#platform/read/scope.ts';
import { recordChange } from '#schema/change/change.table.ts';
import type { ChangeType } from '#schema/codes/change.codes.ts';
import type { Position } from './change.cursor.ts';
import type { ChangeLine, FeedPosition } from './change.line.ts';
import { sharedTypes } from './change.policy.ts';

export interface Window {
  /** The database system that counts the transaction numbers, and the epoch begun for it. */
  readonly identity: string;
  readonly epoch: string | null;
  /** The line of the cursor; null where it is gone or never existed. */
  readonly named: FeedPosition | null;
  /** The last line that may be read. */
  readonly latest: FeedPosition | null;
  readonly lines: readonly ChangeLine[];
  /** Where the search stopped at its limit; null if it reached the end. */
  readonly brokeOff: FeedPosition | null;
}

export interface Wanted {
  readonly position: Position;
  /** Includes the line of the cursor: not all of its records were delivered. */
  readonly again: boolean;
  readonly reach: Reach;
  readonly types: readonly ChangeType[];
  readonly lines: number;
}

/** Most lines read for one page, however few of them concern the viewer. */
const longestSearch = 10_000;

const anyOf = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join([...conditions], sql` or `)})`;
const column = (name: string) => sql.raw(name) as unknown as PgColumn;

/** Every county in which the viewer reaches anything. */
function inCounties({ prefixes, cadres }: Reach): SQL {
  const counties = [...prefixes.map((prefix) => prefix.slice(0, 6)), ...cadres.map((one) => one.countyCode)];
  const conditions = [...new Set(counties)].map((code) =>
    code.length === 6 ? sql`county_code = ${code}` : below(column('county_code'), code),
  );
  return anyOf(conditions);
}

/** A first, wider filter; lines that pass are checked record by record. */
function mayConcern(ctx: Context, { prefixes, cadres }: Reach): SQL {
  const places = prefixes.flatMap((prefix) => [
    below(column('place_after'), prefix),
    below(column('place_before'), prefix),
  ]);
  const own = sql`${sql.param(cadres.map(({ id }) => id))}::uuid[]`;
  const ofHelper =
    cadres.length === 0
      ? []
      : [sql`cadre_id = any(${own})`, sql`exists (${ownPairing})`, sql`exists (${lostLater(own)})`];
  return sql`(for_cadre_id = any(${own}) or for_cadre_id is null
    and ${anyOf([sql`entity = any(${sql.param(sharedTypes(ctx))}::text[])`, ...places, ...ofHelper])})`;
}

/** Whether a later line says that the household left the reach of one of the cadres. */
const lostLater = (
  own: SQL,
) => sql`select from record_change as later where later.county_code = line.county_code
  and later.for_cadre_id = any(${own}) and later.household_id = line.household_id
  and later.kind = 'REMOVED' and (later.xid, later.ordinal) >= (line.xid, line.ordinal)`;

function helped({ cadres }: Reach): SQL {
  if (cadres.length === 0) return sql`false`;
  const own = sql`${sql.param(cadres.map(({ id }) => id))}::uuid[]`;
  return sql`(exists (${ownPairing} and own.is_running) or exists (${lostLater(own)}))`;
}

const ownPairing = sql`select from paired as own
  where own.county_code = line.county_code and own.household_id = line.household_id`;

/** Households that one of the cadres is or was paired with: few, so they are read once and not for each line. */
function paired({ cadres }: Reach): SQL {
  if (cadres.length === 0) return sql``;
  const counties = sql.param([...new Set(cadres.map(({ countyCode }) => countyCode))]);
  return sql`paired as materialized (
      select county_code, household_id, bool_or(ended_on is null) as is_running from pairing
      where county_code = any(${counties}::text[]) and cadre_id = any(${sql.param(cadres.map(({ id }) => id))}::uuid[])
      group by county_code, household_id
    ),`;
}

const place = sql.raw(`json_build_object('xid', xid, 'ordinal', ordinal, 'record_id', record_id, 'at', at)`);

/**
 * One statement and so one snapshot: lines below the oldest running transaction of the snapshot are complete, and no
 * line can be inserted before them later.
 */
export async function readWindow(ctx: Context, wanted: Wanted): Promise<Window> {
  const { xid, ordinal } = wanted.position;
  const from = wanted.again ? sql`>=` : sql`>`;
  const types = sql`${sql.param([...wanted.types])}::text[]`;
  const [found] = await ctx.db.execute<{ answer: string }>(sql`
    with ${paired(wanted.reach)}
    horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid),
    searched as materialized (
      select * from record_change
      where ${inCounties(wanted.reach)} and (xid, ordinal) ${from} (${xid}::bigint, ${ordinal}::int)
        and xid < (select xid from horizon)
      order by xid, ordinal limit ${longestSearch}
    ),
    found as (
      select county_code, xid, ordinal, entity, record_id, kind, place_before, place_after, for_cadre_id, parts, at,
        ${helped(wanted.reach)} as helped
      from searched as line
      where (entity = any(${types}) or parts is not null) and ${mayConcern(ctx, wanted.reach)}
      order by xid, ordinal limit ${wanted.lines}
    )
    select json_build_object(
      'identity', cluster_identity(),
      'epoch', (select value from app_meta where key = 'change_epoch'),
      'named', (select ${place} from record_change
        where ${xid === 0 ? sql`county_code = '000000' and entity is null` : sql`xid = ${xid}::bigint and ordinal = ${ordinal}::int`} limit 1),
      'latest', (select ${place} from record_change where xid < (select xid from horizon)
        order by xid desc, ordinal desc limit 1),
      'lines', (select coalesce(json_agg(found order by xid, ordinal), '[]') from found),
      'brokeOff', (select ${place} from searched
        where (select count(*) from searched) = ${longestSearch} order by xid desc, ordinal desc limit 1)
    )::text as answer`);
  if (!found) throw new Error('no answer');
  return JSON.parse(found.answer) as Window;
}

/** The stored epoch is prefixed with the database system it was begun for. */
export const epochOf = ({ epoch, identity }: Pick<Window, 'epoch' | 'identity'>): string | null =>
  epoch?.startsWith(`${identity} `) ? epoch.slice(identity.length + 1) : null;

/**
 * Deletes the lines of the former epoch, whose transaction numbers no longer compare. Lines written meanwhile may be
 * deleted as well: no cursor of the new epoch exists yet.
 */
export async function clearLines(ctx: Context, batch: number): Promise<number> {
  const gone = await ctx.db.execute<{ count: number }>(sql`with gone as (
      delete from record_change where ctid = any(array(select ctid from record_change limit ${batch})) returning 1)
    select count(*)::int as count from gone`);
  return gone[0]?.count ?? 0;
}

export async function lockEpoch(ctx: Context): Promise<Pick<Window, 'epoch' | 'identity'>> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('change epoch', 0))`);
  const [row] = await ctx.db.execute<{ epoch: string | null; identity: string }>(sql`select
    cluster_identity() as identity, (select value from app_meta where key = 'change_epoch') as epoch`);
  if (!row) throw new Error('no answer');
  return { epoch: row.epoch, identity: row.identity };
}

/** The first line of an epoch belongs to no county: a cursor at the beginning is valid while it exists. */
export async function beginEpoch(ctx: Context, epoch: string): Promise<void> {
  await ctx.db.execute(sql`insert into app_meta (key, value) values ('change_epoch', ${epoch})
    on conflict (key) do update set value = excluded.value`);
  await ctx.db.execute(sql`insert into ${recordChange} (county_code, xid, ordinal, kind, at)
    values ('000000', pg_current_xact_id()::text::bigint, 0, 'INSERTED', ${ctx.clock.now().toISOString()})`);
}

/** Deletes the oldest lines, except the last one, to which cursors of quiet counties point. */
export async function clearOld(ctx: Context, before: string, batch: number): Promise<number> {
  const gone = await ctx.db.execute<{ count: number }>(sql`with oldest as (
      select county_code, xid, ordinal, at from record_change order by xid, ordinal limit ${batch}),
    gone as (delete from record_change as line using oldest
      where line.county_code = oldest.county_code and line.xid = oldest.xid and line.ordinal = oldest.ordinal
        and oldest.at < ${before}
        and (line.xid, line.ordinal) < (select xid, ordinal from record_change order by xid desc, ordinal desc limit 1)
      returning 1)
    select count(*)::int as count from gone`);
  return gone[0]?.count ?? 0;
}
