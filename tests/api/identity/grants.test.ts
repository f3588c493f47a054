import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { RoleKey } from '#schema/codes/rights.ts';
import { appUser, userGrant } from '#schema/identity/identity.table.ts';
import { identityActs, newUser, password, type UserAnswer } from '#tests/factories/people/identity-acts.ts';
import { makeUser, type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act, login, reset, mayRead } = identityActs(test);
let desk: Person;
let administrator: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
});

const grantOf = (role: RoleKey, divisionCode: string | null = places.township) => ({ role, divisionCode });

it('withdrawn rights end with the next request', async () => {
  const { userId, username } = await makeUser(test, { password, divisionCode: places.township });
  const { session } = await login(username, password);
  expect(await mayRead(session)).toBe('FORBIDDEN');
  const given = await act('addGrant', { userId: `User:${userId}`, ...grantOf('TOWNSHIP_REVIEWER') }, desk);
  // A session gains nothing from a grant given after it was opened.
  expect(await mayRead(session)).toBe('UNAUTHENTICATED');
  const { session: later } = await login(username, password);
  expect(await mayRead(later)).toBeNull();
  const revoked = await act('revokeGrant', { grantId: given.user?.grants[0]?.id }, desk);
  expect(revoked.user?.grants).toEqual([]);
  expect(await mayRead(later)).toBe('FORBIDDEN');
});

it.each(['FUND_ACCOUNTANT', 'INSURER'] as const)(
  'a county desk appoints a %s, whose rights it does not hold itself, and a township does not',
  async (role) => {
    const { userId } = await makeUser(test, { divisionCode: places.county });
    const grant = { userId: `User:${userId}`, ...grantOf(role, places.county) };
    const township = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
    expect((await act('addGrant', grant, township)).user).toBeFalsy();
    expect((await act('addGrant', grant, desk)).user?.grants.map((one) => one.role)).toEqual([role]);
  },
);

it('a grant holds from its first to its last day, inclusive', async () => {
  const grant = { ...grantOf('TOWNSHIP_REVIEWER'), fromOn: '2026-11-12', toOn: '2026-11-13' };
  const { resetToken, user } = await act('createUser', newUser({ grants: [grant] }), desk);
  await reset(resetToken, password);
  const held = async (day: string) => {
    test.clock.set(`${day}T04:00:00Z`);
    return mayRead((await login(user?.username ?? '', password)).session);
  };
  expect(await held('2026-11-11')).toBe('FORBIDDEN');
  expect(await held('2026-11-12')).toBeNull();
  expect(await held('2026-11-13')).toBeNull();
  expect(await held('2026-11-14')).toBe('FORBIDDEN');
  test.clock.set(startOfTests);
});

it.each([
  [
    'a role with rights one does not hold',
    'desk',
    'SYSTEM_ADMINISTRATOR',
    places.county,
    'input.grants.0.role',
  ],
  ['a role in another county', 'desk', 'VILLAGE_CADRE', places.otherCounty, 'input.grants.0.divisionCode'],
  ['a role in the prefecture above', 'desk', 'OVERSEER', '1304', 'input.grants.0.divisionCode'],
  ['a role in the whole country', 'desk', 'OVERSEER', null, 'input.grants.0.divisionCode'],
  ['what only a desk may do', 'administrator', 'COUNTY_DESK', places.county, 'input.grants.0.role'],
] as const)('refuses to grant %s', async (_, who, role, divisionCode, path) => {
  const by = who === 'desk' ? desk : administrator;
  const input = newUser({ grants: [{ role, divisionCode }] });
  const answer = await act('createUser', input, by);
  expect(answer).toMatchObject({ code: 'GRANT_EXCEEDS_OWN', fields: { [path]: 'GRANT_EXCEEDS_OWN' } });
  const found = await test.owner.db.select().from(appUser).where(eq(appUser.username, input.username));
  expect(found).toEqual([]);
});

it('lets an administrator of the whole country grant roles for the whole country', async () => {
  const answer = await act(
    'createUser',
    newUser({ divisionCode: null, grants: [{ role: 'SYSTEM_ADMINISTRATOR' }] }),
    administrator,
  );
  expect(answer.user?.grants).toMatchObject([{ role: 'SYSTEM_ADMINISTRATOR', division: null }]);
});

it('lets nobody change an account that holds more rights than they do', async () => {
  const mighty = await makeUser(test, {
    role: 'SYSTEM_ADMINISTRATOR',
    divisionCode: places.county,
    password,
  });
  const userId = `User:${mighty.userId}`;
  for (const [verb, input] of [
    ['updateUser', { id: userId, expectedVersion: 1, displayName: '别名' }],
    ['disableUser', { userId }],
    ['startPasswordReset', { userId }],
    ['addGrant', { userId, ...grantOf('VILLAGE_CADRE') }],
  ] as const) {
    expect((await act(verb, input, desk)).code, verb).toBe('GRANT_EXCEEDS_OWN');
  }
  expect((await act('startPasswordReset', { userId }, administrator)).code).toBeNull();
});

it('keeps the last administrator of the whole country', async () => {
  const db = test.owner.db;
  await db
    .update(userGrant)
    .set({ revokedAt: startOfTests })
    .where(eq(userGrant.role, 'SYSTEM_ADMINISTRATOR'));
  const last = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
  await db.update(appUser).set({ passwordHash: 'set' }).where(eq(appUser.id, last.userId));
  const userId = `User:${last.userId}`;
  const grantId = (
    await test.send<{ user: UserAnswer }>(
      'query ($id: ID!) { user(id: $id) { grants { id } } }',
      { id: userId },
      last.session,
    )
  ).data?.user.grants[0]?.id;
  expect((await act('disableUser', { userId }, last)).code).toBe('LAST_ADMINISTRATOR');
  expect((await act('revokeGrant', { grantId }, last)).code).toBe('LAST_ADMINISTRATOR');
  // An account that has never had a password does not count.
  const other = await makeUser(test, { role: 'SYSTEM_ADMINISTRATOR' });
  expect((await act('disableUser', { userId }, last)).code).toBe('LAST_ADMINISTRATOR');
  await db.update(appUser).set({ passwordHash: 'set' }).where(eq(appUser.id, other.userId));
  expect((await act('disableUser', { userId }, last)).code).toBeNull();
});
