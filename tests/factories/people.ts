import { tokenHash } from '#modules/identity/secret.ts';
import { newId } from '#platform/ids.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import { appUser, session, userGrant } from '#schema/identity/identity.table.ts';
import type { TestApp } from '#tests/setup/app.ts';

let made = 0;

export interface Person {
  userId: string;
  /** Token of a running session, for `send`. */
  session: string;
}

/** Somebody signed in with one role in one division; the division must exist. */
export async function signedIn(test: TestApp, role: RoleKey, divisionCode: string): Promise<Person> {
  made += 1;
  const userId = newId();
  const token = `test-session-${newId()}`;
  const now = test.clock.now().toISOString();
  const { db } = test.owner;
  await db.insert(appUser).values({
    id: userId,
    username: `person${made}-${userId.slice(-6)}`,
    displayName: `测试人员${made}`,
    divisionCode,
    createdAt: now,
  });
  await db
    .insert(userGrant)
    .values({ id: newId(), userId, role, divisionCode, fromOn: '2020-01-01', createdAt: now });
  await db
    .insert(session)
    .values({ id: newId(), userId, tokenHash: tokenHash(token), createdAt: now, lastSeenAt: now });
  return { userId, session: token };
}
