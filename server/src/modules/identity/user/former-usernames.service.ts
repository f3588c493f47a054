import { connect } from '#platform/database/database.ts';
import { usernameSkeleton } from '#schema/identity/username-skeleton.ts';
import { findUnnoted, noteSkeleton } from './former-usernames.queries.ts';

/**
 * Notes what the user names of accounts from before look like. Of two that look the same the older one gets it; the other
 * goes on as it is, and nobody else gets such a name.
 */
export async function noteFormerUsernames(databaseUrl: string): Promise<void> {
  const { db, close } = connect(databaseUrl, { max: 1, asOwner: true });
  try {
    for (const { id, username } of await findUnnoted(db)) {
      await noteSkeleton(db, id, usernameSkeleton(username));
    }
  } finally {
    await close();
  }
}
