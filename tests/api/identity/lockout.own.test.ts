import * as argon2 from '@node-rs/argon2';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { argonCost } from '#modules/identity/account/password.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { appUser, loginFailure } from '#schema/identity/identity.table.ts';
import { identityActs } from '#tests/factories/people/identity-acts.ts';
import { makeUser, sessionFor } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

// Spied on, not replaced: how often a password is really verified.
vi.mock('@node-rs/argon2', { spy: true });

// Requests come through a proxy on this machine, which names the client.
const test = testApp(async () => ({ trustedProxies: ['127.0.0.1'] }));
const password = '漳河-Zhang-71';

beforeAll(() => makeDivisions(test));
beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
  vi.mocked(argon2.verify).mockClear();
});

const user = (more: object = {}) =>
  makeUser(test, { role: 'COUNTY_DESK', divisionCode: places.county, password, ...more });

const document = 'mutation ($input: LoginInput!) { login(input: $input) { mustChangePassword } }';
let addresses = 0;
function newAddress(): string {
  addresses += 1;
  return `198.51.100.${addresses}`;
}

/** A login; the code of its refusal, or null. */
async function tryLogin(username: string, given: string, address = newAddress()): Promise<string | null> {
  const answer = await test.send(document, { input: { username, password: given } }, null, {
    'x-forwarded-for': address,
  });
  return answer.errors?.[0]?.extensions.code ?? null;
}

const minutesLater = (minutes: number) =>
  test.clock.set(new Date(Date.parse(startOfTests) + minutes * 60_000).toISOString());

async function fail(times: number, username: string, address?: string): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await tryLogin(username, 'wrong', address)).toBe('WRONG_CREDENTIALS');
  }
}

it('locks an account for fifteen minutes after ten failures from any addresses', async () => {
  const { username } = await user();
  await fail(10, username);
  expect(await tryLogin(username, password)).toBe('LOCKED_OUT');
  minutesLater(14.9);
  expect(await tryLogin(username.toUpperCase(), password)).toBe('LOCKED_OUT');
  minutesLater(15);
  expect(await tryLogin(username, password)).toBeNull();
});

it('does not lock an account after nine failures', async () => {
  const { username } = await user();
  await fail(9, username);
  expect(await tryLogin(username, password)).toBeNull();
});

it('counts failures within any fifteen minutes, not within fixed windows', async () => {
  const { username } = await user();
  await fail(5, username);
  minutesLater(14);
  await fail(4, username);
  minutesLater(16);
  // The first five are too old by now: at most nine count.
  await fail(5, username);
  minutesLater(17);
  await fail(1, username);
  expect(await tryLogin(username, password)).toBe('LOCKED_OUT');
});

it('a successful login resets the failures of the account', async () => {
  const { username } = await user();
  await fail(9, username);
  expect(await tryLogin(username, password)).toBeNull();
  await fail(9, username);
  expect(await tryLogin(username, password)).toBeNull();
});

it('locks an address after ten failures on any accounts, and no other address', async () => {
  const { username } = await user();
  const address = newAddress();
  for (let at = 0; at < 10; at += 1) {
    expect(await tryLogin(`nobody-${at}`, 'wrong', address)).toBe('WRONG_CREDENTIALS');
  }
  expect(await tryLogin(username, password, address)).toBe('LOCKED_OUT');
  expect(await tryLogin(username, password)).toBeNull();
});

it('failures of a signed-in user lock nobody else out', async () => {
  const [hasty, neighbour] = [await user(), await user()];
  const address = newAddress();
  const from = { 'x-forwarded-for': address };
  const session = await sessionFor(test, hasty.userId);
  const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ok } }';
  const input = { currentPassword: 'wrong', newPassword: 'another long password 77' };
  for (let time = 0; time < 10; time += 1) {
    const answer = await test.send(change, { input }, session, from);
    expect(answer.errors?.[0]?.extensions.code).toBe('WRONG_PASSWORD');
  }
  expect(await tryLogin(hasty.username, password, address)).toBe('LOCKED_OUT');
  expect(await tryLogin(neighbour.username, password, address)).toBeNull();
});

it('a successful login does not reset the failures of other accounts from the address', async () => {
  const own = await user();
  const victim = await user();
  const address = newAddress();
  await fail(5, victim.username, address);
  expect(await tryLogin(own.username, password, address)).toBeNull();
  await fail(5, victim.username, address);
  expect(await tryLogin(own.username, password, address)).toBe('LOCKED_OUT');
});

const aliased = (count: number) =>
  `mutation ($input: LoginInput!) { ${Array.from(
    { length: count },
    (_, at) => `a${at}: login(input: $input) { mustChangePassword }`,
  ).join(' ')} }`;

it('counts each login of one document, verifies ten passwords, and refuses a document with many', async () => {
  const { username } = await user();
  const input = { username, password: 'wrong' };
  expect((await test.send(aliased(300), { input })).errors?.[0]?.extensions.code).toBe('TOO_MANY_ALIASES');
  expect(argon2.verify).not.toHaveBeenCalled();
  const dear = await test.send(aliased(100), { input });
  expect(dear.errors?.[0]?.extensions.code).toBe('OPERATION_TOO_EXPENSIVE');
  expect(argon2.verify).not.toHaveBeenCalled();
  const answer = await test.send(aliased(18), { input });
  const codes = (answer.errors ?? []).map((error) => error.extensions.code);
  expect(codes).toHaveLength(18);
  expect(codes.slice(0, 10).every((code) => code === 'WRONG_CREDENTIALS')).toBe(true);
  expect(codes.slice(10).every((code) => code === 'LOCKED_OUT')).toBe(true);
  expect(argon2.verify).toHaveBeenCalledTimes(10);
});

it('counts 60 simultaneous logins as 60, and verifies ten passwords', async () => {
  const { username } = await user();
  const codes = await Promise.all(
    Array.from({ length: 60 }, () => tryLogin(username, 'wrong', '203.0.113.1')),
  );
  expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
  expect(codes.filter((code) => code === 'LOCKED_OUT')).toHaveLength(50);
  expect(argon2.verify).toHaveBeenCalledTimes(10);
});

it('lets a whole office sign in at once from one address', async () => {
  const people = await Promise.all(Array.from({ length: 25 }, () => user()));
  const codes = await Promise.all(people.map(({ username }) => tryLogin(username, password, '203.0.113.2')));
  expect(codes.filter((code) => code !== null)).toEqual([]);
});

it('refuses batches of operations', async () => {
  const { username } = await user();
  const one = { query: document, variables: { input: { username, password: 'wrong' } } };
  const answer = await test.app.http.inject({ method: 'POST', url: '/graphql', payload: [one, one] });
  expect(answer.statusCode).toBe(400);
  expect(argon2.verify).not.toHaveBeenCalled();
});

it('answers an unknown username, a wrong password, a disabled account and one without a password alike', async () => {
  const known = await user();
  const closed = await user();
  await test.owner.db.update(appUser).set({ status: 'DISABLED' }).where(eq(appUser.id, closed.userId));
  const unset = await user({ password: undefined });
  const answers = [];
  for (const [username, given] of [
    ['nobody-at-all', password],
    [known.username, 'wrong'],
    [closed.username, password],
    [unset.username, password],
  ]) {
    vi.mocked(argon2.verify).mockClear();
    const answer = await test.send(document, { input: { username, password: given } }, null, {
      'x-forwarded-for': newAddress(),
    });
    answers.push(JSON.stringify({ status: answer.status, data: answer.data, errors: answer.errors }));
    // The same effort for each: one verification of a hash of the same cost.
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    const [hash] = vi.mocked(argon2.verify).mock.calls[0] ?? [];
    expect(argon2.parseOptions(String(hash))).toMatchObject(argonCost);
  }
  expect(new Set(answers).size).toBe(1);
});

it('stores passwords as Argon2id with 19 MiB, two passes and one lane', async () => {
  const { userId } = await user();
  const [row] = await test.owner.db.select().from(appUser).where(eq(appUser.id, userId));
  expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

/** Audit events of failed logins of one account, or of unknown accounts, by address. */
async function trailOf(entityId: string): Promise<Record<string, unknown>[]> {
  const trail = await test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.entityId, entityId))
    .orderBy(auditEvent.seq);
  return trail.map((row) => JSON.parse(String(row.after)));
}

it('audits a lock-out', async () => {
  const { userId, username } = await user();
  await fail(10, username);
  const outcomes = (await trailOf(userId)).map(({ outcome }) => outcome);
  expect(outcomes).toEqual([...Array(9).fill('WRONG_CREDENTIALS'), 'LOCKED_OUT']);
});

async function locked(times: number, username: string, given = password, address?: string): Promise<void> {
  for (let time = 0; time < times; time += 1)
    expect(await tryLogin(username, given, address)).toBe('LOCKED_OUT');
}

const refusedOf = async (entityId: string) =>
  (await trailOf(entityId)).filter(({ outcome }) => outcome === 'REFUSED_WHILE_LOCKED');

it('audits attempts during a lock-out with their number and addresses, without a row for each', async () => {
  const { userId, username } = await user();
  await fail(10, username);
  await locked(9, username);
  const noted = await refusedOf(userId);
  expect(noted.map(({ tries, username: name }) => [tries, name])).toEqual(
    [1, 2, 4, 8].map((tries) => [tries, username]),
  );
  expect(new Set(noted.map(({ address }) => address)).size).toBe(4);
  // Counted again for the next lock-out.
  minutesLater(16);
  await fail(10, username);
  await locked(1, username);
  expect((await refusedOf(userId)).map(({ tries }) => tries)).toEqual([1, 2, 4, 8, 1]);
});

it('audits each account tried from a locked address, and all unknown usernames together', async () => {
  const [one, other] = [await user(), await user()];
  const address = newAddress();
  await fail(10, one.username, address);
  minutesLater(15.1);
  await fail(10, `nobody-${one.username}`, address);
  await locked(2, one.username, password, address);
  await locked(1, other.username, password, address);
  expect((await refusedOf(one.userId)).map(({ tries, address: from }) => [tries, from])).toEqual([
    [1, address],
    [2, address],
  ]);
  expect((await refusedOf(other.userId)).map(({ tries }) => tries)).toEqual([1]);
  for (const name of ['a', 'b', 'c']) await locked(1, `${name}-${one.username}`, password, address);
  const unknown = (await refusedOf('-')).filter(({ address: from }) => from === address);
  expect(unknown.map(({ tries, username }) => [tries, username])).toEqual([
    [1, undefined],
    [2, undefined],
  ]);
});

it('audits failed password checks within a session as well', async () => {
  const { userId, username } = await user();
  const { session } = await identityActs(test).login(username, password);
  await fail(10, username);
  const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ok } }';
  const input = { currentPassword: password, newPassword: 'Another-one-99' };
  const { errors } = await test.send(change, { input }, session);
  expect(errors?.[0]?.extensions.code).toBe('LOCKED_OUT');
  const [row] = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.entityId, userId), eq(auditEvent.action, 'changePassword')));
  expect(row?.actorId).toBe(userId);
  expect(JSON.parse(String(row?.after))).toMatchObject({ outcome: 'REFUSED_WHILE_LOCKED', tries: 1 });
});
