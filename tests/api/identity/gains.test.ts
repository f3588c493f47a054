import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { cadre } from '#schema/cadre/cadre.table.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { identityActs, newUser, password } from '#tests/factories/people/identity-acts.ts';
import { makeUser, signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
const { act, login, reset, mayRead } = identityActs(test);

const grantOf = (role: RoleKey, divisionCode: string | null = places.township) => ({ role, divisionCode });
const made = async (grants: object[] = []) => {
  const { user, resetToken } = await act('createUser', newUser({ grants }), desk);
  return { userId: user?.id ?? '', username: user?.username ?? '', resetToken };
};

it("a grant invalidates the account's invitation and reset link", async () => {
  const invited = await made();
  await act('addGrant', { userId: invited.userId, ...grantOf('TOWNSHIP_REVIEWER') }, desk);
  expect((await reset(invited.resetToken, password))?.code).toBe('RESET_LINK_INVALID');
  const link = await act('startPasswordReset', { userId: invited.userId }, desk);
  await act('addGrant', { userId: invited.userId, ...grantOf('VILLAGE_CADRE') }, desk);
  expect((await reset(link.resetToken, password))?.code).toBe('RESET_LINK_INVALID');
  const later = await act('startPasswordReset', { userId: invited.userId }, desk);
  expect(await reset(later.resetToken, password)).toBeNull();
});

it('linking an account to a cadre, or disabling it, invalidates its links and sessions', async () => {
  const person = await made([grantOf('HELPER', places.county)]);
  await reset(person.resetToken, password);
  const { session } = await login(person.username, password);
  const link = await act('startPasswordReset', { userId: person.userId }, desk);
  const { globalId } = await makeCadre(test);
  expect((await act('linkCadre', { cadreId: globalId, userId: person.userId }, desk)).code).toBeNull();
  expect(await mayRead(session)).toBe('UNAUTHENTICATED');
  expect((await reset(link.resetToken, password))?.code).toBe('RESET_LINK_INVALID');
  const another = await act('startPasswordReset', { userId: person.userId }, desk);
  await act('disableUser', { userId: person.userId }, desk);
  await act('enableUser', { userId: person.userId }, desk);
  expect((await reset(another.resetToken, password))?.code).toBe('RESET_LINK_INVALID');
});

it('invalidates the links a user made for others when the user is disabled or loses the role', async () => {
  const person = await made();
  const by = await signedIn(test, 'COUNTY_DESK', places.county);
  const kept = await act('startPasswordReset', { userId: person.userId }, by);
  expect((await act('disableUser', { userId: `User:${by.userId}` }, desk)).code).toBeNull();
  expect((await reset(kept.resetToken, password))?.code).toBe('RESET_LINK_INVALID');
  const other = await signedIn(test, 'COUNTY_DESK', places.county);
  const link = await act('startPasswordReset', { userId: person.userId }, other);
  const [grant] = await test.owner.db.select().from(userGrant).where(eq(userGrant.userId, other.userId));
  expect((await act('revokeGrant', { grantId: `Grant:${grant?.id}` }, desk)).code).toBeNull();
  expect((await reset(link.resetToken, password))?.code).toBe('RESET_LINK_INVALID');
});

it('keeps the session of a user who grants a role to themselves', async () => {
  const self = `User:${desk.userId}`;
  await act('addGrant', { userId: self, ...grantOf('VILLAGE_CADRE') }, desk);
  expect(await mayRead(desk.session)).toBeNull();
});

it('a token gains nothing from a grant given after it was made', async () => {
  const owner = await makeUser(test, { role: 'COUNTY_DESK', divisionCode: places.county, password });
  const { session } = await login(owner.username, password);
  const create = `mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }`;
  const input = {
    name: 'reader',
    divisionCode: places.county,
    rights: ['household.read'],
    expiresOn: '2027-01-10',
  };
  const answer = await test.send<{ createToken: { secret: string } }>(create, { input }, session);
  const bearer = { authorization: `Bearer ${answer.data?.createToken.secret}` };
  const read = async () =>
    (await test.send('{ households { totalCount } }', {}, null, bearer)).errors?.[0]?.extensions.code ?? null;
  expect(await read()).toBeNull();
  await test.owner.db
    .update(userGrant)
    .set({ revokedAt: test.clock.now().toISOString() })
    .where(eq(userGrant.userId, owner.userId));
  expect(await read()).toBe('FORBIDDEN');
  const whole = await signedIn(test, 'COUNTY_DESK', null);
  await act('addGrant', { userId: `User:${owner.userId}`, ...grantOf('COUNTY_DESK', places.county) }, whole);
  expect(await mayRead((await login(owner.username, password)).session)).toBeNull();
  expect(await read()).toBe('FORBIDDEN');
});

it('lets only users who may link an account unlink it', async () => {
  const { countyCode, id, globalId } = await makeCadre(test);
  const mighty = await makeUser(test, { role: 'SYSTEM_ADMINISTRATOR', divisionCode: places.county });
  await test.owner.db.update(cadre).set({ userId: mighty.userId }).where(eq(cadre.id, id));
  const untie = { cadreId: globalId, userId: null };
  expect((await act('linkCadre', untie, desk)).code).toBe('GRANT_EXCEEDS_OWN');
  const elsewhere = await makeUser(test, { divisionCode: places.otherCounty });
  await test.owner.db.update(cadre).set({ userId: elsewhere.userId }).where(eq(cadre.id, id));
  expect((await act('linkCadre', untie, desk)).code).toBe('NOT_FOUND');
  const [row] = await test.owner.db.select().from(cadre).where(eq(cadre.id, id));
  expect(row).toMatchObject({ countyCode, userId: elsewhere.userId });
  const own = await makeUser(test, { divisionCode: places.county });
  await test.owner.db.update(cadre).set({ userId: own.userId }).where(eq(cadre.id, id));
  expect((await act('linkCadre', untie, desk)).code).toBeNull();
});

it.each([
  'COUNTY_DESK',
  'TOWNSHIP_REVIEWER',
  'VILLAGE_CADRE',
  'GRID_MEMBER',
  'HELPER',
  'FUND_ACCOUNTANT',
] as const)('refuses the local role %s without a division', async (role) => {
  const whole = await signedIn(test, 'COUNTY_DESK', null);
  for (const divisionCode of [undefined, null]) {
    const input = newUser({ grants: [{ role, divisionCode }] });
    expect((await act('createUser', input, whole)).fields).toEqual({
      'input.grants.0.divisionCode': 'REQUIRED_MISSING',
    });
  }
  const { userId } = await makeUser(test, { divisionCode: places.township });
  const answer = await act('addGrant', { userId: `User:${userId}`, role }, whole);
  expect(answer.fields).toEqual({ 'input.divisionCode': 'REQUIRED_MISSING' });
});

it('refuses a username that looks like an existing one', async () => {
  const input = newUser({ username: 'zhang-li-0' });
  expect((await act('createUser', input, desk)).code).toBeNull();
  for (const username of ['zhang-1i-0', 'ZHANG-LI-O', 'zhang_li.0', 'zhang--li-0']) {
    const answer = await act('createUser', newUser({ username }), desk);
    expect(answer.fields, username).toEqual({ 'input.username': 'USERNAME_ALIKE' });
  }
  for (const username of ['zhаng-li-0', 'zhanɡ-li-0', 'zhang-li-0.', 'zhang\u200b-li-0', 'ꓮdmin', '한글']) {
    const answer = await act('createUser', newUser({ username }), desk);
    expect(answer.fields, username).toEqual({ 'input.username': 'USERNAME_INVALID' });
  }
});
