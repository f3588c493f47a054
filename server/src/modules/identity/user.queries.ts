import type { Context } from '#platform/context.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';

export type UserRow = typeof appUser.$inferSelect;
export type GrantRow = typeof userGrant.$inferSelect;

export async function insertUser(ctx: Context, row: typeof appUser.$inferInsert): Promise<UserRow> {
  const [made] = await ctx.db.insert(appUser).values(row).returning();
  if (!made) throw new Error('nothing inserted');
  return made;
}

export function insertGrants(ctx: Context, rows: (typeof userGrant.$inferInsert)[]): Promise<GrantRow[]> {
  return ctx.db.insert(userGrant).values(rows).returning();
}
