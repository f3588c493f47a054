import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#platform/database/types.ts';
import { appUser } from '#schema/identity/identity.table.ts';

/** Oldest first. */
export const findUnnoted = (db: Database) =>
  db
    .select({ id: appUser.id, username: appUser.username })
    .from(appUser)
    .where(isNull(appUser.usernameSkeleton))
    .orderBy(asc(appUser.createdAt), asc(appUser.id));

/** Where no other account has it. */
export async function noteSkeleton(db: Database, id: string, skeleton: string): Promise<void> {
  await db
    .update(appUser)
    .set({ usernameSkeleton: skeleton })
    .where(
      and(
        eq(appUser.id, id),
        sql`not exists (select from app_user as other where other.username_skeleton = ${skeleton})`,
      ),
    );
}
