import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { appUser, session } from '#schema/identity/identity.table.ts';
import { recoveryCode, secondFactor } from '#schema/identity/second-factor.table.ts';

export type FactorRow = typeof secondFactor.$inferSelect;

export async function findFactor(ctx: Context, userId: string): Promise<FactorRow | null> {
  const [found] = await ctx.db.select().from(secondFactor).where(eq(secondFactor.userId, userId));
  return found ?? null;
}

/** Stores the next secret, replacing one that was never confirmed. */
export async function putPending(
  ctx: Context,
  userId: string,
  pending: { pendingCipher: Buffer; pendingAt: string },
): Promise<void> {
  await ctx.db
    .insert(secondFactor)
    .values({ userId, ...pending })
    .onConflictDoUpdate({ target: secondFactor.userId, set: pending });
}

export async function updateFactor(
  ctx: Context,
  userId: string,
  changes: Partial<Omit<FactorRow, 'userId'>>,
): Promise<void> {
  await ctx.db.update(secondFactor).set(changes).where(eq(secondFactor.userId, userId));
}

export async function deleteFactor(ctx: Context, userId: string): Promise<void> {
  await ctx.db.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await ctx.db.delete(secondFactor).where(eq(secondFactor.userId, userId));
}

/** In one statement, so that only one of several concurrent requests can use the same code. */
export async function takeStep(ctx: Context, userId: string, step: number): Promise<boolean> {
  const taken = await ctx.db
    .update(secondFactor)
    .set({ lastStep: step, failures: 0 })
    .where(and(eq(secondFactor.userId, userId), lt(secondFactor.lastStep, step)))
    .returning({ userId: secondFactor.userId });
  return taken.length > 0;
}

export async function countWrongCode(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(secondFactor)
    .set({ failures: sql`${secondFactor.failures} + 1` })
    .where(eq(secondFactor.userId, userId));
}

export const forgetWrongCodes = (ctx: Context, userId: string): Promise<void> =>
  updateFactor(ctx, userId, { failures: 0 });

export async function spendRecoveryCode(
  ctx: Context,
  userId: string,
  codeHash: Buffer,
  now: string,
): Promise<boolean> {
  const spent = await ctx.db
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(eq(recoveryCode.userId, userId), eq(recoveryCode.codeHash, codeHash), isNull(recoveryCode.usedAt)),
    )
    .returning({ userId: recoveryCode.userId });
  return spent.length > 0;
}

export const countRecoveryCodes = (ctx: Context, userId: string): Promise<number> =>
  ctx.db.$count(recoveryCode, and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)));

export async function replaceRecoveryCodes(
  work: WorkContext,
  userId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await work.db.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await work.db.insert(recoveryCode).values(hashes.map((codeHash) => ({ userId, codeHash })));
}

/** When a code was last entered in a session, and since when the user has a second factor. */
export async function findShown(ctx: Context, userId: string, sessionId: string) {
  const [found] = await ctx.db
    .select({ since: appUser.secondFactorSince, shownAt: session.secondFactorAt })
    .from(appUser)
    .leftJoin(session, and(eq(session.userId, appUser.id), eq(session.id, sessionId)))
    .where(eq(appUser.id, userId));
  return found ?? null;
}

export async function noteShown(ctx: Context, sessionId: string, now: string | null): Promise<void> {
  await ctx.db.update(session).set({ secondFactorAt: now }).where(eq(session.id, sessionId));
}
