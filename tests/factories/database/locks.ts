import { sql } from 'drizzle-orm';
import type { TestApp } from '#tests/setup/app.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** While the households are locked nothing that reads them can finish. */
export async function whileLocked<T>(test: TestApp, act: () => Promise<T>): Promise<T> {
  return await test.owner.db.transaction(async (lock) => {
    await lock.execute(sql`lock table household in access exclusive mode`);
    return await act();
  });
}

/** How many statements wait for the lock, once there are as many as expected and no more come. */
export async function waiting(test: TestApp, expected: number): Promise<number> {
  for (let look = 0; look < 100 && (await countWaiting(test)) < expected; look += 1) await pause(20);
  // Time for one too many to show.
  await pause(200);
  return await countWaiting(test);
}

async function countWaiting({ owner }: TestApp): Promise<number> {
  const [row] = await owner.db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_locks
    where not granted and database = (select oid from pg_database where datname = current_database())`);
  return row?.count ?? 0;
}
