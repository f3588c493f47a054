import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import { identityActs, newUser, password } from '#tests/factories/people/identity-acts.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act, login, reset } = identityActs(test);
let desk: Person;
let foreignDesk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreignDesk = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
});

const grantOf = (role: RoleKey, divisionCode: string | null = places.township) => ({ role, divisionCode });

it.each([
  [
    'an unknown division',
    { grants: [grantOf('VILLAGE_CADRE', '130434999')] },
    'input.grants.0.divisionCode',
    'NOT_FOUND',
  ],
  [
    'an end before its start',
    { grants: [{ ...grantOf('VILLAGE_CADRE'), fromOn: '2026-11-10', toOn: '2026-11-09' }] },
    'input.grants.0.toOn',
    'END_BEFORE_START',
  ],
  [
    'the same grant twice',
    { grants: [grantOf('VILLAGE_CADRE'), grantOf('VILLAGE_CADRE')] },
    'input.grants.1.role',
    'GRANT_EXISTS',
  ],
  ['a home in another county', { divisionCode: places.foreignTownship }, 'input.divisionCode', 'NOT_FOUND'],
  ['no home', { divisionCode: null }, 'input.divisionCode', 'REQUIRED_MISSING'],
  ['a short user name', { username: 'a' }, 'input.username', 'USERNAME_INVALID'],
  ['a user name with blanks', { username: 'wei county' }, 'input.username', 'USERNAME_INVALID'],
  ['a phone number for a name', { username: '13800006650' }, 'input.username', 'USERNAME_INVALID'],
  ['an identity number for a name', { username: '13049919530510647X' }, 'input.username', 'USERNAME_INVALID'],
  ['no display name', { displayName: ' ' }, 'input.displayName', 'REQUIRED_MISSING'],
])('refuses an account with %s', async (_, more, path, code) => {
  const answer = await act('createUser', newUser(more), desk);
  expect(answer.fields).toEqual({ [path]: code });
});

it('usernames are case-insensitive', async () => {
  const input = newUser();
  await act('createUser', input, desk);
  const answer = await act('createUser', { ...input, username: input.username.toUpperCase() }, foreignDesk);
  expect(answer).toMatchObject({ code: 'NOT_FOUND' });
  const home = { divisionCode: places.foreignTownship };
  const taken = await act(
    'createUser',
    { ...input, username: input.username.toUpperCase(), ...home },
    foreignDesk,
  );
  expect(taken).toMatchObject({ code: 'USERNAME_TAKEN', fields: { 'input.username': 'USERNAME_TAKEN' } });
});

it('finds no account of another county, in any list or verb', async () => {
  const { user } = await act('createUser', newUser({ grants: [grantOf('VILLAGE_CADRE')] }), desk);
  const userId = user?.id;
  for (const [verb, input] of [
    ['updateUser', { id: userId, expectedVersion: 1, displayName: '别名' }],
    ['disableUser', { userId }],
    ['enableUser', { userId }],
    ['startPasswordReset', { userId }],
    ['addGrant', { userId, ...grantOf('VILLAGE_CADRE', places.foreignVillage) }],
    ['revokeGrant', { grantId: user?.grants[0]?.id }],
  ] as const) {
    expect((await act(verb, input, foreignDesk)).code, verb).toBe('NOT_FOUND');
  }
  const read = async (by: Person) => {
    const list = await test.send<{ users: { nodes: { id: string }[] } }>(
      '{ users(first: 100) { nodes { id } } }',
      {},
      by.session,
    );
    const node = await test.send(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: user?.grants[0]?.id },
      by.session,
    );
    return [
      list.data?.users.nodes.some((one) => one.id === userId),
      node.errors?.[0]?.extensions.code ?? null,
    ];
  };
  expect(await read(foreignDesk)).toEqual([false, 'NOT_FOUND']);
  expect(await read(desk)).toEqual([true, null]);
});

it('refuses users and grants to users who may not manage them', async () => {
  const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  expect((await act('createUser', newUser(), reviewer)).code).toBe('FORBIDDEN');
  expect((await act('createUser', newUser(), null)).code).toBe('UNAUTHENTICATED');
  const users = await test.send('{ users { totalCount } }', {}, reviewer.session);
  expect(users.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('lists users by name, pinyin, role, division and state', async () => {
  const { user } = await act(
    'createUser',
    newUser({
      displayName: '方相奎',
      divisionCode: places.village,
      grants: [grantOf('HELPER', places.village)],
    }),
    desk,
  );
  const found = async (filter: object) => {
    const document = 'query ($filter: UserFilter) { users(filter: $filter, first: 100) { nodes { id } } }';
    const answer = await test.send<{ users: { nodes: { id: string }[] } }>(
      document,
      { filter },
      desk.session,
    );
    return answer.data?.users.nodes.some((one) => one.id === user?.id);
  };
  for (const filter of [
    { search: 'fxk' },
    { search: '相奎' },
    { search: user?.username.toUpperCase() },
    { role: ['HELPER', 'OVERSEER'] },
    { divisionCode: places.township },
    { status: ['ACTIVE'] },
  ])
    expect(await found(filter), JSON.stringify(filter)).toBe(true);
  for (const filter of [
    { search: 'fx%k' },
    { role: ['OVERSEER'] },
    { divisionCode: places.otherTownship },
    { status: ['DISABLED'] },
  ])
    expect(await found(filter), JSON.stringify(filter)).toBe(false);
});

it('refuses a stale edit of an account', async () => {
  const { user } = await act('createUser', newUser(), desk);
  const edit = { id: user?.id, expectedVersion: 1, displayName: '改名' };
  expect((await act('updateUser', edit, desk)).user).toMatchObject({ displayName: '改名', version: 2 });
  expect((await act('updateUser', edit, desk)).code).toBe('CONFLICT');
});

it('links an account to one cadre per county, and unlinks it', async () => {
  const { id } = await makeCadre(test);
  const cadreId = `Cadre:${places.county}:${id}`;
  const { user, resetToken } = await act(
    'createUser',
    newUser({ cadreId, grants: [grantOf('HELPER')] }),
    desk,
  );
  await reset(resetToken, password);
  const cadresOfMe = async () => {
    const { session } = await login(user?.username ?? '', password);
    return (await test.send<{ me: { cadres: object[] } }>('{ me { cadres { id } } }', {}, session)).data?.me
      .cadres;
  };
  expect(await cadresOfMe()).toEqual([{ id: cadreId }]);
  const other = await act('createUser', newUser(), desk);
  expect(await act('linkCadre', { cadreId, userId: other.user?.id }, desk)).toMatchObject({
    code: 'ALREADY_EXISTS',
    fields: { 'input.cadreId': 'ALREADY_EXISTS' },
  });
  const second = await makeCadre(test);
  expect(
    (await act('linkCadre', { cadreId: `Cadre:${places.county}:${second.id}`, userId: user?.id }, desk)).code,
  ).toBe('ALREADY_EXISTS');
  expect((await act('linkCadre', { cadreId, userId: null }, foreignDesk)).code).toBe('NOT_FOUND');
  expect((await act('linkCadre', { cadreId, userId: null }, desk)).code).toBeNull();
  expect(await cadresOfMe()).toEqual([]);
  const [row] = await test.owner.db.select().from(cadre).where(eq(cadre.id, id));
  expect(row?.userId).toBeNull();
});

it('audits each change, without passwords, links or hashes', async () => {
  const { user, resetToken } = await act('createUser', newUser({ grants: [grantOf('VILLAGE_CADRE')] }), desk);
  await reset(resetToken, password);
  const userId = user?.id;
  await act('addGrant', { userId, ...grantOf('HELPER') }, desk);
  await act('revokeGrant', { grantId: user?.grants[0]?.id }, desk);
  await act('updateUser', { id: userId, expectedVersion: 2, displayName: '改名' }, desk);
  const link = await act('startPasswordReset', { userId }, desk);
  await act('disableUser', { userId }, desk);
  await act('enableUser', { userId }, desk);
  const trail = await test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.entityId, userId?.slice(5) ?? ''))
    .orderBy(auditEvent.seq);
  expect(trail.map((row) => row.action)).toEqual([
    'createUser',
    'resetPassword',
    'addGrant',
    'revokeGrant',
    'updateUser',
    'startPasswordReset',
    'disableUser',
    'enableUser',
  ]);
  expect(trail[0]).toMatchObject({
    countyCode: '000000',
    divisionCode: places.township,
    actorId: desk.userId,
  });
  // Who used the link, and who had made it.
  expect(trail[1]).toMatchObject({ actorId: userId?.slice(5), actorName: '新用户' });
  expect(JSON.parse(String(trail[1]?.after))).toMatchObject({
    username: user?.username,
    linkMadeByUsername: desk.username,
  });
  expect(trail[5]).toMatchObject({ actorId: desk.userId });
  expect(JSON.parse(String(trail[5]?.after))).toMatchObject({ username: user?.username });
  const text = JSON.stringify(trail);
  for (const secret of [password, resetToken, link.resetToken, 'argon2', 'Hash'])
    expect(text).not.toContain(secret);
});
