import { newToken, tokenHash } from '#modules/identity/session/secret.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { insertChallenge, sweepChallenges } from './challenge.queries.ts';

const lastsMs = 5 * 60_000;

/** For a user whose password was correct: the token with which the code must be sent. */
export async function makeChallenge(work: WorkContext, userId: string) {
  const now = work.clock.now();
  const challenge = newToken();
  const expiresAt = new Date(now.getTime() + lastsMs).toISOString();
  await sweepChallenges(work, now.toISOString());
  await insertChallenge(work, {
    id: newId(),
    tokenHash: tokenHash(challenge),
    userId,
    createdAt: now.toISOString(),
    expiresAt,
  });
  return { challenge, expiresAt };
}
