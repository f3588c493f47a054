import { getTableName, sql } from 'drizzle-orm';
import type { Connection } from '#platform/database/database.ts';
import { catalog } from '#server/modules.ts';

/** Notes beside every followed table, by the database itself, what the application writes there. */
export async function watchChanges(owner: Connection): Promise<void> {
  await owner.db.execute(
    sql.raw(`create table written (xid bigint not null, type text not null, county_code text not null, id uuid, op text not null);
    grant insert on written to public;
    create function note_written() returns trigger language plpgsql as $$
      declare row_now jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
      begin
        -- What tests arrange behind the API is not in the feed; a file is nobody's before it is the photo of a visit.
        if session_user not like 'bangfu_app%' or tg_argv[0] = 'ATTACHMENT' and row_now ->> 'visit_id' is null then return null; end if;
        insert into written values (pg_current_xact_id()::text::bigint, tg_argv[0], row_now ->> 'county_code',
          (row_now ->> 'id')::uuid, tg_op);
        return null;
      end $$;
    -- A test may clear the lines away; what was in the feed stays known.
    create table copied_changes (like record_change);
    grant insert on copied_changes to public;
    create function copy_change() returns trigger language plpgsql as $$
      begin insert into copied_changes select new.*; return null; end $$;
    create trigger watched after insert on record_change for each row execute function copy_change();`),
  );
  for (const { type, table } of [...catalog.followed.values()]) {
    await owner.db.execute(
      sql.raw(`create trigger watched after insert or update or delete on "${getTableName(table)}"
        for each row execute function note_written('${type}')`),
    );
  }
}

/** What hangs on a part of a household, such as the steps of a problem, and has no place of its own. */
const hanging = [...catalog.followed.values()]
  .filter(({ household }) => typeof household === 'object')
  .map(({ type }) => type);

/**
 * Where what was noted differs from what was written, transaction by transaction. What hangs on a part of a household that
 * moved is in the feed without having been written.
 */
export async function unlikeWritten(owner: Connection): Promise<string[]> {
  const rows = await owner.db.execute<{ fault: string }>(sql`
    with truly as materialized (
      select xid, type, county_code, id from written group by 1, 2, 3, 4
      having not (bool_or(op = 'INSERT') and bool_or(op = 'DELETE'))
        or bool_or(op = 'UPDATE') and not bool_or(op = 'INSERT')),
    told as materialized (
      select xid, entity as type, county_code, record_id as id, false as loosely from copied_changes
      where for_cadre_id is null and entity <> ''
      union
      select xid, type, county_code, part.value::uuid, place_before is distinct from place_after and kind = 'UPDATED'
        and type = any(${sql.param(hanging)}::text[])
      from copied_changes, json_each(parts::json) as parts_of (type, ids), json_array_elements_text(ids) as part (value)
      where for_cadre_id is null and parts is not null),
    missed as (select xid, type, county_code, id from truly except select xid, type, county_code, id from told),
    idle as (select xid, type, county_code, id from told where not loosely
      except select xid, type, county_code, id from truly)
    select 'written and not in the feed: ' || type || ' in ' || xid as fault from missed
    union all select 'in the feed and not written: ' || type || ' in ' || xid from idle
    order by 1 limit 20`);
  return rows.map(({ fault }) => fault);
}
