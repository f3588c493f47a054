import { insertReset, spendResets } from '#modules/identity/account/reset.queries.ts';
import { newToken, tokenHash } from '#modules/identity/session/secret.ts';
import { noCounty } from '#platform/audit/audit.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { command } from '#platform/write/command.ts';
import { auditAct } from '#platform/write/trail.ts';
import type { CreateUserInput, StartPasswordResetInput } from '#schema/identity/user.type.ts';
import { normaliseUsername } from '#schema/identity/username.ts';
import { foldName } from '#schema/text.ts';
import { tieCadreToUser } from './cadre-link.service.ts';
import { giveGrants } from './grants.service.ts';
import { userEntity } from './user.entity.ts';
import { isAuditor, managesIn } from './user.policy.ts';
import { insertUser, type UserRow } from './user.queries.ts';
import { checkHome, lockManaged } from './user.service.ts';

const linkLasts = 24 * 60 * 60_000;

/**
 * Makes an account without a password: its owner chooses one by the reset link, so that nobody else ever knows it.
 * Only the first answer contains the token of the link; it is not stored for repetitions.
 */
export async function createUser(ctx: Context, input: CreateUserInput) {
  let link: ResetLink | null = null;
  const answer = await command(ctx, 'createUser', noCounty, input, async (work) => {
    const divisionCode = input.divisionCode ?? null;
    const ofAuditor = input.grants.length > 0 && input.grants.every((grant) => isAuditor([grant]));
    await checkHome(work, divisionCode, ofAuditor && managesIn(work.viewer, divisionCode, true));
    const displayName = foldName(input.displayName);
    const row = {
      id: newId(),
      username: normaliseUsername(input.username),
      displayName,
      pinyin: pinyinKeys(displayName, 'person'),
      divisionCode,
      createdAt: ctx.clock.now().toISOString(),
    };
    const user = await insertUser(work, row, { action: 'createUser' });
    await giveGrants(work, user.id, input.grants, (at) => `input.grants.${at}`);
    if (input.cadreId) await tieCadreToUser(work, input.cadreId, user);
    link = await makeLink(work, user);
    return { user: [user.id] };
  });
  return withLink(answer, link);
}

/** A link to choose a new password; the old password works until the link is used. */
export async function startPasswordReset(ctx: Context, input: StartPasswordResetInput) {
  let link: ResetLink | null = null;
  const answer = await command(ctx, 'startPasswordReset', noCounty, input, async (work) => {
    const user = await lockManaged(work, input.userId, 'input.userId');
    // One's own password is changed with `changePassword`, which needs the old one.
    if (user.id === work.viewer?.userId) throw refuse('FORBIDDEN');
    if (user.status !== 'ACTIVE') throw refuse('ACCOUNT_DISABLED', { 'input.userId': 'ACCOUNT_DISABLED' });
    link = await makeLink(work, user);
    const after = { ...user, linkExpiresAt: link.expiresAt };
    auditAct(work, userEntity, user, { action: 'startPasswordReset', after });
    return { user: [user.id] };
  });
  return withLink(answer, link);
}

interface ResetLink {
  readonly resetToken: string;
  readonly expiresAt: string;
}

async function makeLink(work: WorkContext, user: UserRow): Promise<ResetLink> {
  const now = work.clock.now();
  const resetToken = newToken();
  const expiresAt = new Date(now.getTime() + linkLasts).toISOString();
  await spendResets(work, user.id, now.toISOString());
  await insertReset(work, {
    id: newId(),
    tokenHash: tokenHash(resetToken),
    userId: user.id,
    createdBy: work.viewer?.userId ?? null,
    createdAt: now.toISOString(),
    expiresAt,
  });
  return { resetToken, expiresAt };
}

const withLink = <T extends object>(answer: T, link: ResetLink | null) => ({
  ...answer,
  resetToken: link?.resetToken ?? null,
  expiresAt: link?.expiresAt ?? null,
});
