import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Context } from '#platform/context.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { apiToken, appUser, session, userGrant } from '#schema/identity/identity.table.ts';

/** The person behind a running session, if the account is still open. */
export async function findSession(ctx: Context, tokenHash: Buffer) {
  const [found] = await ctx.db
    .select({ session, user: appUser })
    .from(session)
    .innerJoin(appUser, eq(appUser.id, session.userId))
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt), eq(appUser.status, 'ACTIVE')));
  return found ?? null;
}

export async function findApiToken(ctx: Context, tokenHash: Buffer, now: string) {
  const [found] = await ctx.db
    .select({ token: apiToken, user: appUser })
    .from(apiToken)
    .innerJoin(appUser, eq(appUser.id, apiToken.ownerId))
    .where(
      and(
        eq(apiToken.tokenHash, tokenHash),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, now),
        eq(appUser.status, 'ACTIVE'),
      ),
    );
  return found ?? null;
}

/** Grants in force on a day. */
export function findGrants(ctx: Context, userId: string, day: string) {
  return ctx.db
    .select()
    .from(userGrant)
    .where(
      and(
        eq(userGrant.userId, userId),
        isNull(userGrant.revokedAt),
        sql`${userGrant.fromOn} <= ${day}`,
        or(isNull(userGrant.toOn), sql`${userGrant.toOn} >= ${day}`),
      ),
    );
}

export function findCadresOf(ctx: Context, userId: string) {
  return ctx.db
    .select({ countyCode: cadre.countyCode, id: cadre.id })
    .from(cadre)
    .where(and(eq(cadre.userId, userId), eq(cadre.status, 'ACTIVE')));
}

export async function touchSession(ctx: Context, id: string, now: string): Promise<void> {
  await ctx.db.update(session).set({ lastSeenAt: now }).where(eq(session.id, id));
}
