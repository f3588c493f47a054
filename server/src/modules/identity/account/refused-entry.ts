import { userEntity } from '#modules/identity/user/user.entity.ts';
import { findUserByName, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { auditAct } from '#platform/write/trail.ts';
import type { Door } from './lockout.service.ts';

/** Whoever tries a password or a secret and has shown none that fits. */
export const stranger = { id: null, name: '未登录 / not signed in' };

/**
 * Notes a try to get in that was refused: at which account, and from where. A name that nobody has is not kept, since
 * people type passwords there.
 */
export function noteRefusedEntry(
  work: WorkContext,
  action: string,
  user: UserRow | null,
  facts: { readonly outcome: string; readonly tries?: number; readonly address: string },
): void {
  const account = user && { username: user.username, displayName: user.displayName };
  auditAct(work, userEntity, user, { action, actor: stranger, after: { ...facts, ...account } });
}

/** The door of an account, for somebody who is not in yet. */
export const doorOf = (name: string, action: string): Door<UserRow> => ({
  name,
  find: (ctx) => findUserByName(ctx, name),
  note: (work, user, facts) => noteRefusedEntry(work, action, user, facts),
});
