import type { Sql } from 'postgres';
import { BootError } from './boot-error.ts';
import { openDirect } from './direct-client.ts';
import { appRole } from './session-check.ts';

/** What migrations give on every table; the histories are insert-only for the application. */
const ofTables = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const fewer: Readonly<Record<string, readonly string[]>> = {
  'public.audit_event': ['SELECT', 'INSERT'],
  'public.audit_head': ['SELECT', 'INSERT', 'UPDATE (seq)', 'UPDATE (hash)'],
  'public.visit_version': ['SELECT', 'INSERT'],
  'public.problem_step': ['SELECT', 'INSERT'],
  'public.idempotency': ['SELECT', 'INSERT'],
  'public.record_change': ['SELECT', 'INSERT', 'DELETE'],
  'drizzle.__drizzle_migrations': ['SELECT'],
  'drizzle.migration_step': [],
};
const schemas = ['public', 'pgboss', 'drizzle'];

interface Found {
  readonly name: string;
  readonly kind: 'schema' | 'table' | 'view' | 'sequence' | 'function';
  readonly held: string[];
}

/**
 * All that belongs to the program, by the owner of its tables, with the rights that the session at hand holds there. What
 * extensions brought is theirs.
 */
const found = (sql: Sql) => sql<Found[]>`
  with program as (select relowner as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relname = 'app_meta'),
  extra as (select classid, objid from pg_depend where deptype = 'e'),
  schemas as (select oid, nspname from pg_namespace where nspname = any(${schemas}::text[])),
  relations as (select c.oid, format('%s.%s', nspname, relname) as name, relkind
    from pg_class c join schemas s on s.oid = c.relnamespace join program on c.relowner = owner
    where ('pg_class'::regclass, c.oid) not in (select classid, objid from extra)
      and (relkind in ('r', 'p', 'v') or relkind = 'S' and nspname = 'public'))
  select nspname::text as name, 'schema' as kind,
    case when has_schema_privilege(oid, 'USAGE') then array['USAGE'] else '{}' end as held from schemas
  union all
  select name, 'sequence', case when has_sequence_privilege(oid, 'USAGE') then array['USAGE'] else '{}' end
    from relations where relkind = 'S'
  union all
  select name, case relkind when 'v' then 'view' else 'table' end, array(
    select asked from unnest(${ofTables}::text[]) as asked where has_table_privilege(r.oid, asked)
    union all select format('UPDATE (%s)', attname) from pg_attribute a
      where a.attrelid = r.oid and attnum > 0 and not attisdropped and has_column_privilege(r.oid, attnum, 'UPDATE'))
    from relations r where relkind <> 'S'
  union all
  select format('%s.%s(%s)', nspname, proname, pg_get_function_identity_arguments(p.oid)), 'function',
    case when has_function_privilege(p.oid, 'EXECUTE') then array['EXECUTE'] else '{}' end
    from pg_proc p join schemas s on s.oid = p.pronamespace join program on p.proowner = owner
    where ('pg_proc'::regclass, p.oid) not in (select classid, objid from extra)`;

function neededOf({ name, kind }: Found): readonly string[] {
  if (kind === 'table') return fewer[name] ?? ofTables;
  if (kind === 'view') return ['SELECT'];
  return kind === 'function' ? ['EXECUTE'] : ['USAGE'];
}

/** Statements that would give the role of the application what it lacks, one for each thing. */
async function missingGrants(sql: Sql): Promise<string[]> {
  return (await found(sql)).flatMap((one) => {
    const missing = neededOf(one).filter((right) => !one.held.includes(right));
    const what = one.kind === 'table' || one.kind === 'view' ? '' : `${one.kind.toUpperCase()} `;
    return missing.length === 0 ? [] : [`GRANT ${missing.join(', ')} ON ${what}${one.name} TO ${appRole};`];
  });
}

/** Refuses to start where a right is missing, before somebody meets it in the middle of their work. */
export async function checkRights(servingUrl: string): Promise<void> {
  const sql = openDirect(servingUrl);
  const missing = await missingGrants(sql).finally(() => sql.end());
  if (missing.length === 0) return;
  const shown = missing.slice(0, 20).join(' ') + (missing.length > 20 ? ' …' : '');
  throw new BootError(
    `角色 ${appRole} 缺少对 ${missing.length} 个对象的权限，服务未启动。请由数据库所有者执行：${shown}`,
    `The role ${appRole} lacks rights on ${missing.length} of the objects it works with; nothing is served. Have the owner of the database run: ${shown}`,
  );
}
