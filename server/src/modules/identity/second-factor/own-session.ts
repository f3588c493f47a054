import type { LoginTarget } from '#modules/identity/account/lockout.service.ts';
import { userEntity } from '#modules/identity/user/user.entity.ts';
import { findUser, type UserRow } from '#modules/identity/user/user.queries.ts';
import { requireUnrestricted } from '#platform/access/allow.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, refuse } from '#platform/core/errors.ts';
import { auditAct } from '#platform/write/trail.ts';

export type OwnSession = Viewer & { readonly sessionId: string };

/** The viewer and their session; tokens are refused, since a program has no second factor. */
export function ownSession({ viewer }: Context): OwnSession {
  if (!viewer) throw new AppError('UNAUTHENTICATED');
  const { sessionId } = viewer;
  if (!sessionId) throw refuse('TOKEN_NOT_ALLOWED');
  return { ...viewer, sessionId };
}

/** The same, refused while a restriction is in force. */
export function freeSession(ctx: Context): OwnSession {
  const viewer = ownSession(ctx);
  requireUnrestricted(viewer);
  return viewer;
}

/** Audits a change of one's own second factor. */
export const noteOwn = (work: WorkContext, action: string, user: UserRow, after: object): void =>
  auditAct(work, userEntity, user, { action, after: { ...after, address: work.address } });

/** The login of a user who is signed in and enters the password or a code again. */
export const ownLoginTarget = ({ username, userId }: OwnSession, action: string): LoginTarget<UserRow> => ({
  name: username,
  isKnown: true,
  find: (ctx) => findUser(ctx, userId),
  note: (work, user, facts) => user && noteOwn(work, action, user, facts),
});
