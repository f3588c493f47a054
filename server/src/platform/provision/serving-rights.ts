import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { BootError } from '#platform/core/boot-error.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { appRole } from '#platform/database/session-check.ts';

/** What migrations grant on every table. */
const ofTables = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
/** What they grant on insert-only tables. */
const ofInsertOnly = ['SELECT', 'INSERT'];
/** What they grant on other exceptions. */
const fewer: Readonly<Record<string, readonly string[]>> = {
  'public.audit_head': ['SELECT', 'INSERT', 'UPDATE (seq)', 'UPDATE (hash)'],
  'public.record_change': ['SELECT', 'INSERT', 'DELETE'],
  'drizzle.__drizzle_migrations': ['SELECT'],
  'drizzle.migration_step': [],
};
const schemas = ['public', 'pgboss', 'drizzle'];

interface Found {
  readonly name: string;
  readonly kind: 'schema' | 'table' | 'view' | 'sequence' | 'function';
  readonly held: string[];
  /** `DELETE FROM bangfu_server`: a right that was granted, and to which role of the session. */
  readonly granted: string[];
}

/**
 * All objects of the tables' owner, with the rights that the session holds on them. Objects of extensions are left out.
 */
const found = (sql: Sql) => sql<Found[]>`
  with program as (select relowner as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relname = 'app_meta'),
  extra as (select classid, objid from pg_depend where deptype = 'e'),
  holders as (select 0::oid as id, 'PUBLIC' as holder
    union all select oid, format('%I', rolname) from pg_roles where rolname in (${appRole}, session_user)),
  schemas as (select oid, nspname, nspacl from pg_namespace where nspname = any(${schemas}::text[])),
  relations as (select c.oid, format('%s.%s', nspname, relname) as name, relkind, relacl
    from pg_class c join schemas s on s.oid = c.relnamespace join program on c.relowner = owner
    where ('pg_class'::regclass, c.oid) not in (select classid, objid from extra)
      and (relkind in ('r', 'p', 'v') or relkind = 'S' and nspname = 'public')),
  granted as (
    select oid, privilege_type || ' FROM ' || holder as text
      from schemas, aclexplode(nspacl) join holders on grantee = id
    union all
    select oid, privilege_type || ' FROM ' || holder from relations, aclexplode(relacl) join holders on grantee = id
    union all
    select r.oid, format('%s (%I) FROM %s', privilege_type, attname, holder)
      from relations r join pg_attribute on attrelid = r.oid and attnum > 0 and not attisdropped,
        aclexplode(attacl) join holders on grantee = id)
  select nspname::text as name, 'schema' as kind,
    case when has_schema_privilege(oid, 'USAGE') then array['USAGE'] else '{}' end as held,
    array(select text from granted g where g.oid = s.oid) as granted from schemas s
  union all
  select name, 'sequence', case when has_sequence_privilege(oid, 'USAGE') then array['USAGE'] else '{}' end,
    array(select text from granted g where g.oid = r.oid) from relations r where relkind = 'S'
  union all
  select name, case relkind when 'v' then 'view' else 'table' end, array(
    select asked from unnest(${ofTables}::text[]) as asked where has_table_privilege(r.oid, asked)
    union all select format('UPDATE (%s)', attname) from pg_attribute a
      where a.attrelid = r.oid and attnum > 0 and not attisdropped and has_column_privilege(r.oid, attnum, 'UPDATE')),
    array(select text from granted g where g.oid = r.oid)
    from relations r where relkind <> 'S'
  union all
  select format('%s.%s(%s)', nspname, proname, pg_get_function_identity_arguments(p.oid)), 'function',
    case when has_function_privilege(p.oid, 'EXECUTE') then array['EXECUTE'] else '{}' end, '{}'
    from pg_proc p join schemas s on s.oid = p.pronamespace join program on p.proowner = owner
    where ('pg_proc'::regclass, p.oid) not in (select classid, objid from extra)`;

type Needs = (one: Pick<Found, 'name' | 'kind'>) => readonly string[];

function needsOf(insertOnly: readonly PgTable[]): Needs {
  const histories = new Set(insertOnly.map((table) => `public.${getTableName(table)}`));
  return ({ name, kind }) => {
    if (kind === 'table') return fewer[name] ?? (histories.has(name) ? ofInsertOnly : ofTables);
    if (kind === 'view') return ['SELECT'];
    return kind === 'function' ? ['EXECUTE'] : ['USAGE'];
  };
}

const objectOf = ({ kind, name }: Found): string =>
  kind === 'table' || kind === 'view' ? name : `${kind.toUpperCase()} ${name}`;

/** Statements that would grant the application's role what it lacks, one per object. */
function missingGrants(all: readonly Found[], needs: Needs): string[] {
  return all.flatMap((one) => {
    const missing = needs(one).filter((right) => !one.held.includes(right));
    return missing.length === 0 ? [] : [`GRANT ${missing.join(', ')} ON ${objectOf(one)} TO ${appRole};`];
  });
}

/** Reading harms nothing. */
const harmless = (right: string): boolean => /^SELECT\b/.test(right);

/**
 * Statements that revoke what the session holds beyond its needs, one per right and holder: a role that may change or
 * truncate history, or create tables and functions, could bypass the program and its audit trail.
 */
function excess(one: Found, needs: Needs): string[] {
  // By default a view has the grants of a table; reading it uses the reader's rights on its tables.
  const needed = one.kind === 'view' ? ofTables : needs(one);
  const ofHolder = new Map<string, string[]>();
  for (const granted of one.granted) {
    const [right = '', holder = ''] = granted.split(' FROM ');
    // A right on a table holds for each of its columns.
    const isNeeded = needed.includes(right) || needed.includes(right.replace(/ \(.*/, ''));
    if (!isNeeded && !harmless(right)) ofHolder.set(holder, [...(ofHolder.get(holder) ?? []), right]);
  }
  return [...ofHolder].map(
    ([holder, rights]) => `REVOKE ${rights.join(', ')} ON ${objectOf(one)} FROM ${holder};`,
  );
}

/** The first few statements, for a sentence. */
const shown = (statements: readonly string[]): string =>
  statements.slice(0, 20).join(' ') + (statements.length > 20 ? ' …' : '');

/** Refuses to start if a right is missing, or if there is one too many; of insert-only tables more are too many. */
export async function checkRights(servingUrl: string, insertOnly: readonly PgTable[]): Promise<void> {
  const needs = needsOf(insertOnly);
  const sql = openDirect(servingUrl);
  const all = await found(sql).finally(() => sql.end());
  const missing = missingGrants(all, needs);
  if (missing.length > 0) {
    throw new BootError(
      `角色 ${appRole} 缺少对 ${missing.length} 个对象的权限，服务未启动。请由数据库所有者执行：${shown(missing)}`,
      `The role ${appRole} lacks rights on ${missing.length} of the objects it works with; nothing is served. Have the owner of the database run: ${shown(missing)}`,
    );
  }
  const tooMany = all.flatMap((one) => excess(one, needs));
  if (tooMany.length === 0) return;
  throw new BootError(
    `提供服务的角色有不应有的权限（例如可改动或清空只可追加的记录），服务未启动。请由数据库所有者执行：${shown(tooMany)}`,
    `The role that serves holds rights it must not have, such as to change or empty records that are only ever added to; nothing is served. Have the owner of the database run: ${shown(tooMany)}`,
  );
}
