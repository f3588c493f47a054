import { connect } from '#platform/database/database.ts';
import { usernameSkeleton } from '#schema/identity/username-skeleton.ts';
import { findUnnoted, noteSkeleton } from './former-usernames.queries.ts';

/**
 * Stores the normalised look of user names of existing accounts. Of two that look alike the older account gets it; the
 * other keeps its name, and no new account may take such a name.
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
