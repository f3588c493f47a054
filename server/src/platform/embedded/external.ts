import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '#platform/config/env.ts';
import type { BootError } from '#platform/core/boot-error.ts';
import { openDirect } from '#platform/database/direct-client.ts';

const oldestVersion = 15;
/** Long enough for a server that is far away. */
const timeoutMs = 6_000;

/** Refuses a database that cannot be reached, is too old, or cannot hold Chinese. */
export async function checkExternal(url: string, variable = 'DATABASE_URL'): Promise<{ superuser: boolean }> {
  const sql = openDirect(url, { connect_timeout: (2 * timeoutMs) / 1_000 });
  try {
    const facts = sql<{ version: number; encoding: string; superuser: boolean }[]>`
      select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        current_setting('is_superuser') = 'on' as superuser`;
    const [row] = await Promise.race([facts, silence(variable)]);
    const major = Math.floor((row?.version ?? 0) / 10_000);
    if (major < oldestVersion) {
      throw new ConfigError(
        variable,
        `指向 PostgreSQL ${major}，应为 ${oldestVersion} 或更新版本。`,
        `leads to PostgreSQL ${major}; it should be ${oldestVersion} or newer.`,
      );
    }
    if (row?.encoding !== 'UTF8') {
      throw new ConfigError(
        variable,
        `指向编码为 ${row?.encoding} 的数据库，应为 UTF8。`,
        `leads to a database encoded as ${row?.encoding}; it should be UTF8.`,
      );
    }
    return { superuser: row.superuser };
  } catch (error) {
    throw error instanceof ConfigError ? error : unreachable(variable, error);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** A port on which something else listens may hang up, and the driver would reconnect endlessly. */
async function silence(variable: string): Promise<never> {
  await sleep(timeoutMs + 1_000, undefined, { ref: false });
  throw new ConfigError(
    variable,
    '指向的地址没有 PostgreSQL 应答，请检查主机和端口。',
    'leads to an address where no PostgreSQL answers; check host and port.',
  );
}

function unreachable(variable: string, error: unknown): BootError {
  // The URL is not repeated: it holds a password.
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new ConfigError(
    variable,
    `指向的数据库无法连接：${reason}。`,
    `leads to a database that cannot be reached: ${reason}.`,
  );
}
