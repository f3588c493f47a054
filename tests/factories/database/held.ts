import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { type Connection, connect } from '#platform/database/database.ts';

/** Locks a row of `export_job` while `act` runs, so that its export waits where it next notes its progress. */
export async function whileHeld<T>(url: string, id: string, act: () => Promise<T>): Promise<T> {
  const holder: Connection = connect(url, { max: 1, asOwner: true });
  try {
    return await holder.db.transaction(async (tx) => {
      await tx.execute(sql`select from export_job where id = ${id} for update`);
      return act();
    });
  } finally {
    await holder.close();
  }
}

/** Waits until an export waits there, or another statement of this shape. */
export async function standsStill(owner: Connection, statement = 'update "export_job"%'): Promise<void> {
  const waiting = async () => {
    const [row] = await owner.db.execute<{ count: number }>(sql`select count(*)::int as count
      from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike ${statement}`);
    return row?.count ?? 0;
  };
  await expect.poll(waiting, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
}
