import { and, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import type { Trail } from '#platform/write/trail.ts';
import { insert } from '#platform/write/write.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';
import { usernameSkeleton } from '#schema/identity/username-skeleton.ts';
import { userEntity } from './user.entity.ts';

export type UserRow = typeof appUser.$inferSelect;
export type GrantRow = typeof userGrant.$inferSelect;

export async function findUserByName(ctx: Context, username: string): Promise<UserRow | null> {
  const [found] = await ctx.db
    .select()
    .from(appUser)
    .where(sql`lower(${appUser.username}) = lower(${username})`);
  return found ?? null;
}

export async function findUser(ctx: Context, id: string): Promise<UserRow | null> {
  const [found] = await ctx.db.select().from(appUser).where(eq(appUser.id, id));
  return found ?? null;
}

/** Locked until the transaction ends. */
export async function lockUser(work: WorkContext, id: string): Promise<UserRow | null> {
  const [found] = await work.db.select().from(appUser).where(eq(appUser.id, id)).for('update');
  return found ?? null;
}

export const insertUser = (
  work: WorkContext,
  row: typeof appUser.$inferInsert,
  trail: Trail,
): Promise<UserRow> =>
  insert(work, userEntity, { ...row, usernameSkeleton: usernameSkeleton(row.username) }, trail);

/** Grants in force today or later. */
export const findStandingGrants = async (ctx: Context, userId: string, day: string): Promise<GrantRow[]> =>
  (await findStandingGrantsOf(ctx, [userId], day))[0] ?? [];

/** The same for several users, in their order. */
export async function findStandingGrantsOf(
  ctx: Context,
  userIds: readonly string[],
  day: string,
): Promise<GrantRow[][]> {
  const grants = await ctx.db
    .select()
    .from(userGrant)
    .where(
      and(
        inArray(userGrant.userId, [...userIds]),
        isNull(userGrant.revokedAt),
        or(isNull(userGrant.toOn), gte(userGrant.toOn, day)),
      ),
    );
  return userIds.map((id) => grants.filter(({ userId }) => userId === id));
}

/**
 * Whether there is an auditor for a division, above or below it. Takes a lock, so that concurrent checks run in turn.
 */
export async function auditorStands(
  work: WorkContext,
  day: string,
  divisionCode: string | null,
): Promise<boolean> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('first auditor', 0))`);
  const place = divisionCode ?? '';
  const found = await work.db
    .select({ id: userGrant.id })
    .from(userGrant)
    .innerJoin(appUser, eq(appUser.id, userGrant.userId))
    .where(
      and(
        eq(userGrant.role, 'SECURITY_AUDITOR'),
        isNull(userGrant.revokedAt),
        or(isNull(userGrant.toOn), gte(userGrant.toOn, day)),
        eq(appUser.status, 'ACTIVE'),
        sql`(starts_with(${place}, coalesce(${userGrant.divisionCode}, ''))
          or starts_with(coalesce(${userGrant.divisionCode}, ''), ${place}))`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

/**
 * Whether another user, or another grant, administers the whole country and can sign in. Takes a lock, so that the last
 * two administrators cannot both be removed at once.
 */
export async function otherAdministratorRemains(
  work: WorkContext,
  day: string,
  without: { userId?: string; grantId?: string },
): Promise<boolean> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('last administrator', 0))`);
  const found = await work.db
    .select({ id: appUser.id })
    .from(userGrant)
    .innerJoin(appUser, eq(appUser.id, userGrant.userId))
    .where(
      and(
        eq(userGrant.role, 'SYSTEM_ADMINISTRATOR'),
        isNull(userGrant.divisionCode),
        isNull(userGrant.revokedAt),
        sql`${userGrant.fromOn} <= ${day}`,
        or(isNull(userGrant.toOn), gte(userGrant.toOn, day)),
        eq(appUser.status, 'ACTIVE'),
        sql`${appUser.passwordHash} is not null`,
        without.userId === undefined ? undefined : ne(appUser.id, without.userId),
        without.grantId === undefined ? undefined : ne(userGrant.id, without.grantId),
      ),
    )
    .limit(1);
  return found.length > 0;
}
