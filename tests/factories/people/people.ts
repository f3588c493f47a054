import { hashPassword } from '#modules/identity/account/password.ts';
import { tokenHash } from '#modules/identity/session/secret.ts';
import { newId } from '#platform/core/ids.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import { appUser, session, userGrant } from '#schema/identity/identity.table.ts';
import type { Arranging } from '#tests/setup/app.ts';

let made = 0;

export interface Person {
  userId: string;
  username: string;
  /** Token of a running session, for `send`. */
  session: string;
}

/** Later than any test: tests advance the clock by months, and only those about sessions want them to expire. */
const neverEnds = '2100-01-01T00:00:00Z';

/** A user signed in with one role in one existing division; null is the whole country. */
export async function signedIn(test: Arranging, role: RoleKey, divisionCode: string | null): Promise<Person> {
  const { userId, username } = await makeUser(test, { role, divisionCode });
  return { userId, username, session: await sessionFor(test, userId) };
}

/** The token of a new session of the account. */
export async function sessionFor(test: Arranging, userId: string): Promise<string> {
  const token = `test-session-${newId()}`;
  await test.owner.db.insert(session).values({
    id: newId(),
    userId,
    tokenHash: tokenHash(token),
    createdAt: neverEnds,
    lastSeenAt: neverEnds,
  });
  return token;
}

interface UserTraits {
  role?: RoleKey;
  divisionCode?: string | null;
  password?: string;
  mustChangePassword?: boolean;
}

/** An account with one grant, if a role is given; it can sign in only if a password is given. */
export async function makeUser(test: Arranging, traits: UserTraits = {}) {
  made += 1;
  const { role, divisionCode = null, password, mustChangePassword } = traits;
  const userId = newId();
  const username = `person${made}-${userId.slice(-6)}`;
  const createdAt = test.clock.now().toISOString();
  const { db } = test.owner;
  await db.insert(appUser).values({
    id: userId,
    username,
    displayName: `测试人员${made}`,
    divisionCode,
    passwordHash: password ? await hashPassword(password) : null,
    mustChangePassword,
    createdAt,
  });
  if (role) await grantRole(test, userId, role, divisionCode);
  return { userId, username };
}

/** One more role of an account that there is. */
export async function grantRole(
  { owner, clock }: Arranging,
  userId: string,
  role: RoleKey,
  divisionCode: string | null,
): Promise<void> {
  const createdAt = clock.now().toISOString();
  const grant = { id: newId(), userId, role, divisionCode, fromOn: '2020-01-01', createdAt };
  await owner.db.insert(userGrant).values(grant);
}
