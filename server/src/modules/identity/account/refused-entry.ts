import { userEntity } from '#modules/identity/user/user.entity.ts';
import { findUserByName, type UserRow } from '#modules/identity/user/user.queries.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { auditAct } from '#platform/write/trail.ts';
import type { LoginTarget } from './lockout.service.ts';

/** A caller whose password or secret was wrong. */
export const stranger = { id: null, name: '未登录 / not signed in' };

/**
 * Audits a refused login: for which account, and from which address. An unknown name is not stored, since people type
 * passwords there by mistake.
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

/** The login of an account, for a caller who is not signed in. */
export const doorOf = (name: string, action: string): LoginTarget<UserRow> => ({
  name,
  find: (ctx) => findUserByName(ctx, name),
  note: (work, user, facts) => noteRefusedEntry(work, action, user, facts),
});
