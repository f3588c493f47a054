import { eq, isNull, or, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';

/** Serializes processes that start at the same time. */
export async function findAdministratorAlone(ctx: WorkContext, username: string): Promise<string | null> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
  const [found] = await ctx.db
    .select({ username: appUser.username })
    .from(appUser)
    .leftJoin(
      userGrant,
      sql`${userGrant.userId} = ${appUser.id} and ${userGrant.role} = 'SYSTEM_ADMINISTRATOR'
        and ${isNull(userGrant.divisionCode)} and ${isNull(userGrant.revokedAt)}`,
    )
    .where(or(eq(sql`lower(${appUser.username})`, username), sql`${userGrant.id} is not null`))
    .orderBy(sql`lower(${appUser.username}) = ${username} desc`, appUser.createdAt)
    .limit(1);
  return found?.username ?? null;
}
