import { and, asc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { division } from '#schema/division/division.table.ts';
import { apiToken, session, userGrant } from '#schema/identity/identity.table.ts';
import { signInChallenge } from '#schema/identity/second-factor.table.ts';

const inForce = (userId: string, day: string) =>
  and(
    eq(userGrant.userId, userId),
    isNull(userGrant.revokedAt),
    sql`${userGrant.fromOn} <= ${day}`,
    or(isNull(userGrant.toOn), sql`${userGrant.toOn} >= ${day}`),
  );

/** Grants in force on a day; with `before`, those that were given before the token of that ordinal was made. */
export const findGrants = (ctx: Context, userId: string, day: string, before?: number) =>
  ctx.db
    .select()
    .from(userGrant)
    .where(and(inForce(userId, day), before === undefined ? undefined : lt(userGrant.ordinal, before)));

/** The same with their divisions, widest first. */
export const findGrantsWithDivision = (ctx: Context, userId: string, day: string) =>
  ctx.db
    .select({ grant: userGrant, division })
    .from(userGrant)
    .leftJoin(division, eq(division.code, userGrant.divisionCode))
    .where(inForce(userId, day))
    .orderBy(sql`${userGrant.divisionCode} asc nulls first`, asc(userGrant.role));

export async function findTokenWithDivision(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select({ token: apiToken, division })
    .from(apiToken)
    .innerJoin(division, eq(division.code, apiToken.divisionCode))
    .where(eq(apiToken.id, id));
  return found ?? null;
}

export function findCadresOf(ctx: Context, userId: string) {
  return ctx.db
    .select({ countyCode: cadre.countyCode, id: cadre.id })
    .from(cadre)
    .where(and(eq(cadre.userId, userId), eq(cadre.status, 'ACTIVE')));
}

export async function insertSession(ctx: Context, row: typeof session.$inferInsert): Promise<void> {
  await ctx.db.insert(session).values(row);
}

export async function touchSession(ctx: Context, id: string, now: string): Promise<void> {
  await ctx.db.update(session).set({ lastSeenAt: now }).where(eq(session.id, id));
}

export async function touchToken(ctx: Context, id: string, now: string): Promise<void> {
  await ctx.db.update(apiToken).set({ lastUsedAt: now }).where(eq(apiToken.id, id));
}

export async function endSession(ctx: Context, tokenHash: Buffer, now: string): Promise<void> {
  await ctx.db
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)));
}

/** Ends all sessions of a user, except one that may be kept, and all logins that wait for a code. */
export async function endSessionsOf(
  ctx: Context,
  userId: string,
  now: string,
  keep: string | null = null,
): Promise<void> {
  await ctx.db
    .update(session)
    .set({ endedAt: now })
    .where(
      and(
        eq(session.userId, userId),
        isNull(session.endedAt),
        keep === null ? undefined : ne(session.id, keep),
      ),
    );
  await ctx.db.delete(signInChallenge).where(eq(signInChallenge.userId, userId));
}
