import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { passwordReset } from '#schema/identity/identity.table.ts';

export async function insertReset(ctx: Context, row: typeof passwordReset.$inferInsert): Promise<void> {
  await ctx.db.insert(passwordReset).values(row);
}

/** Locked, so that one link cannot be used twice at once. */
export async function lockReset(work: WorkContext, tokenHash: Buffer, now: string) {
  const [found] = await work.db
    .select()
    .from(passwordReset)
    .where(
      and(
        eq(passwordReset.tokenHash, tokenHash),
        isNull(passwordReset.usedAt),
        gt(passwordReset.expiresAt, now),
      ),
    )
    .for('update');
  return found ?? null;
}

/** Invalidates every link of a user: when one is used, a new one is made, or the password is changed. */
export async function spendResets(ctx: Context, userId: string, now: string): Promise<void> {
  await ctx.db
    .update(passwordReset)
    .set({ usedAt: now })
    .where(and(eq(passwordReset.userId, userId), isNull(passwordReset.usedAt)));
}

/** Invalidates the links a user made for others, once that user may no longer make any. */
export async function spendResetsMadeBy(ctx: Context, makerId: string, now: string): Promise<void> {
  await ctx.db
    .update(passwordReset)
    .set({ usedAt: now })
    .where(and(eq(passwordReset.createdBy, makerId), isNull(passwordReset.usedAt)));
}
