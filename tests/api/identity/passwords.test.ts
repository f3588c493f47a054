import { expect, it } from 'vitest';
import type { RoleKey } from '#schema/codes/rights.ts';
import { passwordReset } from '#schema/identity/identity.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { identityActs, newUser, password } from '#tests/factories/people/identity-acts.ts';
import { makeUser } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
const { act, login, reset, mayRead } = identityActs(test);

const grantOf = (role: RoleKey, divisionCode: string | null = places.township) => ({ role, divisionCode });

it('creates an account whose owner chooses the password with a link that works once', async () => {
  const made = await act('createUser', newUser({ grants: [grantOf('TOWNSHIP_REVIEWER')] }), desk);
  expect(made.code).toBeNull();
  expect(made.user).toMatchObject({
    status: 'ACTIVE',
    grants: [{ role: 'TOWNSHIP_REVIEWER', fromOn: '2026-11-10' }],
  });
  const { resetToken } = made;
  const username = made.user?.username ?? '';
  const stored = JSON.stringify(await test.owner.db.select().from(passwordReset));
  expect(stored).not.toContain(resetToken);
  expect((await login(username, password)).code).toBe('WRONG_CREDENTIALS');

  expect(await reset(resetToken, 'password')).toMatchObject({
    fields: { 'input.newPassword': { code: 'WEAK_PASSWORD' } },
  });
  expect(await reset(resetToken, password)).toBeNull();
  expect(await reset(resetToken, 'Another-one-99')).toMatchObject({ code: 'RESET_LINK_INVALID' });
  const { session } = await login(username, password);
  expect(await mayRead(session)).toBeNull();
});

it('a reset link ends after a day', async () => {
  const { resetToken } = await act('createUser', newUser(), desk);
  test.clock.set(new Date(Date.parse(startOfTests) + 24 * 3_600_000).toISOString());
  expect(await reset(resetToken, password)).toMatchObject({ code: 'RESET_LINK_INVALID' });
  test.clock.set(new Date(Date.parse(startOfTests) + 24 * 3_600_000 - 1).toISOString());
  expect(await reset(resetToken, password)).toBeNull();
  test.clock.set(startOfTests);
});

it('returns a link in the first answer only, and stores it nowhere', async () => {
  const input = newUser({ clientMutationId: 'link-once' });
  const first = await act('createUser', input, desk);
  const again = await act('createUser', input, desk);
  expect(again.user?.id).toBe(first.user?.id);
  expect(first.resetToken).toMatch(/^[\w-]{43}$/);
  expect(again.resetToken).toBeNull();
});

it('a reset ends the sessions when it is used, and invalidates the link before it', async () => {
  const { userId, username } = await makeUser(test, {
    role: 'VILLAGE_CADRE',
    divisionCode: places.village,
    password,
  });
  const { session } = await login(username, password);
  const first = await act('startPasswordReset', { userId: `User:${userId}` }, desk);
  const second = await act('startPasswordReset', { userId: `User:${userId}` }, desk);
  expect(await reset(first.resetToken, 'Another-one-99')).toMatchObject({
    code: 'RESET_LINK_INVALID',
  });
  expect(await mayRead(session)).toBeNull();
  expect(await reset(second.resetToken, 'Another-one-99')).toBeNull();
  expect(await mayRead(session)).toBe('UNAUTHENTICATED');
  expect((await login(username, password)).code).toBe('WRONG_CREDENTIALS');
  expect((await login(username, 'Another-one-99')).code).toBeNull();
});

it('changing the password ends all other sessions and every link', async () => {
  const { userId, username } = await makeUser(test, {
    role: 'VILLAGE_CADRE',
    divisionCode: places.village,
    password,
  });
  const [own, other] = [await login(username, password), await login(username, password)];
  const link = await act('startPasswordReset', { userId: `User:${userId}` }, desk);
  const document = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ok } }';
  const change = async (input: object) =>
    (await test.send(document, { input }, own.session)).errors?.[0]?.extensions ?? null;
  expect(await change({ currentPassword: 'wrong', newPassword: 'Another-one-99' })).toMatchObject({
    code: 'WRONG_PASSWORD',
    fields: { 'input.currentPassword': { code: 'WRONG_PASSWORD' } },
  });
  expect(await change({ currentPassword: password, newPassword: password })).toMatchObject({
    fields: { 'input.newPassword': { code: 'PASSWORD_REUSED' } },
  });
  expect(await change({ currentPassword: password, newPassword: username })).toMatchObject({
    fields: { 'input.newPassword': { code: 'WEAK_PASSWORD' } },
  });
  expect(await mayRead(other.session)).toBeNull();
  for (const weak of ['12345678901234', 'Passw0rd!', `${username}2026`])
    expect(await change({ currentPassword: password, newPassword: weak })).toMatchObject({
      fields: { 'input.newPassword': { code: 'WEAK_PASSWORD' } },
    });
  expect(await change({ currentPassword: password, newPassword: 'Another-one-99' })).toBeNull();
  expect(await mayRead(own.session)).toBeNull();
  expect(await mayRead(other.session)).toBe('UNAUTHENTICATED');
  expect(await reset(link.resetToken, 'Third-one-1234')).toMatchObject({
    code: 'RESET_LINK_INVALID',
  });
});
