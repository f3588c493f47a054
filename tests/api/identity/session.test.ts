import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { loginFailure, session } from '#schema/identity/identity.table.ts';
import { createApp } from '#server/app.ts';
import { makeUser, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { masterKey, startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const password = '漳河-Zhang-71';

beforeAll(() => makeDivisions(test));
beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
});

const desk = (more: object = {}) =>
  makeUser(test, { role: 'COUNTY_DESK', divisionCode: places.county, password, ...more });

const loginDocument = `mutation ($input: LoginInput!) {
  login(input: $input) { user { id username displayName } mustChangePassword } }`;
const meDocument = `{ me { user { id username displayName } rights mustChangePassword cadres { id }
  grants { role fromOn toOn pairedOnly division { code name path } } } }`;

interface MeAnswer {
  me: { user: { username: string }; rights: string[]; mustChangePassword: boolean; grants: object[] };
}

const sendLogin = (username: string, given = password, headers: Record<string, string> = {}) =>
  test.send<{ login: { mustChangePassword: boolean } | null }>(
    loginDocument,
    { input: { username, password: given } },
    null,
    headers,
  );

const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie'] ?? '');
const tokenOf = (headers: Record<string, unknown>) => /^bangfu=([^;]*)/.exec(cookieOf(headers))?.[1] ?? '';

async function sessionOf(username: string, given = password): Promise<string> {
  const answer = await sendLogin(username, given);
  expect(answer.errors).toBeUndefined();
  return tokenOf(answer.headers);
}

const codeOf = async (sessionToken: string | null, document = '{ me { rights } }') =>
  (await test.send(document, {}, sessionToken)).errors?.[0]?.extensions.code ?? null;

const minutesLater = (minutes: number) =>
  test.clock.set(new Date(Date.parse(startOfTests) + minutes * 60_000).toISOString());

it('signs in by username and password, and returns the account', async () => {
  const { userId, username } = await desk();
  const answer = await sendLogin(username.toUpperCase());
  expect(answer.data?.login).toMatchObject({
    user: { id: `User:${userId}`, username },
    mustChangePassword: false,
  });
  const me = await test.send<MeAnswer>(meDocument, {}, tokenOf(answer.headers));
  expect(me.data?.me).toMatchObject({
    user: { id: `User:${userId}`, username },
    grants: [
      {
        role: 'COUNTY_DESK',
        fromOn: '2020-01-01',
        toOn: null,
        pairedOnly: false,
        division: { code: '130434', name: '魏县', path: '河北省 邯郸市 魏县' },
      },
    ],
    cadres: [],
    mustChangePassword: false,
  });
  const rights = me.data?.me.rights ?? [];
  expect(rights).toContain('household.write');
  expect(rights).toEqual([...rights].sort());
});

it('returns no account to anonymous users', async () => {
  expect(await codeOf(null)).toBe('UNAUTHENTICATED');
  expect(await codeOf('not-a-session')).toBe('UNAUTHENTICATED');
});

it('a password matches in any Unicode normalisation form', async () => {
  const { username } = await desk({ password: 'Café-del-río-9' });
  expect((await sendLogin(username, 'Café-del-río-9'.normalize('NFD'))).errors).toBeUndefined();
  expect((await sendLogin(username, 'Cafe-del-rio-9')).errors).toHaveLength(1);
});

it('issues a new token at each login, ends the previous session and stores only hashes', async () => {
  const { username, userId } = await desk();
  const first = await sessionOf(username);
  const again = await test.send(loginDocument, { input: { username, password } }, first);
  const second = tokenOf(again.headers);
  expect(second).not.toBe(first);
  expect(Buffer.from(second, 'base64url')).toHaveLength(32);
  expect(await codeOf(first)).toBe('UNAUTHENTICATED');
  expect(await codeOf(second)).toBeNull();
  const rows = await test.owner.db.select().from(session).where(eq(session.userId, userId));
  expect(JSON.stringify(rows)).not.toContain(second);
});

it('logout ends the session and its cookie', async () => {
  const { username } = await desk();
  const token = await sessionOf(username);
  const other = await sessionOf(username);
  const out = await test.send('mutation { logout { ok } }', {}, token);
  expect(out.data).toEqual({ logout: { ok: true } });
  expect(cookieOf(out.headers)).toMatch(/^bangfu=;/);
  expect(await codeOf(token)).toBe('UNAUTHENTICATED');
  expect(await codeOf(other)).toBeNull();
});

it('a session ends after half an hour without a request, and not before', async () => {
  const { username } = await desk();
  const token = await sessionOf(username);
  minutesLater(29);
  expect(await codeOf(token)).toBeNull();
  minutesLater(58);
  expect(await codeOf(token)).toBeNull();
  minutesLater(89);
  expect(await codeOf(token)).toBe('UNAUTHENTICATED');
});

it('a session ends after twelve hours, however active it was', async () => {
  const { username } = await desk();
  const token = await sessionOf(username);
  for (let minute = 20; minute < 720; minute += 20) {
    minutesLater(minute);
    expect(await codeOf(token)).toBeNull();
  }
  minutesLater(720);
  expect(await codeOf(token)).toBe('UNAUTHENTICATED');
});

it('updates the last request at most once a minute', async () => {
  const { username, userId } = await desk();
  const token = await sessionOf(username);
  const lastSeen = async () => {
    const [row] = await test.owner.db.select().from(session).where(eq(session.userId, userId));
    return new Date(row?.lastSeenAt ?? 0).toISOString();
  };
  const atLogin = await lastSeen();
  minutesLater(0.5);
  await codeOf(token);
  expect(await lastSeen()).toBe(atLogin);
  minutesLater(1);
  await codeOf(token);
  expect(await lastSeen()).toBe(test.clock.now().toISOString());
});

it('binds the cookie to the host over https, hides it from scripts and restricts it to this site', async () => {
  const { username } = await desk();
  const http = cookieOf((await sendLogin(username)).headers);
  expect(http).toMatch(/^bangfu=[\w-]{43};/);
  expect(http).toContain('HttpOnly');
  expect(http).toContain('SameSite=Strict');
  const app = await createApp({
    databaseUrl: test.url,
    masterKey,
    dataDir: '/tmp',
    clock: test.clock,
    publicUrl: 'https://bangfu.example.cn',
    logLevel: 'silent',
  });
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: loginDocument, variables: { input: { username, password } } },
  });
  await app.close();
  const https = cookieOf(answer.headers);
  expect(https).toMatch(/^__Host-bangfu=[\w-]{43};/);
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(https).toContain(part);
  expect(https).not.toContain('Domain');
});

it.each([
  ['a link', { method: 'GET', type: undefined }],
  ['a form', { method: 'POST', type: 'application/x-www-form-urlencoded' }],
  ['a form that sends plain text', { method: 'POST', type: 'text/plain' }],
  ['a form that sends files', { method: 'POST', type: 'multipart/form-data; boundary=x' }],
] as const)('refuses mutations sent by %s of another site', async (_, { method, type }) => {
  const { username } = await desk();
  const token = await sessionOf(username);
  const query = 'mutation { logout { ok } }';
  const answer = await test.app.http.inject({
    method,
    url: method === 'GET' ? `/graphql?query=${encodeURIComponent(query)}` : '/graphql',
    headers: { cookie: `bangfu=${token}`, ...(type && { 'content-type': type }) },
    ...(method === 'POST' && { payload: JSON.stringify({ query }) }),
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(await codeOf(token)).toBeNull();
});

it('allows only a new password, `me` and logout while the password must be changed', async () => {
  const { username } = await desk({ mustChangePassword: true });
  const answer = await sendLogin(username);
  expect(answer.data?.login?.mustChangePassword).toBe(true);
  const token = tokenOf(answer.headers);
  const me = await test.send<MeAnswer>(meDocument, {}, token);
  expect(me.data?.me).toMatchObject({ mustChangePassword: true, rights: [] });
  expect(await codeOf(token, '{ households { totalCount } }')).toBe('PASSWORD_CHANGE_REQUIRED');
  expect(await codeOf(token, '{ node(id: "Division:130434") { id } }')).toBe('PASSWORD_CHANGE_REQUIRED');
  const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ok } }';
  const input = { currentPassword: password, newPassword: 'Weihe-river-2026' };
  expect((await test.send(change, { input }, token)).data).toEqual({ changePassword: { ok: true } });
  expect(await codeOf(token, '{ households { totalCount } }')).toBeNull();
});

it('audits logins without unknown usernames and without passwords', async () => {
  const { userId, username } = await desk();
  await sendLogin(username);
  await sendLogin(username, 'wrong-secret-17');
  await sendLogin('typed-password-by-mistake', 'wrong-secret-18');
  const trail = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'login'), eq(auditEvent.entityId, userId)))
    .orderBy(auditEvent.seq);
  expect(trail.map((row) => JSON.parse(String(row.after)).outcome)).toEqual([
    'SUCCEEDED',
    'WRONG_CREDENTIALS',
  ]);
  expect(trail[0]).toMatchObject({ countyCode: '000000', divisionCode: places.county, actorId: userId });
  // The actor is not authenticated; account and address are known.
  expect(trail[1]).toMatchObject({ actorId: null, actorName: '未登录 / not signed in' });
  expect(JSON.parse(String(trail[1]?.after))).toMatchObject({ username, address: '127.0.0.1' });
  const all = JSON.stringify(await test.owner.db.select().from(auditEvent));
  expect(all).toContain(username);
  expect(all).not.toMatch(/wrong-secret|typed-password|argon2/);
});

it('refuses an expired session and a disabled account at the next request', async () => {
  const admin = await signedIn(test, 'COUNTY_DESK', places.county);
  const { userId, username } = await desk();
  const token = await sessionOf(username);
  expect(await codeOf(token)).toBeNull();
  const input = { userId: `User:${userId}` };
  const disable = 'mutation ($input: DisableUserInput!) { disableUser(input: $input) { user { status } } }';
  expect((await test.send(disable, { input }, admin.session)).data).toEqual({
    disableUser: { user: { status: 'DISABLED' } },
  });
  expect(await codeOf(token)).toBe('UNAUTHENTICATED');
  expect((await sendLogin(username)).errors?.[0]?.extensions.code).toBe('WRONG_CREDENTIALS');
  const enable = 'mutation ($input: EnableUserInput!) { enableUser(input: $input) { user { status } } }';
  expect((await test.send(enable, { input }, admin.session)).errors).toBeUndefined();
  expect(await codeOf(token)).toBe('UNAUTHENTICATED');
  expect((await sendLogin(username)).errors).toBeUndefined();
});
