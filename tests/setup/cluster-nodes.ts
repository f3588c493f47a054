import { readFileSync } from 'node:fs';
import postgres from 'postgres';

/**
 * The workers of a cluster, by commas, whose coordinator is at TEST_DATABASE_URL: addresses of a superuser that the
 * servers can reach each other at as well, without a password. Mostly there are none.
 */
const workers = (process.env.TEST_DATABASE_WORKERS ?? '').split(',').filter((url) => url !== '');

export const isCluster = workers.length > 0;

/** Does the same on the server of tests, and on each worker where it is the coordinator of a cluster. */
export async function onEveryServer(
  adminUrl: string,
  act: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  for (const url of [adminUrl, ...workers]) {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await act(sql).finally(() => sql.end());
  }
}

/** Makes an empty database, there on every server, one database of the cluster. */
export async function joinNodes(adminUrl: string, database: string): Promise<void> {
  if (!isCluster) return;
  const within = (url: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  for (const url of [adminUrl, ...workers]) {
    const sql = postgres(within(url), { max: 1, onnotice: () => {} });
    await sql`create extension citus`.finally(() => sql.end());
  }
  const sql = postgres(within(adminUrl), { max: 1, onnotice: () => {} });
  try {
    const coordinator = new URL(adminUrl);
    await sql`select citus_set_coordinator_host(${coordinator.hostname}, ${Number(coordinator.port)})`;
    for (const { hostname, port } of workers.map((url) => new URL(url)))
      await sql`select citus_add_node(${hostname}, ${Number(port)})`;
  } finally {
    await sql.end();
  }
}

/** Spreads the tables of a migrated database over the cluster. */
export async function distribute(url: string): Promise<void> {
  if (!isCluster) return;
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(readFileSync('migrations/cluster/distribute.sql', 'utf8')).finally(() => sql.end());
}

/** Ends all connections to a database, those of the cluster's own workers too, so that it can be copied. */
export async function closeDatabase(adminUrl: string, database: string): Promise<void> {
  if (!isCluster) return;
  await onEveryServer(adminUrl, async (sql) => {
    await sql`alter database ${sql(database)} allow_connections false`;
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${database}`;
  });
}
