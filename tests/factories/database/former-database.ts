import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { applyMigration, makeJournal } from '#platform/provision/migrate.ts';
import { readMigrations } from '#platform/provision/migration-files.ts';

export interface FormerDatabase {
  /** For the owner. */
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of the release whose last migration had this number, such as `0013`. */
export async function formerDatabase(adminUrl: string, last: string): Promise<FormerDatabase> {
  const name = `bangfu_former_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (act: (sql: postgres.Sql) => Promise<unknown>) => {
    const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
    await act(sql).finally(() => sql.end());
  };
  await asAdmin((sql) => sql`create database ${sql(name)} template template0 encoding 'UTF8'`);
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const migrations = readMigrations();
  const end = migrations.findIndex(({ tag }) => tag.startsWith(`${last}_`));
  if (end < 0) throw new Error(`no migration ${last}`);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await makeJournal(sql);
    for (const migration of migrations.slice(0, end + 1)) await applyMigration(sql, migration);
  } finally {
    await sql.end();
  }
  return {
    url,
    drop: () => asAdmin((admin) => admin`drop database if exists ${admin(name)} with (force)`),
  };
}
