import type postgres from 'postgres';
import { ConfigError } from '#platform/config/env.ts';
import { BootError } from '#platform/core/boot-error.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { appRole, appRoleCure } from '#platform/database/session-check.ts';
import { causeCode } from '#platform/write/refusals.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { locking, runSteps } from './migration-steps.ts';
import { describeRefusedData, refuseForeignData } from './refused-data.ts';
import { shortenMasks } from './short-masks.ts';

/** An arbitrary number; all processes that migrate take the same lock. */
const lockNumber = 130_434;

/** Brings the database schema up to date. Safe to call from several processes. */
export async function migrate(databaseUrl: string, say: (line: string) => void = () => {}): Promise<void> {
  const migrations = readMigrations();
  const sql = openDirect(databaseUrl, { connection: { statement_timeout: 0 } });
  try {
    await sql`select pg_advisory_lock(${lockNumber})`;
    await makeJournal(sql);
    const last = await lastApplied(sql);
    refuseNewer(last, migrations);
    for (const migration of migrations.filter(({ when }) => when > last)) {
      await applyMigration(sql, migration, say);
    }
    await shortenMasks(sql).catch(async (error: unknown) => {
      throw await describeRefusedData(sql, { tag: 'short masks', steps: [] }, error);
    });
  } catch (error) {
    throw causeCode(error) === '42501' ? await whyNotAllowed(sql, error) : error;
  } finally {
    // Ending the session releases the lock.
    await sql.end();
  }
}

/** The journal of applied migrations. */
export const makeJournal = (sql: postgres.Sql): Promise<unknown> =>
  sql.unsafe(`create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);

/** Applies one migration, so that no lock is held longer than its own: in one transaction, or step by step. */
export async function applyMigration(
  sql: postgres.Sql,
  migration: Migration,
  say: (line: string) => void = () => {},
): Promise<void> {
  await refuseForeignData(sql, migration);
  try {
    await apply(sql, migration, say);
  } catch (error) {
    throw await describeRefusedData(sql, migration, error);
  }
}

async function apply(sql: postgres.Sql, migration: Migration, say: (line: string) => void): Promise<void> {
  const { hash, when } = migration;
  const note = (on: postgres.Sql) =>
    on`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
  if (migration.isStepwise) {
    await runSteps(sql, migration, say);
    await note(sql);
    return;
  }
  await locking(sql, async (tx) => {
    for (const { text } of migration.steps) await tx.unsafe(text);
    await note(tx);
  });
}

/** Whether all migrations have run; for servers without the rights to run them. */
export async function isMigrated(databaseUrl: string): Promise<boolean> {
  const migrations = readMigrations();
  const sql = openDirect(databaseUrl);
  try {
    const last = await lastApplied(sql);
    refuseNewer(last, migrations);
    return last === migrations.at(-1)?.when;
  } finally {
    await sql.end();
  }
}

async function lastApplied(sql: postgres.Sql): Promise<number> {
  const [row] = await sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  return Number(row?.last ?? 0);
}

/** An older release on newer tables would write what the newer one does not expect. */
function refuseNewer(last: number, migrations: readonly Migration[]): void {
  if (last <= (migrations.at(-1)?.when ?? 0)) return;
  throw new BootError(
    '数据库由更新版本的程序创建，请升级程序后再启动。',
    'The database was made by a newer version of this program; upgrade the program before starting.',
  );
}

/** The application's role belongs to the whole server: only its creator may grant it. */
async function whyNotAllowed(sql: postgres.Sql, error: unknown): Promise<BootError> {
  const [found] = await sql.unsafe<{ cure: string | null }[]>(appRoleCure);
  if (found?.cure) return tooPowerful(found.cure);
  // In every language of the server the message names the role.
  if (!String(error).includes(appRole)) return notAllowed();
  const [{ owner } = { owner: null }] = await sql<{ owner: string | null }[]>`
    select quote_ident(current_user) as owner from pg_roles
    where rolname = ${appRole} and not pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')`;
  if (owner === null) return notAllowed();
  const grant = `GRANT ${appRole} TO ${owner} WITH ADMIN OPTION;`;
  return new ConfigError(
    'DATABASE_URL',
    `：此 PostgreSQL 上已有另一处安装建立的角色 ${appRole}，数据库所有者 ${owner} 无权使用。请由数据库管理员执行：${grant}`,
    `: another installation on this PostgreSQL has made the role ${appRole}, which the owner of this database, ${owner}, may not hand on. Have an administrator run: ${grant}`,
  );
}

/** A member of the owner role could assume it, so no such session may serve. */
function tooPowerful(cure: string): BootError {
  return new ConfigError(
    'DATABASE_URL',
    `的用户不能提供服务，也无权迁移：角色 ${appRole} 权限过大（是超级用户、可建角色或数据库，拥有表等对象，或属于其他角色），凡属于它的用户都不得提供服务。请由数据库管理员执行：${cure}`,
    `names a user that may neither serve nor migrate: the role ${appRole} is too powerful (a superuser, or may make roles or databases, or owns tables, or belongs to another role), and no member of such a role may serve. Have an administrator run: ${cure}`,
  );
}

function notAllowed(): BootError {
  return new ConfigError(
    'DATABASE_URL',
    '的用户无权迁移：请把数据库所有者（有 CREATEROLE 权限）的地址写在 DATABASE_OWNER_URL，DATABASE_URL 写提供服务的角色。',
    'names a user with too few rights to migrate: give the owner of the database, with CREATEROLE, as DATABASE_OWNER_URL, and the role that serves as DATABASE_URL.',
  );
}
