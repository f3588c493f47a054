import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { apiToken, appUser, loginFailure, userGrant } from '#schema/identity/identity.table.ts';
import { accessToken, tokenUsage } from '#schema/identity/rate-limit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

// Requests come through a proxy on this machine, which names the client.
const test = testApp(async () => ({ trustedProxies: ['127.0.0.1'] }));
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  await makeHousehold(test, { villageCode: places.village });
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
});

const rights = ['household.read', 'visit.read'];
const client = (more: object = {}) =>
  makeToken(test, { ownerId: desk.userId, divisionCode: places.county, rights, ...more });

type Fields = Record<string, string>;

/** Asks for an access token; the client is in the form unless a header is given. */
async function post(fields: Fields, headers: Fields = {}) {
  const response = await test.app.http.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

const inForm = (id: string, secret: string): Fields => ({ client_id: id, client_secret: secret });

async function accessOf(id: string, secret: string, scope?: string): Promise<string> {
  const { body } = await post({ ...inForm(id, secret), ...(scope ? { scope } : {}) });
  return body.access_token;
}

const households = '{ households { totalCount } }';

/** The number of households read with a token, or the refusal. */
async function countWithToken(token: string, document = households) {
  const answer = await test.send<{ households: { totalCount: number } }>(document, {}, null, {
    authorization: `Bearer ${token}`,
  });
  return answer.errors?.[0]?.extensions.code ?? answer.data?.households?.totalCount ?? answer.data;
}

it('exchanges the id and secret of a lasting token for a short-lived one, by form or header', async () => {
  const { tokenId, secret } = await client();
  const basic = (id: string) => ({
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });
  for (const answer of [
    await post(inForm(tokenId, secret)),
    await post(inForm(`ApiToken:${tokenId}`, secret)),
    await post({}, basic(tokenId)),
    await post({}, basic(`ApiToken:${tokenId}`)),
  ]) {
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^bfa_[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: 'household.read visit.read',
    });
    expect(await countWithToken(answer.body.access_token)).toBe(1);
  }
});

it('stores only the hash of an access token, and audits its issue', async () => {
  const { tokenId, secret } = await client();
  const given = await accessOf(tokenId, secret);
  const rows = await test.owner.db.select().from(accessToken);
  const trail = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.entityId, tokenId));
  expect(trail.map(({ action, actorName }) => [action, actorName])).toEqual([
    ['issueAccessToken', expect.any(String)],
  ]);
  const kept = JSON.stringify([rows, trail]);
  expect(kept).not.toContain(given);
  expect(kept).not.toContain(secret);
});

it('narrows by OAuth scope and refuses rights that were never granted', async () => {
  const { tokenId, secret } = await client();
  const narrow = await accessOf(tokenId, secret, 'visit.read');
  expect(await countWithToken(narrow)).toBe('FORBIDDEN');
  const me = await countWithToken(narrow, '{ me { rights } }');
  expect(me).toEqual({ me: { rights: ['division.read', 'visit.read'] } });
  const beyond = await post({ ...inForm(tokenId, secret), scope: 'household.read household.write' });
  expect([beyond.status, beyond.body.error]).toEqual([400, 'invalid_scope']);
});

it('an access token ends after an hour', async () => {
  const { tokenId, secret } = await client();
  const given = await accessOf(tokenId, secret);
  test.clock.set('2026-11-10T04:59:59Z');
  expect(await countWithToken(given)).toBe(1);
  test.clock.set('2026-11-10T05:00:00Z');
  expect(await countWithToken(given)).toBe('UNAUTHENTICATED');
});

it('an access token ends with its parent: revoked, expired, its owner disabled or without the grant', async () => {
  const { db } = test.owner;
  const owner = await signedIn(test, 'COUNTY_DESK', places.county);
  const endings: [() => PromiseLike<unknown>, unknown][] = [
    [() => db.update(apiToken).set({ revokedAt: startOfTests }), 'UNAUTHENTICATED'],
    [() => db.update(apiToken).set({ expiresAt: startOfTests, revokedAt: null }), 'UNAUTHENTICATED'],
  ];
  const { tokenId, secret } = await client({ ownerId: owner.userId });
  const given = await accessOf(tokenId, secret);
  expect(await countWithToken(given)).toBe(1);
  await db.update(userGrant).set({ revokedAt: startOfTests }).where(eq(userGrant.userId, owner.userId));
  expect(await countWithToken(given)).toBe('FORBIDDEN');
  await db.update(userGrant).set({ revokedAt: null }).where(eq(userGrant.userId, owner.userId));
  expect(await countWithToken(given)).toBe(1);
  await db.update(appUser).set({ status: 'DISABLED' }).where(eq(appUser.id, owner.userId));
  expect(await countWithToken(given)).toBe('UNAUTHENTICATED');
  expect((await post(inForm(tokenId, secret))).status).toBe(401);
  await db.update(appUser).set({ status: 'ACTIVE' }).where(eq(appUser.id, owner.userId));
  for (const [end, refusal] of endings) {
    expect(await countWithToken(given)).toBe(1);
    await end();
    expect(await countWithToken(given)).toBe(refusal);
    expect((await post(inForm(tokenId, secret))).body.error).toBe('invalid_client');
    await db.update(apiToken).set({ revokedAt: null, expiresAt: '2100-01-01T00:00:00Z' });
  }
});

it('an access token lives no longer than its parent', async () => {
  const { tokenId, secret } = await client({ expiresAt: '2026-11-10T04:10:00Z' });
  expect((await post(inForm(tokenId, secret))).body.expires_in).toBe(600);
});

it('an access token cannot make tokens of either kind', async () => {
  const { tokenId, secret } = await client();
  const given = await accessOf(tokenId, secret);
  expect((await post(inForm(tokenId, given))).body.error).toBe('invalid_client');
  const make = `mutation { createToken(input: { name: "x", divisionCode: "${places.county}",
    rights: ["household.read"], expiresOn: "2026-11-20" }) { secret } }`;
  expect(await countWithToken(given, make)).toBe('FORBIDDEN');
});

it('answers an unknown client and a wrong secret alike', async () => {
  const { tokenId } = await client();
  const wrong = await post(inForm(tokenId, 'bf_wrong'));
  const unknown = await post(inForm('0192f0c1-0000-7000-8000-000000000009', 'bf_wrong'));
  const nonsense = await post(inForm('nobody', 'bf_wrong'));
  expect(wrong.status).toBe(401);
  expect(wrong.headers['www-authenticate']).toBe('Basic realm="bangfu"');
  expect(wrong.headers['cache-control']).toBe('no-store');
  expect(unknown.body).toEqual(wrong.body);
  expect(nonsense.body).toEqual(wrong.body);
  expect(wrong.body.error).toBe('invalid_client');
});

it('locks a client after ten wrong secrets, and no other client', async () => {
  const [attacked, calm] = [await client(), await client()];
  const from = (address: string) => ({ 'x-forwarded-for': address });
  for (let turn = 0; turn < 10; turn += 1) {
    const answer = await post(inForm(attacked.tokenId, 'bf_wrong'), from(`192.0.2.${turn}`));
    expect(answer.status).toBe(401);
  }
  const locked = await post(inForm(attacked.tokenId, attacked.secret), from('192.0.2.99'));
  expect(locked).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } });
  expect(locked.headers['retry-after']).toBe('900');
  const rows = await test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.entityId, attacked.tokenId))
    .orderBy(auditEvent.seq);
  expect(JSON.parse(String(rows.at(-1)?.after))).toMatchObject({
    outcome: 'REFUSED_WHILE_LOCKED',
    tries: 1,
    address: '192.0.2.99',
  });
  // Controls: another client, the lasting token itself, and the same client after the lock-out.
  expect((await post(inForm(calm.tokenId, calm.secret), from('192.0.2.99'))).status).toBe(200);
  expect(await countWithToken(attacked.secret)).toBe(1);
  test.clock.set('2026-11-10T04:15:00Z');
  expect((await post(inForm(attacked.tokenId, attacked.secret), from('192.0.2.99'))).status).toBe(200);
});

it('locks an address that tries one client after another', async () => {
  const { tokenId, secret } = await client();
  const here = { 'x-forwarded-for': '198.51.100.7' };
  for (let turn = 0; turn < 10; turn += 1) await post(inForm(`nobody-${turn}`, 'bf_wrong'), here);
  expect((await post(inForm(tokenId, secret), here)).status).toBe(429);
  expect((await post(inForm(tokenId, secret), { 'x-forwarded-for': '198.51.100.8' })).status).toBe(200);
});

it('counts and charges to the parent token, so that many access tokens do not widen its budget', async () => {
  const { tokenId, secret } = await client({ pointsPerMinute: 1_000 });
  let given = 0;
  let refused: Awaited<ReturnType<typeof post>> | undefined;
  for (let turn = 0; turn < 21; turn += 1) {
    const answer = await post(inForm(tokenId, secret));
    if (answer.status === 200) given += 1;
    else refused = answer;
  }
  expect(given).toBe(20);
  expect(refused).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } });
  expect(refused?.headers['retry-after']).toBe('60');
  const [usage] = await test.owner.db.select().from(tokenUsage).where(eq(tokenUsage.tokenId, tokenId));
  expect(usage).toMatchObject({ operations: 1, points: 50 });
});

it.each([
  ['JSON', { 'content-type': 'application/json' }, '{}'],
  ['nothing at all', {}, undefined],
  ['a large body', { 'content-type': 'application/x-www-form-urlencoded' }, `scope=${'x'.repeat(9_000)}`],
])('refuses %s in the format that OAuth clients expect', async (_, headers, payload) => {
  const answer = await test.app.http.inject({ method: 'POST', url: '/oauth/token', headers, payload });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ error: 'invalid_request', error_description: expect.any(String) });
  expect(answer.headers['cache-control']).toBe('no-store');
});

it('parses forms on no other route', async () => {
  const answer = await test.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'query={__typename}',
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
});
