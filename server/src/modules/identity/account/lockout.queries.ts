import { and, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';

const mostFailures = 10;

/** Failures that still count. */
const recent = (now: string) =>
  sql`array(select at from unnest(${loginFailure.failedAt}) as at where at > ${now}::timestamptz - interval '15 minutes')`;

/** A process that died with an attempt under way must not hold its place for ever. */
const underWay = (now: string) =>
  sql`case when ${loginFailure.lastAttemptAt} > ${now}::timestamptz - interval '1 minute' then ${loginFailure.pending} else 0 end`;

/** Takes a place for one attempt, in one statement: at most ten may have failed or be under way. */
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

/** Those of the keys that are locked. */
export async function findLocked(ctx: Context, keys: readonly string[], now: string): Promise<string[]> {
  const found = await ctx.db
    .select({ key: loginFailure.key })
    .from(loginFailure)
    .where(and(inArray(loginFailure.key, [...keys]), gt(loginFailure.lockedUntil, sql`${now}::timestamptz`)));
  return found.map(({ key }) => key);
}

/** One more try that a lock refused; says how many there were in the quarter of an hour that began with the first. */
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

/** The place becomes a failure; the tenth locks. */
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

/** The place is given back; `forgive` also forgets what failed before. */
export async function givePlaceBack(ctx: Context, key: string, forgive: boolean): Promise<void> {
  await ctx.db
    .update(loginFailure)
    .set({
      pending: sql`greatest(${loginFailure.pending} - 1, 0)`,
      ...(forgive && { failedAt: [], lockedUntil: null }),
    })
    .where(sql`${loginFailure.key} = ${key}`);
}

/** What nobody has tried for a day counts no more. */
export async function sweepFailures(ctx: Context, now: string): Promise<void> {
  await ctx.db
    .delete(loginFailure)
    .where(lt(loginFailure.lastAttemptAt, sql`${now}::timestamptz - interval '1 day'`));
}
