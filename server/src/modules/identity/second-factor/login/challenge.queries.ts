import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { appUser } from '#schema/identity/identity.table.ts';
import { signInChallenge } from '#schema/identity/second-factor.table.ts';

export async function insertChallenge(ctx: Context, row: typeof signInChallenge.$inferInsert): Promise<void> {
  await ctx.db.insert(signInChallenge).values(row);
}

/** Deletes challenges that have ended. */
export async function sweepChallenges(ctx: Context, now: string): Promise<void> {
  await ctx.db.delete(signInChallenge).where(lte(signInChallenge.expiresAt, now));
}

/** A challenge that has not ended, with its account. */
export async function findChallenge(ctx: Context, tokenHash: Buffer, now: string) {
  const [found] = await ctx.db
    .select({ id: signInChallenge.id, userId: appUser.id, username: appUser.username })
    .from(signInChallenge)
    .innerJoin(appUser, eq(appUser.id, signInChallenge.userId))
    .where(and(eq(signInChallenge.tokenHash, tokenHash), gt(signInChallenge.expiresAt, now)));
  return found ?? null;
}

/** Takes one of its attempts, in one statement; false where none is left, or it was used or ended meanwhile. */
export async function takeTry(work: WorkContext, id: string, now: string, most: number): Promise<boolean> {
  const taken = await work.db
    .update(signInChallenge)
    .set({ tries: sql`${signInChallenge.tries} + 1` })
    .where(
      and(eq(signInChallenge.id, id), lt(signInChallenge.tries, most), gt(signInChallenge.expiresAt, now)),
    )
    .returning({ id: signInChallenge.id });
  return taken.length > 0;
}

export async function deleteChallenge(ctx: Context, id: string): Promise<void> {
  await ctx.db.delete(signInChallenge).where(eq(signInChallenge.id, id));
}
