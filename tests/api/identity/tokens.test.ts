import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays } from '#platform/core/clock.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { apiToken, appUser, userGrant } from '#schema/identity/identity.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let foreignDesk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreignDesk = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  await makeHousehold(test, { villageCode: places.village });
  await makeHousehold(test, { villageCode: places.otherVillage });
});
beforeEach(() => test.clock.set(startOfTests));

const today = '2026-11-10';
const wanted = (more: object = {}) => ({
  name: '帮扶小程序',
  divisionCode: places.county,
  rights: ['household.read', 'division.read'],
  expiresOn: addDays(today, 30),
  ...more,
});

interface Made {
  createToken: {
    secret: string | null;
    token: { id: string; hint: string; lastUsedAt: string | null };
  } | null;
}

async function create(input: object, by: Person | null = desk, headers: Record<string, string> = {}) {
  const document = `mutation ($input: CreateTokenInput!) {
    createToken(input: $input) { secret token { id name hint rights divisionCode expiresAt lastUsedAt } } }`;
  const answer = await test.send<Made>(document, { input }, by?.session, headers);
  const refusal = answer.errors?.[0]?.extensions;
  const fields = Object.entries(refusal?.fields ?? {}).map(([path, { code }]) => [path, code]);
  return {
    id: answer.data?.createToken?.token.id ?? '',
    secret: answer.data?.createToken?.secret ?? '',
    token: answer.data?.createToken?.token,
    code: refusal?.code ?? null,
    fields: Object.fromEntries(fields),
  };
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const households = '{ households { totalCount } }';

/** The number of households read with a token, or the refusal. */
async function countWithToken(secret: string, document = households) {
  const answer = await test.send<{ households: { totalCount: number } }>(document, {}, null, bearer(secret));
  return answer.errors?.[0]?.extensions.code ?? answer.data?.households?.totalCount ?? null;
}

it('returns a token once, with 256 random bits, and stores its hash', async () => {
  const input = wanted({ clientMutationId: 'token-once' });
  const first = await create(input);
  expect(first.secret).toMatch(/^bf_[\w-]{43}$/);
  expect(first.token).toMatchObject({ hint: first.secret.slice(0, 8), lastUsedAt: null });
  const again = await create(input);
  expect(again).toMatchObject({ id: first.id, secret: '' });
  const rows = await test.owner.db.select().from(apiToken);
  const trail = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.entity, 'ApiToken'));
  expect(trail.map((row) => row.action)).toEqual(['createToken']);
  expect(JSON.stringify([rows, trail])).not.toContain(first.secret);
});

it('a token reads what its division and rights allow, and nothing else', async () => {
  const { secret } = await create(wanted({ divisionCode: places.township }));
  expect(await countWithToken(secret)).toBe(1);
  expect(await countWithToken(secret, '{ cadres { totalCount } }')).toBe('FORBIDDEN');
  const me = await test.send(
    '{ me { user { username } rights grants { role toOn division { code } } } }',
    {},
    null,
    bearer(secret),
  );
  expect(me.data?.me).toEqual({
    user: { username: desk.username },
    rights: ['division.read', 'household.read'],
    grants: [{ role: 'API_CLIENT', toOn: '2026-12-10', division: { code: places.township } }],
  });
});

it.each([
  ['a made-up token', `bf_${'x'.repeat(43)}`],
  ['an empty one', ''],
  ['a scheme in capitals', null],
])('refuses %s as unauthenticated, and does not treat it as anonymous', async (_, secret) => {
  const headers = secret === null ? { authorization: 'BEARER nonsense' } : bearer(secret);
  // Not even with a session beside it: a request with a token uses only the token.
  const answer = await test.send('{ __typename }', {}, desk.session, headers);
  expect(answer.status).toBe(401);
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'UNAUTHENTICATED',
    fields: { authorization: { code: 'TOKEN_INVALID' } },
  });
});

it('a token ends after its last day, in Asia/Shanghai', async () => {
  const { secret } = await create(wanted({ expiresOn: '2026-11-20' }));
  test.clock.set('2026-11-20T15:59:59Z');
  expect(await countWithToken(secret)).toBe(2);
  test.clock.set('2026-11-20T16:00:00Z');
  expect(await countWithToken(secret)).toBe('UNAUTHENTICATED');
});

it('a revoked token is refused from the next request on', async () => {
  const { id, secret } = await create(wanted());
  expect(await countWithToken(secret)).toBe(2);
  const revoke =
    'mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { token { revokedAt } } }';
  const foreign = await test.send(revoke, { input: { tokenId: id } }, foreignDesk.session);
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await countWithToken(secret)).toBe(2);
  const own = await test.send(revoke, { input: { tokenId: id } }, desk.session);
  expect(own.data).toEqual({ revokeToken: { token: { revokedAt: '2026-11-10T04:00:00.000Z' } } });
  expect(await countWithToken(secret)).toBe('UNAUTHENTICATED');
});

it('a token holds no more than its owner holds today, and nothing while the owner is disabled', async () => {
  const owner = await signedIn(test, 'COUNTY_DESK', places.county);
  const { secret } = await create(wanted(), owner);
  expect(await countWithToken(secret)).toBe(2);
  const { db } = test.owner;
  const grants = db.update(userGrant);
  await grants.set({ role: 'SYSTEM_ADMINISTRATOR' }).where(eq(userGrant.userId, owner.userId));
  expect(await countWithToken(secret)).toBe('FORBIDDEN');
  await db.update(userGrant).set({ role: 'HELPER' }).where(eq(userGrant.userId, owner.userId));
  expect(await countWithToken(secret)).toBe('FORBIDDEN');
  await db.update(userGrant).set({ role: 'COUNTY_DESK' }).where(eq(userGrant.userId, owner.userId));
  expect(await countWithToken(secret)).toBe(2);
  await db.update(appUser).set({ status: 'DISABLED' }).where(eq(appUser.id, owner.userId));
  expect(await countWithToken(secret)).toBe('UNAUTHENTICATED');
});

it('updates the last use at most once a minute', async () => {
  const { id, secret } = await create(wanted());
  const lastUse = async () => {
    const list = '{ tokens(first: 100) { nodes { id lastUsedAt } } }';
    const answer = await test.send<{ tokens: { nodes: { id: string; lastUsedAt: string }[] } }>(
      list,
      {},
      desk.session,
    );
    return answer.data?.tokens.nodes.find((one) => one.id === id)?.lastUsedAt;
  };
  await countWithToken(secret);
  expect(await lastUse()).toBe('2026-11-10T04:00:00.000Z');
  test.clock.set('2026-11-10T04:00:59Z');
  await countWithToken(secret);
  expect(await lastUse()).toBe('2026-11-10T04:00:00.000Z');
  test.clock.set('2026-11-10T04:01:00Z');
  await countWithToken(secret);
  expect(await lastUse()).toBe('2026-11-10T04:01:00.000Z');
});

it('a token cannot make tokens, users or passwords, even one that claims the right', async () => {
  const { id, secret } = await create(wanted());
  const claimed = ['household.read', 'token.write', 'user.write', 'user.read'];
  await test.owner.db
    .update(apiToken)
    .set({ rights: claimed })
    .where(eq(apiToken.id, id.slice('ApiToken:'.length)));
  expect((await create(wanted(), null, bearer(secret))).code).toBe('FORBIDDEN');
  const attempts = [
    'mutation { createUser(input: { username: "neu", displayName: "x" }) { user { id } } }',
    `mutation { disableUser(input: { userId: "User:${desk.userId}" }) { user { id } } }`,
    `mutation { revokeToken(input: { tokenId: "${id}" }) { token { id } } }`,
  ];
  for (const attempt of attempts) expect(await countWithToken(secret, attempt)).toBe('FORBIDDEN');
  const change =
    'mutation { changePassword(input: { currentPassword: "a", newPassword: "Another-one-99" }) { ok } }';
  expect(await countWithToken(secret, change)).toBe('TOKEN_NOT_ALLOWED');
  expect(await countWithToken(secret, 'mutation { logout { ok } }')).toBe('TOKEN_NOT_ALLOWED');
  // Control: what the token may do, it does.
  expect(await countWithToken(secret)).toBe(2);
});

it.each([
  ['a right to let others in', { rights: ['user.write'] }, 'input.rights.0', 'CODE_UNKNOWN'],
  ['a right to make tokens', { rights: ['household.read', 'token.write'] }, 'input.rights.1', 'CODE_UNKNOWN'],
  ['an unknown right', { rights: ['everything'] }, 'input.rights.0', 'CODE_UNKNOWN'],
  ['a right not held', { rights: ['division.write'] }, 'input.rights.0', 'GRANT_EXCEEDS_OWN'],
  ['no right', { rights: [] }, 'input.rights', 'TOO_FEW'],
  ['another county', { divisionCode: places.otherCounty }, 'input.divisionCode', 'NOT_FOUND'],
  ['the prefecture above', { divisionCode: '1304' }, 'input.divisionCode', 'NOT_FOUND'],
  ['an unknown division', { divisionCode: '130434999' }, 'input.divisionCode', 'NOT_FOUND'],
  ['an end in the past', { expiresOn: '2026-11-09' }, 'input.expiresOn', 'DATE_TOO_EARLY'],
  ['more than 366 days', { expiresOn: addDays(today, 367) }, 'input.expiresOn', 'EXPIRY_TOO_FAR'],
  ['no name', { name: '' }, 'input.name', 'REQUIRED_MISSING'],
  ['a phone in the name', { name: '张三13900001234' }, 'input.name', 'NAME_HOLDS_NUMBER'],
  ['an id in the name', { name: '1304991970０1010011' }, 'input.name', 'NAME_HOLDS_NUMBER'],
  ['a control character in the name', { name: '帮扶\r\n小程序' }, 'input.name', 'INVALID_TEXT'],
  ['a name of marks alone', { name: '——' }, 'input.name', 'REQUIRED_MISSING'],
  ['a long name', { name: '长'.repeat(51) }, 'input.name', 'TOO_LONG'],
])('refuses a token with %s', async (_, more, path, code) => {
  expect((await create(wanted(more))).fields).toEqual({ [path]: code });
});

it('makes tokens for 366 days and for today only', async () => {
  expect((await create(wanted({ expiresOn: addDays(today, 366) }))).code).toBeNull();
  expect((await create(wanted({ expiresOn: today }))).code).toBeNull();
});

it('lists the tokens of a county to its desk and to no other', async () => {
  const { id } = await create(wanted());
  const list = async (by: Person, filter = '') => {
    const document = `{ tokens(first: 100${filter}) { nodes { id owner { username } division { name } } } }`;
    const answer = await test.send<{ tokens: { nodes: { id: string }[] } }>(document, {}, by.session);
    expect(answer.errors).toBeUndefined();
    return answer.data?.tokens.nodes.find((one) => one.id === id);
  };
  expect(await list(desk)).toMatchObject({ owner: { username: desk.username }, division: { name: '魏县' } });
  expect(await list(foreignDesk)).toBeUndefined();
  expect(await list(desk, ', filter: { usable: true }')).toBeDefined();
  expect(await list(desk, ', filter: { usable: false }')).toBeUndefined();
});
