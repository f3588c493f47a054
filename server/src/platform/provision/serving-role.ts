import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { ConfigError } from '#platform/config/env.ts';
import { openClient } from '#platform/database/database.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { appRole, refusalInAnswer, SessionRefused, sessionCheck } from '#platform/database/session-check.ts';
import { causeCode } from '#platform/write/refusals.ts';

/** The URL that the server signs in with: the same database, another role. */
interface Login {
  readonly role: string;
  readonly password: string;
}

/**
 * Creates the serving role if it does not exist, and returns the URL to serve with. Unless a URL is configured, its
 * name and password are derived from the key, so every process with the key knows them and they are stored nowhere;
 * installations that share a PostgreSQL have separate roles.
 */
export async function makeServingRole(
  ownerUrl: string,
  servingUrl: string | undefined,
  masterKey: Buffer,
): Promise<string> {
  const url = servingUrl ?? derivedUrl(ownerUrl, masterKey);
  const login = loginOf(url);
  const sql = openDirect(ownerUrl);
  try {
    await sql`select pg_advisory_lock(${lockNumber})`;
    await makeLogin(sql, login);
    // So that a server without the owner's URL can tell whether migrations are missing.
    const [row] = await sql`select has_schema_privilege(${appRole}, 'drizzle', 'USAGE') as known`;
    if (!row?.known) {
      await sql.unsafe(`grant usage on schema drizzle to ${appRole};
        grant select on drizzle.__drizzle_migrations to ${appRole}`);
    }
  } catch (error) {
    throw causeCode(error) === '42501' ? mayNotMake(servingUrl ? login.role : 'bangfu_server') : error;
  } finally {
    await sql.end();
  }
  return url;
}

/** Processes that start at once create the role one after the other. */
const lockNumber = 130_435;

/** Refuses a URL whose sessions must not serve, before anything is served. */
export async function checkServing(url: string): Promise<void> {
  const client = openClient(url, { max: 1 });
  try {
    await client`select 1`;
  } catch (error) {
    throw error instanceof SessionRefused ? error : cannotSignIn(loginOf(url).role, error);
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Whether the URL is of a role that may serve, and therefore may not migrate. */
export async function isServing(url: string): Promise<boolean> {
  const sql = openDirect(url);
  try {
    const [row] = await sql.unsafe<{ concat_ws: string }[]>(sessionCheck());
    return refusalInAnswer(row?.concat_ws ?? '') === null;
  } finally {
    await sql.end();
  }
}

/** Another role on the same database. */
function derivedUrl(ownerUrl: string, masterKey: Buffer): string {
  const derive = (what: string) => createHmac('sha256', masterKey).update(`bangfu ${what}`).digest();
  const url = new URL(ownerUrl);
  url.username = `${appRole}_${derive('name of the role that serves').toString('hex', 0, 4)}`;
  url.password = derive('password of the role that serves').toString('base64url');
  return url.href;
}

function loginOf(url: string): Login {
  const { username, password } = new URL(url);
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}

async function makeLogin(sql: Sql, { role, password }: Login): Promise<void> {
  const [found] = await sql<{ can: boolean; held: boolean }[]>`
    select rolcanlogin as can, pg_has_role(oid, ${appRole}, 'USAGE') as held from pg_roles where rolname = ${role}`;
  // The plain password would be in the log of a server that logs statements.
  const secret = password === '' ? '' : ` password '${scramSecret(password)}'`;
  if (!found) await unlessMade(sql, `create role ${quoted(role)} login${secret}`);
  else if (!found.can) await unlessMade(sql, `alter role ${quoted(role)} login${secret}`);
  if (found?.held || role === appRole) return;
  // From PostgreSQL 16 on a member can be kept from assuming the other role; before, both have the same rights.
  const [{ version } = { version: 0 }] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`;
  const how = version >= 160_000 ? ' with inherit true, set false' : '';
  await unlessMade(sql, `grant ${appRole} to ${quoted(role)}${how}`);
}

/** Roles belong to the whole server: a process for another database may create it at the same moment. */
async function unlessMade(sql: Sql, statement: string): Promise<void> {
  await sql.unsafe(statement).catch((error: unknown) => {
    const isMade =
      ['42710', '23505'].includes(causeCode(error)) || /concurrently updated/.test(String(error));
    if (!isMade) throw error;
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The hash that PostgreSQL stores of a password (RFC 5803). */
function scramSecret(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

function mayNotMake(role: string): ConfigError {
  return new ConfigError(
    'DATABASE_URL',
    `需要两个角色：所有者（DATABASE_OWNER_URL，用于迁移）和只提供服务的角色 ${role}（DATABASE_URL）。所有者无权建立后者，请由数据库管理员执行：CREATE ROLE ${quoted(role)} LOGIN PASSWORD '…'; GRANT ${appRole} TO ${quoted(role)};`,
    `needs two roles: the owner (DATABASE_OWNER_URL, for migrations) and ${role}, which serves (DATABASE_URL). The owner may not make the latter; have an administrator run: CREATE ROLE ${quoted(role)} LOGIN PASSWORD '…'; GRANT ${appRole} TO ${quoted(role)};`,
  );
}

function cannotSignIn(role: string, error: unknown): ConfigError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ConfigError(
    'DATABASE_URL',
    `：无法以提供服务的角色 ${role} 登录：${reason}。`,
    `: the role that serves, ${role}, cannot sign in: ${reason}.`,
  );
}
