import { userEntity } from '#modules/identity/user/user.entity.ts';
import type { UserRow } from '#modules/identity/user/user.queries.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { auditAct } from '#platform/write/trail.ts';
import { newToken, tokenHash } from './secret.ts';
import { endSession, insertSession } from './session.queries.ts';

/** A new session that replaces the browser's former one, with a new token each time; returns the token. */
export async function openSession(work: WorkContext, user: UserRow, withCode: boolean): Promise<string> {
  const token = newToken();
  const now = work.clock.now().toISOString();
  if (work.reply?.sessionToken) await endSession(work, tokenHash(work.reply.sessionToken), now);
  await insertSession(work, {
    id: newId(),
    tokenHash: tokenHash(token),
    userId: user.id,
    createdAt: now,
    lastSeenAt: now,
    secondFactorAt: withCode ? now : null,
  });
  return token;
}

export const noteLogout = (work: WorkContext, user: UserRow | null): void =>
  auditAct(work, userEntity, user, { action: 'logout' });

/** Audits a successful sign-in, whoever used the browser before. `more` describes the second factor. */
export const noteLogin = (work: WorkContext, user: UserRow, more: object = {}): void =>
  auditAct(work, userEntity, user, {
    action: 'login',
    actor: { id: user.id, name: user.displayName },
    after: { outcome: 'SUCCEEDED', username: user.username, address: work.address, ...more },
  });
