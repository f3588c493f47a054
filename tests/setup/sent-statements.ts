import postgres from 'postgres';

/** Settings of a test server on which PostgreSQL itself keeps the text of each statement that was sent. */
export const keepingSettings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': '20000',
  'pg_stat_statements.track_utility': 'off',
  'pg_stat_statements.save': 'off',
};

const isKeeping = async (sql: postgres.Sql): Promise<boolean> => {
  const [row] = await sql`select to_regclass('public.sent_statement') is not null as keeps`;
  return row?.keeps === true;
};

/** Makes the place where the statements of all test databases come together, where the server keeps them. */
export async function beginKeeping(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`select current_setting('shared_preload_libraries') as loaded`;
  if (!String(row?.loaded).includes('pg_stat_statements')) return;
  await sql`create extension if not exists pg_stat_statements`;
  await sql`create table if not exists sent_statement (digest text primary key, text text not null)`;
}

/**
 * Takes over what the program has sent to a test database: signed in as a role that serves, so not what tests arrange
 * behind it.
 */
export async function keepStatements(sql: postgres.Sql, database: string): Promise<void> {
  if (!(await isKeeping(sql))) return;
  const [found] = await sql`select oid from pg_database where datname = ${database}`;
  if (!found) return;
  await sql`insert into sent_statement (digest, text)
    select distinct on (md5(query)) md5(query), query from pg_stat_statements as sent
      join pg_roles as r on r.oid = sent.userid
    where dbid = ${found.oid} and rolname like 'bangfu\\_app%' and query is not null
    on conflict do nothing`;
  await forget(sql, database);
}

/**
 * Leaves out what a test has the program send as it must not: from now on until what comes back is called. What was sent to
 * its database before is kept.
 */
export async function leaveOut(url: string): Promise<() => Promise<void>> {
  const name = new URL(url).pathname.slice(1);
  const asAdmin = async (act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
    const sql = postgres(Object.assign(new URL(url), { pathname: '/postgres' }).href, { max: 1 });
    await act(sql).finally(() => sql.end());
  };
  await asAdmin((sql) => keepStatements(sql, name));
  return () => asAdmin((sql) => forget(sql, name));
}

async function forget(sql: postgres.Sql, database: string): Promise<void> {
  if (!(await isKeeping(sql))) return;
  await sql`select pg_stat_statements_reset(0, (select oid from pg_database where datname = ${database}), 0)`;
}

/** What was sent in this run so far to databases that are gone; null where the server keeps nothing. */
export async function sentStatements(adminUrl: string): Promise<string[] | null> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    if (!(await isKeeping(sql))) return null;
    const rows = await sql<{ text: string }[]>`select text from sent_statement order by digest`;
    return rows.map(({ text }) => text);
  } finally {
    await sql.end();
  }
}
