import postgres from 'postgres';
import type { Volatility } from './rules.ts';

/** What the catalog of a database says of its functions. */
export async function volatilityIn(url: string): Promise<Volatility> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ name: string; least: 'i' | 's' | 'v' }[]>`
      select proname as name, max(provolatile::text) as least from pg_proc group by proname`;
    return new Map(rows.map(({ name, least }) => [name, least]));
  } finally {
    await sql.end();
  }
}
