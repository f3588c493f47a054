import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';
import { recoveryCode, secondFactor } from '#schema/identity/second-factor.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { identityActs } from '#tests/factories/people/identity-acts.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { secondFactorActs } from '#tests/factories/people/second-factors.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
const { act, enrolled, login, mayRead } = secondFactorActs(test);
const { act: verb, reset } = identityActs(test);

beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
});

const reason = '手机丢失，本人到场核实';
const take = (userId: string, by: { session: string }, more: object = {}) =>
  act<{ user: { secondFactorSince: string | null; displayName: string } }>(
    'resetSecondFactor',
    'user { secondFactorSince displayName }',
    { userId: `User:${userId}`, reason, ...more },
    by.session,
  );

it("removes another user's second factor, ends open sessions, and audits actor, target and reason", async () => {
  const person = await enrolled('TOWNSHIP_REVIEWER', places.township);
  const link = await verb('startPasswordReset', { userId: `User:${person.userId}` }, desk);
  const since = '{ users(filter: { role: [TOWNSHIP_REVIEWER] }) { nodes { secondFactorSince } } }';
  const seen = await test.send(since, {}, desk.session);
  expect(seen.data?.users).toEqual({ nodes: [{ secondFactorSince: '2026-11-10T04:00:00.000Z' }] });

  expect((await take(person.userId, desk, { reason: ' ' })).fields).toEqual({
    'input.reason': 'REQUIRED_MISSING',
  });
  expect(await mayRead(person.session, '{ households { totalCount } }')).toBeNull();
  const done = await take(person.userId, desk);
  expect(done.answer?.user.secondFactorSince).toBeNull();
  expect(await mayRead(person.session)).toBe('UNAUTHENTICATED');
  expect(await reset(link.resetToken, 'Another-one-99')).toMatchObject({ code: 'RESET_LINK_INVALID' });
  const ofPerson = {
    factor: eq(secondFactor.userId, person.userId),
    code: eq(recoveryCode.userId, person.userId),
  };
  expect(await test.owner.db.$count(secondFactor, ofPerson.factor)).toBe(0);
  expect(await test.owner.db.$count(recoveryCode, ofPerson.code)).toBe(0);
  expect((await login(person.username)).session).not.toBeNull();

  const [noted] = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'resetSecondFactor'), eq(auditEvent.entityId, person.userId)));
  expect(noted).toMatchObject({ actorId: desk.userId, divisionCode: places.township });
  expect(JSON.parse(String(noted?.before)).secondFactorSince).not.toBeNull();
  expect(JSON.parse(String(noted?.after))).toMatchObject({
    ...{ username: person.username, secondFactorSince: null, reason },
  });
  expect((await take(person.userId, desk)).fields).toEqual({ 'input.userId': 'SECOND_FACTOR_OFF' });
});

it('nobody resets their own, nor that of a user with more rights or elsewhere', async () => {
  const own = await enrolled('COUNTY_DESK', places.county);
  expect((await take(own.userId, own)).code).toBe('FORBIDDEN');
  const administrator = await enrolled('SYSTEM_ADMINISTRATOR', places.county);
  expect((await take(administrator.userId, desk)).code).toBe('GRANT_EXCEEDS_OWN');
  const elsewhere = await enrolled('HELPER', places.otherCounty);
  expect((await take(elsewhere.userId, desk)).code).toBe('NOT_FOUND');
  const reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  expect((await take(own.userId, reviewer)).code).toBe('FORBIDDEN');
  for (const { username } of [own, administrator, elsewhere]) {
    expect((await login(username)).answer?.secondFactor).not.toBeNull();
  }
});

it('only an auditor resets that of an auditor', async () => {
  const auditor = await enrolled('SECURITY_AUDITOR', places.county);
  const administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
  for (const by of [desk, administrator]) {
    expect((await take(auditor.userId, by)).code).toBe('GRANT_EXCEEDS_OWN');
  }
  const other = await signedIn(test, 'SECURITY_AUDITOR', places.county);
  expect((await take(auditor.userId, other)).code).toBeNull();
});
