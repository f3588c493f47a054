import { and, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';

const mostFailures = 10;

/** Failures that still count. */
const recent = (now: string) =>
  sql`array(select at from unnest(${loginFailure.failedAt}) as at where at > ${now}::timestamptz - interval '15 minutes')`;

/** An attempt of a process that died expires after this time. */
const underWay = (now: string) =>
  sql`case when ${loginFailure.lastAttemptAt} > ${now}::timestamptz - interval '1 minute' then ${loginFailure.pending} else 0 end`;

/** Reserves one of ten attempts in one statement, counting failed and pending ones. */
export async function takePlace(ctx: Context, key: string, now: string): Promise<boolean> {
  const taken = await ctx.db
    .insert(loginFailure)
    .values({ key, pending: 1, lastAttemptAt: now })
    .onConflictDoUpdate({
      target: loginFailure.key,
      set: { failedAt: recent(now), pending: sql`${underWay(now)} + 1`, lastAttemptAt: now },
      setWhere: sql`(${loginFailure.lockedUntil} is null or ${loginFailure.lockedUntil} <= ${now}::timestamptz)
        and cardinality(${recent(now)}) + ${underWay(now)} < ${mostFailures}`,
    })
    .returning({ key: loginFailure.key });
  return taken.length > 0;
}

/** The keys that are locked. */
export async function findLocked(ctx: Context, keys: readonly string[], now: string): Promise<string[]> {
  const found = await ctx.db
    .select({ key: loginFailure.key })
    .from(loginFailure)
    .where(and(inArray(loginFailure.key, [...keys]), gt(loginFailure.lockedUntil, sql`${now}::timestamptz`)));
  return found.map(({ key }) => key);
}

/** Counts an attempt that a lock refused; returns how many there were in the quarter of an hour since the first. */
export async function countRefused(ctx: Context, key: string, now: string): Promise<number> {
  const goesOn = sql`coalesce(${loginFailure.refusedSince} > ${now}::timestamptz - interval '15 minutes', false)`;
  const [counted] = await ctx.db
    .insert(loginFailure)
    .values({ key, lastAttemptAt: now, refused: 1, refusedSince: now })
    .onConflictDoUpdate({
      target: loginFailure.key,
      set: {
        refused: sql`case when ${goesOn} then ${loginFailure.refused} + 1 else 1 end`,
        refusedSince: sql`case when ${goesOn} then ${loginFailure.refusedSince} else ${now}::timestamptz end`,
      },
    })
    .returning({ refused: loginFailure.refused });
  return counted?.refused ?? 0;
}

/** Turns the reserved attempt into a failure; the tenth locks. */
export async function countFailure(ctx: Context, key: string, now: string): Promise<boolean> {
  const failures = sql`${recent(now)} || ${now}::timestamptz`;
  const [counted] = await ctx.db
    .update(loginFailure)
    .set({
      failedAt: failures,
      pending: sql`greatest(${loginFailure.pending} - 1, 0)`,
      lockedUntil: sql`case when cardinality(${failures}) >= ${mostFailures} then ${now}::timestamptz + interval '15 minutes'
        else ${loginFailure.lockedUntil} end`,
    })
    .where(sql`${loginFailure.key} = ${key}`)
    .returning({ locked: sql<boolean>`coalesce(${loginFailure.lockedUntil} > ${now}::timestamptz, false)` });
  return counted?.locked ?? false;
}

/** Releases the reserved attempt; `forgive` also deletes earlier failures. */
export async function givePlaceBack(ctx: Context, key: string, forgive: boolean): Promise<void> {
  await ctx.db
    .update(loginFailure)
    .set({
      pending: sql`greatest(${loginFailure.pending} - 1, 0)`,
      ...(forgive && { failedAt: [], lockedUntil: null }),
    })
    .where(sql`${loginFailure.key} = ${key}`);
}

/** Deletes counters without an attempt for a day. */
export async function sweepFailures(ctx: Context, now: string): Promise<void> {
  await ctx.db
    .delete(loginFailure)
    .where(lt(loginFailure.lastAttemptAt, sql`${now}::timestamptz - interval '1 day'`));
}
