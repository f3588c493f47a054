import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { loginFailure, session } from '#schema/identity/identity.table.ts';
import { secondFactor, signInChallenge } from '#schema/identity/second-factor.table.ts';
import { makeUser, type Person, signedIn } from '#tests/factories/people/people.ts';
import { password, secondFactorActs } from '#tests/factories/people/second-factors.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act, codeOf, complete, enrolled, later, login, mayRead } = secondFactorActs(test);
let administrator: Person;

beforeAll(async () => {
  await makeDivisions(test);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
});

const desk = () => enrolled('COUNTY_DESK', places.county);
const challengeOf = async (username: string, given = password) =>
  (await login(username, given)).answer?.secondFactor?.challenge ?? '';
const openSessions = (userId: string) => test.owner.db.$count(session, and(eq(session.userId, userId)));
/** Codes that are valid neither now nor in the steps before and after. */
const wrongCodes = (secret: Buffer, count: number): string[] => {
  const good = new Set([-1, 0, 1].map((step) => codeOf(secret, step)));
  const all = Array.from({ length: count + 3 }, (_, at) => String(100_000 + 7_919 * at));
  return all.filter((code) => !good.has(code)).slice(0, count);
};

it('the password alone opens no session, and reveals nothing about the account', async () => {
  const person = await desk();
  const before = await openSessions(person.userId);
  const first = await login(person.username.toUpperCase());
  expect(first).toMatchObject({
    session: null,
    code: null,
    answer: { user: null, mustChangePassword: false },
  });
  expect(first.answer?.secondFactor).toMatchObject({ expiresAt: '2026-11-10T04:06:30.000Z' });
  expect(await openSessions(person.userId)).toBe(before);
  const challenge = first.answer?.secondFactor?.challenge ?? '';
  expect(await mayRead(challenge)).toBe('UNAUTHENTICATED');
  const second = await complete(challenge, codeOf(person.secret));
  expect(second.answer).toMatchObject({ user: { username: person.username }, recoveryCodesLeft: null });
  expect(await mayRead(second.session)).toBeNull();
});

it('answers a wrong password the same with and without a second factor', async () => {
  const [with2, without] = [await desk(), await makeUser(test, { role: 'HELPER', password })];
  for (const { username } of [with2, without, { username: 'nobody-of-that-name' }]) {
    const refused = await login(username, 'not-the-password');
    expect(refused).toMatchObject({ code: 'WRONG_CREDENTIALS', answer: null, session: null, fields: {} });
  }
});

it('accepts each code once, also of the steps before and after, and never an earlier one', async () => {
  const person = await desk();
  const enter = async (steps: number) =>
    (await complete(await challengeOf(person.username), codeOf(person.secret, steps))).code;
  expect(await enter(-2)).toBe('WRONG_SECOND_FACTOR');
  expect(await enter(2)).toBe('WRONG_SECOND_FACTOR');
  expect(await enter(-1)).toBeNull();
  expect(await enter(-1)).toBe('WRONG_SECOND_FACTOR');
  expect(await enter(1)).toBeNull();
  expect(await enter(0)).toBe('WRONG_SECOND_FACTOR');
  expect(await enter(1)).toBe('WRONG_SECOND_FACTOR');
});

it('one code opens one session, however many use it at once', async () => {
  const person = await desk();
  const challenges = await Promise.all(Array.from({ length: 5 }, () => challengeOf(person.username)));
  const code = codeOf(person.secret);
  const before = await openSessions(person.userId);
  const answers = await Promise.all(challenges.map((challenge) => complete(challenge, code)));
  expect(answers.filter((answer) => answer.session)).toHaveLength(1);
  expect(await openSessions(person.userId)).toBe(before + 1);
});

it('a recovery code works for one sign-in, and the number left is shown', async () => {
  const person = await desk();
  const [code = '', next = ''] = person.recoveryCodes;
  const challenges = await Promise.all(Array.from({ length: 4 }, () => challengeOf(person.username)));
  const answers = await Promise.all(
    challenges.map((challenge) => complete(challenge, code.toUpperCase().replaceAll('-', ' '))),
  );
  const entered = answers.filter((answer) => answer.session);
  expect(entered.map(({ answer }) => answer?.recoveryCodesLeft)).toEqual([9]);
  const again = await complete(await challengeOf(person.username), next);
  expect(again.answer?.recoveryCodesLeft).toBe(8);
  const rows = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.entityId, person.userId));
  const recorded = rows.map(({ after }) => JSON.parse(String(after)));
  expect(recorded).toContainEqual(
    expect.objectContaining({ outcome: 'SUCCEEDED', shown: 'RECOVERY_CODE', recoveryCodesLeft: 9 }),
  );
  expect(JSON.stringify(recorded)).not.toContain(code);
});

it('a challenge works once, within five minutes, and with no code of another user', async () => {
  const [one, other] = [await desk(), await desk()];
  const challenge = await challengeOf(one.username);
  expect((await complete(challenge, codeOf(other.secret))).code).toBe('WRONG_SECOND_FACTOR');
  expect((await complete(challenge, other.recoveryCodes[0] ?? '')).code).toBe('WRONG_SECOND_FACTOR');
  expect((await complete(challenge, codeOf(one.secret))).code).toBeNull();
  later();
  const spent = await complete(challenge, codeOf(one.secret));
  expect(spent).toMatchObject({
    code: 'SIGN_IN_CHALLENGE_INVALID',
    fields: { 'input.challenge': 'SIGN_IN_CHALLENGE_INVALID' },
  });
  expect((await complete('no-such-challenge', codeOf(one.secret))).code).toBe('SIGN_IN_CHALLENGE_INVALID');
  const old = await challengeOf(one.username);
  later(5 * 60 - 1);
  expect((await complete(old, '000000')).code).toBe('WRONG_SECOND_FACTOR');
  later(1);
  expect((await complete(old, codeOf(one.secret))).code).toBe('SIGN_IN_CHALLENGE_INVALID');
});

it('stores challenges hashed, and none that has expired', async () => {
  const person = await desk();
  const challenge = await challengeOf(person.username);
  later(5 * 60);
  await challengeOf(person.username);
  const rows = await test.owner.db
    .select()
    .from(signInChallenge)
    .where(eq(signInChallenge.userId, person.userId));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(await test.owner.db.select().from(signInChallenge))).not.toContain(challenge);
});

it('a challenge ends when the password changes, the account is disabled or the second factor is reset', async () => {
  const userVerb = (name: string, userId: string, more: object = {}) =>
    act(name, 'user { id }', { userId: `User:${userId}`, ...more }, administrator.session);
  const changed = await desk();
  const newPassword = 'Weihe-river-2026';
  const beforeChange = await challengeOf(changed.username);
  const change = { currentPassword: password, newPassword };
  expect((await act('changePassword', 'ok', change, changed.session)).code).toBeNull();
  expect((await complete(beforeChange, codeOf(changed.secret))).code).toBe('SIGN_IN_CHALLENGE_INVALID');
  expect(
    (await complete(await challengeOf(changed.username, newPassword), codeOf(changed.secret))).code,
  ).toBeNull();

  // One administrator with a password must remain.
  await makeUser(test, { role: 'SYSTEM_ADMINISTRATOR', password });
  const closed = await enrolled('SYSTEM_ADMINISTRATOR', null);
  const beforeClosing = await challengeOf(closed.username);
  expect((await userVerb('disableUser', closed.userId)).code).toBeNull();
  expect((await complete(beforeClosing, codeOf(closed.secret))).code).toBe('SIGN_IN_CHALLENGE_INVALID');

  const reset = await enrolled('SYSTEM_ADMINISTRATOR', null);
  const beforeReset = await challengeOf(reset.username);
  expect(
    (await userVerb('resetSecondFactor', reset.userId, { reason: '手机丢失，当面核实' })).code,
  ).toBeNull();
  expect((await complete(beforeReset, codeOf(reset.secret))).code).toBe('SIGN_IN_CHALLENGE_INVALID');
});

it('verifies at most five codes per challenge', async () => {
  const person = await desk();
  const challenge = await challengeOf(person.username);
  for (const code of wrongCodes(person.secret, 5)) {
    expect((await complete(challenge, code)).code).toBe('WRONG_SECOND_FACTOR');
  }
  expect((await complete(challenge, codeOf(person.secret))).code).toBe('SIGN_IN_CHALLENGE_INVALID');
  expect((await complete(await challengeOf(person.username), codeOf(person.secret))).code).toBeNull();
});

it('verifies at most ten of fifty simultaneous codes, and the password alone resets no counter', async () => {
  const person = await desk();
  const challenges = await Promise.all(Array.from({ length: 10 }, () => challengeOf(person.username)));
  const guesses = wrongCodes(person.secret, 50);
  const answers = await Promise.all(
    guesses.map((code, at) => complete(challenges[at % challenges.length], code)),
  );
  expect(answers.filter(({ code }) => code === 'WRONG_SECOND_FACTOR')).toHaveLength(10);
  expect(answers.filter(({ code }) => code === 'LOCKED_OUT')).toHaveLength(40);
  const [row] = await test.owner.db.select().from(secondFactor).where(eq(secondFactor.userId, person.userId));
  expect(row?.failures).toBe(10);
  // The account is locked for correct codes as well.
  expect((await complete(challenges[0], codeOf(person.secret))).code).toBe('LOCKED_OUT');
  expect((await login(person.username)).code).toBe('LOCKED_OUT');
  // Codes refused by the lock are audited with their number.
  const rows = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.entityId, person.userId));
  const facts = rows.map(({ after }) => JSON.parse(String(after)));
  const tries = facts.filter(({ outcome }) => outcome === 'REFUSED_WHILE_LOCKED').map((one) => one.tries);
  expect(tries.sort((one, other) => one - other)).toEqual([1, 2, 4, 8, 16, 32]);
});

it('correct passwords in between do not reset the count of wrong codes', async () => {
  const person = await desk();
  for (const code of wrongCodes(person.secret, 9)) {
    expect((await complete(await challengeOf(person.username), code)).code).toBe('WRONG_SECOND_FACTOR');
  }
  const [last = ''] = wrongCodes(person.secret, 1);
  const challenge = await challengeOf(person.username);
  expect((await complete(challenge, last)).code).toBe('WRONG_SECOND_FACTOR');
  expect((await login(person.username)).code).toBe('LOCKED_OUT');
  later(15 * 60);
  expect((await complete(await challengeOf(person.username), codeOf(person.secret))).code).toBeNull();
});

it('fifty wrong app codes in a row block the app until the password changes', async () => {
  const person = await desk();
  await test.owner.db
    .update(secondFactor)
    .set({ failures: 50 })
    .where(eq(secondFactor.userId, person.userId));
  const blocked = await complete(await challengeOf(person.username), codeOf(person.secret));
  expect(blocked).toMatchObject({ code: 'SECOND_FACTOR_BLOCKED', session: null });
  const change = { currentPassword: password, newPassword: 'Weihe-river-2026' };
  expect((await act('changePassword', 'ok', change, person.session)).code).toBeNull();
  const again = await challengeOf(person.username, 'Weihe-river-2026');
  expect((await complete(again, codeOf(person.secret))).code).toBeNull();
  await test.owner.db
    .update(secondFactor)
    .set({ failures: 50 })
    .where(eq(secondFactor.userId, person.userId));
  later();
  const challenge = await challengeOf(person.username, 'Weihe-river-2026');
  expect((await complete(challenge, person.recoveryCodes[0] ?? '')).code).toBeNull();
  later();
  const last = await challengeOf(person.username, 'Weihe-river-2026');
  expect((await complete(last, codeOf(person.secret))).code).toBeNull();
});

it("ends the browser's former session, and audits each step", async () => {
  const person = await desk();
  const challenge = await challengeOf(person.username);
  const [wrong = ''] = wrongCodes(person.secret, 1);
  await complete(challenge, wrong);
  const cookie = { cookie: `bangfu=${person.session}` };
  const entered = await complete(challenge, codeOf(person.secret), cookie);
  expect(await mayRead(person.session)).toBe('UNAUTHENTICATED');
  expect(await mayRead(entered.session)).toBeNull();
  const rows = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.entityId, person.userId), eq(auditEvent.action, 'login')))
    .orderBy(auditEvent.seq);
  const noted = rows.map((row) => [row.actorId, JSON.parse(String(row.after)).outcome]);
  expect(noted).toEqual([
    [person.userId, 'SUCCEEDED'],
    [null, 'SECOND_FACTOR_ASKED'],
    [null, 'WRONG_SECOND_FACTOR'],
    [person.userId, 'SUCCEEDED'],
  ]);
});
