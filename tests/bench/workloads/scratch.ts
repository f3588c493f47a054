import postgres, { type Sql } from 'postgres';
import type { BenchDatabase } from '#tests/bench/data/database.ts';

export interface Scratch {
  /** For the owner, and for the server. */
  readonly url: string;
  readonly servingUrl: string;
  readonly sql: Sql;
  drop(): Promise<void>;
}

/** A copy of the database for writes, so that the next run finds the data unchanged. */
export async function openScratch(database: BenchDatabase): Promise<Scratch> {
  const place = new URL(database.url);
  const source = place.pathname.slice(1);
  const name = `${source}_writes`;
  const admin = new URL(place);
  admin.pathname = '/postgres';
  const owner = postgres(admin.href, { max: 1, onnotice: () => {} });
  await owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${source}`;
  await owner`drop database if exists ${owner(name)} with (force)`;
  await owner`create database ${owner(name)} template ${owner(source)} strategy file_copy`;
  place.pathname = `/${name}`;
  const sql = postgres(place.href, { max: 2, onnotice: () => {} });
  return {
    url: place.href,
    servingUrl: Object.assign(new URL(database.servingUrl), { pathname: `/${name}` }).href,
    sql,
    async drop() {
      await sql.end();
      await owner`drop database if exists ${owner(name)} with (force)`.finally(() => owner.end());
    },
  };
}
