import { and, eq } from 'drizzle-orm';
import type { Context } from '#platform/context.ts';
import { appUser } from '#schema/identity/identity.table.ts';

export async function findActiveUser(ctx: Context, id: string) {
  const [found] = await ctx.db
    .select({ id: appUser.id, username: appUser.username, displayName: appUser.displayName })
    .from(appUser)
    .where(and(eq(appUser.id, id), eq(appUser.status, 'ACTIVE')));
  return found ?? null;
}
