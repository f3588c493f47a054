import { sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { Usage } from '#platform/rate-limit/rate-limiter.ts';
import { apiToken } from '#schema/identity/identity.table.ts';
import { rateLimitWindow, tokenUsage } from '#schema/identity/rate-limit.table.ts';

interface Wanted {
  readonly callerId: string;
  readonly windowAt: number;
  /** Points the operation needs. */
  readonly points: number;
  /** Budget of all processes together, in points a minute. */
  readonly limit: number;
}

/** A lease is a twentieth of the rest: few statements while there is plenty, and little left unused at the end. */
const leaseDivisor = 20;

/**
 * Takes points out of the budget that all processes share, in one statement: what is needed or a part of the rest,
 * whichever is more; nothing where the rest is not enough. A new minute begins with the whole budget, unless this
 * process's clock is merely behind the one that began the present minute.
 */
export async function leasePoints(ctx: Context, { callerId, windowAt, points, limit }: Wanted) {
  const w = rateLimitWindow;
  const at = new Date(windowAt).toISOString();
  const isSameWindow = sql`(${w.windowAt} >= ${at}::timestamptz and ${w.windowAt} <= ${at}::timestamptz + interval '2 minutes')`;
  const leased = sql`(case when ${isSameWindow} then ${w.leased} else 0 end)`;
  const rest = sql`(${limit}::int - ${leased})`;
  const grant = sql`(case when ${rest} >= ${points}::int then greatest(${points}::int, ${rest} / ${leaseDivisor}) else 0 end)`;
  const first = Math.max(points, Math.floor(limit / leaseDivisor));
  const [lease] = await ctx.db
    .insert(w)
    .values({ callerId, windowAt: at, leased: first, granted: first })
    .onConflictDoUpdate({
      target: w.callerId,
      set: {
        windowAt: sql`case when ${isSameWindow} then ${w.windowAt} else ${at}::timestamptz end`,
        leased: sql`${leased} + ${grant}`,
        granted: grant,
      },
    })
    .returning({ windowAt: w.windowAt, leased: w.leased, granted: w.granted });
  if (!lease) throw new Error('nothing leased');
  return { windowAt: Date.parse(lease.windowAt), granted: lease.granted, rest: limit - lease.leased };
}

/** Adds counts to those of the other processes; drops those of deleted tokens. */
export async function addUsage(
  ctx: Context,
  rows: readonly (Usage & { tokenId: string; day: string })[],
): Promise<void> {
  // In the order of their keys, so that two processes cannot deadlock.
  await ctx.db.execute(sql`
    insert into ${tokenUsage} as u (token_id, day, operations, points, refusals)
    select t.id, n.day, n.operations, n.points, n.refusals
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as n ("tokenId" uuid, day text, operations int, points bigint, refusals int)
    join ${apiToken} as t on t.id = n."tokenId"
    order by n."tokenId", n.day
    on conflict (token_id, day) do update set operations = u.operations + excluded.operations,
      points = u.points + excluded.points, refusals = u.refusals + excluded.refusals`);
}
