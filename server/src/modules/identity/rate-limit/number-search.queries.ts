import { eq, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { numberSearch } from '#schema/identity/rate-limit.table.ts';

interface Wanted {
  readonly userId: string;
  readonly searches: number;
  /** Start of the current hour. */
  readonly hourAt: string;
  readonly onDay: string;
  readonly limits: { readonly hour: number; readonly day: number };
}

/**
 * Takes searches out of a user's budget, all or none; returns whether there were enough. One statement, so that
 * concurrent requests never get more together. A process whose clock is behind uses the hour that another began.
 */
export async function takeSearches(work: WorkContext, wanted: Wanted): Promise<boolean> {
  const { userId, searches, hourAt, onDay, limits } = wanted;
  if (searches > Math.min(limits.hour, limits.day)) return false;
  const n = numberSearch;
  const inHour = sql`(case when ${n.hourAt} >= excluded.hour_at then ${n.inHour} else 0 end + ${searches}::int)`;
  const inDay = sql`(case when ${n.onDay} >= excluded.on_day then ${n.inDay} else 0 end + ${searches}::int)`;
  const taken = await work.db
    .insert(n)
    .values({ userId, hourAt, inHour: searches, onDay, inDay: searches })
    .onConflictDoUpdate({
      target: n.userId,
      set: {
        hourAt: sql`greatest(${n.hourAt}, excluded.hour_at)`,
        inHour,
        onDay: sql`greatest(${n.onDay}, excluded.on_day)`,
        inDay,
      },
      setWhere: sql`${inHour} <= ${limits.hour}::int and ${inDay} <= ${limits.day}::int`,
    })
    .returning({ userId: n.userId });
  return taken.length > 0;
}

/** How many searches a user has made today. */
export async function searchesOnDay(ctx: Context, userId: string, onDay: string): Promise<number> {
  const [row] = await ctx.db.select().from(numberSearch).where(eq(numberSearch.userId, userId));
  return row && row.onDay >= onDay ? row.inDay : 0;
}
