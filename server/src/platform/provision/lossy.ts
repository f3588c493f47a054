import { BootError } from '#platform/core/boot-error.ts';
import { openDirect } from '#platform/database/direct-client.ts';

/** Refuses a database that may lose acknowledged commits in a crash. */
export async function refuseLossy(databaseUrl: string): Promise<void> {
  const sql = openDirect(databaseUrl);
  try {
    const off = await sql<{ name: string }[]>`select name from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`;
    if (off.length === 0) return;
    const names = off.map(({ name }) => name).join(', ');
    throw new BootError(
      `数据库的设置 ${names} 为 off：断电或崩溃会丢失已确认的数据或损坏数据库。请改为 on；仅供试用时可设 BANGFU_MAY_LOSE_DATA=1。`,
      `The database has ${names} off: a crash would lose what was acknowledged, or damage the database. Set it on; for trials only, BANGFU_MAY_LOSE_DATA=1 lets it pass.`,
    );
  } finally {
    await sql.end();
  }
}
