import { oneTimePassword } from '#modules/identity/session/secret.ts';
import { grantEntity, userEntity } from '#modules/identity/user/user.entity.ts';
import { insertUser } from '#modules/identity/user/user.queries.ts';
import { ConfigError } from '#platform/config/env.ts';
import { today } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { insertAll } from '#platform/write/write.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import { findAdministratorAlone } from './first-administrator.queries.ts';
import { passwordFault } from './password.rules.ts';
import { hashPassword } from './password.ts';

export interface FirstAdministrator {
  readonly username: string;
  /** Set only if this call generated it; it cannot be read again later. */
  readonly oneTimePassword: string | null;
  readonly created: boolean;
}

const username = 'admin';

/** Both roles, for the whole country: a new office loads divisions, imports and pairs with one login. */
const roles: RoleKey[] = ['SYSTEM_ADMINISTRATOR', 'COUNTY_DESK'];

/** Makes the account `admin` in a database that has no administrator yet; otherwise returns the existing one. */
export async function ensureFirstAdministrator(
  app: { systemContext(): Context },
  password?: string,
): Promise<FirstAdministrator> {
  const ctx = app.systemContext();
  return withTransaction(ctx, async (work) => {
    const known = await findAdministratorAlone(work, username);
    if (known) return { username: known, oneTimePassword: null, created: false };
    if (password && passwordFault(password, username)) {
      throw new ConfigError(
        'BANGFU_ADMIN_PASSWORD',
        '太简单：至少 8 位，且不能只由常用词、连续或重复的字符、年份、手机号拼成。',
        'is too weak: at least 8 characters, and more than common words, runs or repetitions, years and phone numbers put together.',
      );
    }
    const given = password ?? oneTimePassword();
    const createdAt = ctx.clock.now().toISOString();
    const row = {
      id: newId(),
      username,
      displayName: '系统管理员',
      passwordHash: await hashPassword(given),
      passwordChangedAt: createdAt,
      mustChangePassword: password === undefined,
      createdAt,
    };
    const user = await insertUser(work, row, { auditedAs: 'User' });
    const held = roles.map((role) => ({
      id: newId(),
      userId: user.id,
      role,
      fromOn: today(ctx.clock),
      createdAt,
    }));
    const grants = await insertAll(work, grantEntity, held, { auditedAs: 'User' });
    auditAct(work, userEntity, user, { action: 'createFirstAdministrator', after: { ...user, grants } });
    return { username, oneTimePassword: password ? null : given, created: true };
  });
}
