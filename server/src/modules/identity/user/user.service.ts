import { divisionExists } from '#modules/division/division.service.ts';
import { spendResets, spendResetsMadeBy } from '#modules/identity/account/reset.queries.ts';
import { endSessionsOf } from '#modules/identity/session/session.queries.ts';
import { noCounty } from '#platform/audit/audit.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { globalId } from '#platform/core/ids.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { update } from '#platform/write/write.ts';
import type { DisableUserInput, EnableUserInput, UpdateUserInput } from '#schema/identity/user.type.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import { foldName } from '#schema/text.ts';
import { userEntity } from './user.entity.ts';
import { isAuditor, managesIn, mayManage } from './user.policy.ts';
import {
  findStandingGrants,
  findUserByName,
  otherAdministratorRemains,
  type UserRow,
} from './user.queries.ts';

/** An account within reach that holds nothing beyond the viewer's rights. */
export async function lockManaged(work: WorkContext, id: string, path: string): Promise<UserRow> {
  const user = await lockRow(work, userEntity, id, path, 'user.write');
  const grants = await findStandingGrants(work, user.id, today(work.clock));
  if (!mayManage(work.viewer, user.divisionCode, grants))
    throw refuse('GRANT_EXCEEDS_OWN', { [path]: 'GRANT_EXCEEDS_OWN' });
  return user;
}

/** The division that manages an account; only an administrator of the whole country may leave it empty. */
export async function checkHome(
  work: WorkContext,
  divisionCode: string | null,
  ofAuditor: boolean,
): Promise<void> {
  const path = 'input.divisionCode';
  if (managesIn(work.viewer, divisionCode, ofAuditor)) {
    if (divisionCode !== null && !(await divisionExists(work, divisionCode))) throw notFound(path);
    return;
  }
  throw divisionCode === null ? invalid({ [path]: 'REQUIRED_MISSING' }) : notFound(path);
}

export async function updateUser(ctx: Context, input: UpdateUserInput) {
  return command(ctx, 'updateUser', noCounty, input, async (work) => {
    const before = await lockManaged(work, input.id, 'input.id');
    checkVersion(before, input.expectedVersion);
    const { divisionCode } = input;
    if (divisionCode !== undefined && divisionCode !== before.divisionCode)
      await checkHome(
        work,
        divisionCode,
        isAuditor(await findStandingGrants(work, before.id, today(work.clock))),
      );
    const displayName = input.displayName && foldName(input.displayName);
    const pinyin = displayName ? pinyinKeys(displayName, 'person') : undefined;
    const changes = { divisionCode, displayName, pinyin };
    await edit(work, userEntity, before, changes, { action: 'updateUser' });
    return { user: [before.id] };
  });
}

/**
 * Ends every open link and session of a user, except the current one: none of them may gain from rights that are
 * granted now.
 */
export async function closeWaysIn(work: WorkContext, userId: string): Promise<void> {
  const now = work.clock.now().toISOString();
  await spendResets(work, userId, now);
  await endSessionsOf(work, userId, now, work.viewer?.sessionId ?? null);
}

/** Closes an account: its sessions and the links it made end, and its tokens are refused while it is closed. */
export async function disableUser(ctx: Context, input: DisableUserInput) {
  return command(ctx, 'disableUser', noCounty, input, async (work) => {
    const before = await lockManaged(work, input.userId, 'input.userId');
    if (before.status === 'DISABLED') return { user: [before.id] };
    const standing = await findStandingGrants(work, before.id, today(ctx.clock));
    const isCentral = standing.some(
      (grant) => grant.role === 'SYSTEM_ADMINISTRATOR' && grant.divisionCode === null,
    );
    if (isCentral && !(await otherAdministratorRemains(work, today(ctx.clock), { userId: before.id }))) {
      throw refuse('LAST_ADMINISTRATOR');
    }
    await update(work, userEntity, before, { status: 'DISABLED' }, { action: 'disableUser' });
    await closeWaysIn(work, before.id);
    await spendResetsMadeBy(work, before.id, ctx.clock.now().toISOString());
    return { user: [before.id] };
  });
}

export async function enableUser(ctx: Context, input: EnableUserInput) {
  return command(ctx, 'enableUser', noCounty, input, async (work) => {
    const before = await lockManaged(work, input.userId, 'input.userId');
    if (before.status === 'ACTIVE') return { user: [before.id] };
    await update(work, userEntity, before, { status: 'ACTIVE' }, { action: 'enableUser' });
    return { user: [before.id] };
  });
}

/** For the command line, where users are given by name. */
export async function userIdOf(ctx: Context, username: string): Promise<string> {
  const found = await findUserByName(ctx, normaliseUsername(username));
  if (!found) throw notFound('username');
  return globalId('User', found.id);
}
