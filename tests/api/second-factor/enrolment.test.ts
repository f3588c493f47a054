import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';
import { recoveryCode, secondFactor } from '#schema/identity/second-factor.table.ts';
import { makeUser } from '#tests/factories/people/people.ts';
import { password, secondFactorActs, secretOf } from '#tests/factories/people/second-factors.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act, begin, complete, confirm, codeOf, enrolled, later, login, mayRead } = secondFactorActs(test);

beforeAll(() => makeDivisions(test));
beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
});

const desk = () => makeUser(test, { role: 'COUNTY_DESK', divisionCode: places.county, password });
const signIn = async () => {
  const person = await desk();
  return { ...person, session: (await login(person.username)).session ?? '' };
};

interface Own {
  secondFactor: {
    since: string | null;
    isRequired: boolean;
    recoveryCodesLeft: number;
    shownAt: string | null;
  };
}
const own = async (session: string) =>
  (await test.send<Own>('{ secondFactor { since isRequired recoveryCodesLeft shownAt } }', {}, session)).data
    ?.secondFactor;

it('enrolment starts with a secret that counts once one of its codes is entered', async () => {
  const { username, session } = await signIn();
  const begun = await begin(session);
  const { secret = '', otpauthUri = '', expiresAt } = begun.answer ?? {};
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new URL(otpauthUri).searchParams.get('secret')).toBe(secret);
  expect(decodeURIComponent(otpauthUri)).toContain(username);
  expect(expiresAt).toBe('2026-11-10T04:30:00.000Z');
  // Nothing has changed yet.
  expect((await login(username)).session).not.toBeNull();
  expect(await own(session)).toEqual({
    since: null,
    isRequired: false,
    recoveryCodesLeft: 0,
    shownAt: null,
  });

  const wrong = await confirm(session, codeOf(secretOf(secret), 5));
  expect(wrong).toMatchObject({
    code: 'WRONG_SECOND_FACTOR',
    fields: { 'input.code': 'WRONG_SECOND_FACTOR' },
  });
  const other = await login(username);
  const done = await confirm(session, ` ${codeOf(secretOf(secret)).replace(/(\d{3})/, '$1 ')}`);
  expect(done.answer?.recoveryCodes).toHaveLength(10);
  expect(await own(session)).toMatchObject({ since: '2026-11-10T04:00:00.000Z', recoveryCodesLeft: 10 });
  // Sessions opened with the password alone end, and no new one opens.
  expect(await mayRead(other.session)).toBe('UNAUTHENTICATED');
  expect(await mayRead(session)).toBeNull();
  expect((await login(username)).session).toBeNull();
});

it('enrolment requires the password, not only an open session, and refuses codes of a replaced secret', async () => {
  const { session } = await signIn();
  expect(await confirm(session, '123456')).toMatchObject({ code: 'SECOND_FACTOR_NOT_BEGUN' });
  expect(await begin(session, { currentPassword: 'not-the-password' })).toMatchObject({
    code: 'WRONG_PASSWORD',
    fields: { 'input.currentPassword': 'WRONG_PASSWORD' },
  });
  const first = secretOf((await begin(session)).answer?.secret ?? '');
  const second = secretOf((await begin(session)).answer?.secret ?? '');
  expect((await confirm(session, codeOf(first))).code).toBe('WRONG_SECOND_FACTOR');
  later(30 * 60 - 1);
  expect((await confirm(session, codeOf(second))).code).toBeNull();
});

it('an unconfirmed secret expires after half an hour', async () => {
  const { session } = await signIn();
  const secret = secretOf((await begin(session)).answer?.secret ?? '');
  later(15 * 60);
  expect(await mayRead(session)).toBeNull();
  later(15 * 60);
  expect((await confirm(session, codeOf(secret))).code).toBe('SECOND_FACTOR_NOT_BEGUN');
});

it('replacing the phone needs a code of the former one, which works until the new one is confirmed', async () => {
  const person = await enrolled('COUNTY_DESK', places.county);
  expect(await begin(person.session)).toMatchObject({ fields: { 'input.code': 'REQUIRED_MISSING' } });
  expect((await begin(person.session, { code: '000000' })).code).toBe('WRONG_SECOND_FACTOR');
  const begun = await begin(person.session, { code: codeOf(person.secret) });
  later();
  const { answer } = await login(person.username);
  expect((await complete(answer?.secondFactor?.challenge, codeOf(person.secret))).session).not.toBeNull();
  const replacement = secretOf(begun.answer?.secret ?? '');
  expect((await confirm(person.session, codeOf(replacement))).answer?.recoveryCodes).toHaveLength(10);
  later();
  const again = (await login(person.username)).answer?.secondFactor?.challenge;
  expect((await complete(again, codeOf(person.secret))).code).toBe('WRONG_SECOND_FACTOR');
  expect((await complete(again, person.recoveryCodes[0] ?? '')).code).toBe('WRONG_SECOND_FACTOR');
  expect((await complete(again, codeOf(replacement))).code).toBeNull();
});

it('a code is needed to remove the second factor or to get new recovery codes', async () => {
  const person = await enrolled('COUNTY_DESK', places.county);
  const withCode = (name: string, selection: string, code: string) =>
    act<{ recoveryCodes?: string[] }>(name, selection, { code }, person.session);
  expect((await withCode('renewRecoveryCodes', 'recoveryCodes', '123456')).code).toBe('WRONG_SECOND_FACTOR');
  const renewed = await withCode('renewRecoveryCodes', 'recoveryCodes', person.recoveryCodes[9] ?? '');
  expect(renewed.answer?.recoveryCodes).toHaveLength(10);
  expect(await own(person.session)).toMatchObject({ recoveryCodesLeft: 10 });
  expect((await withCode('removeSecondFactor', 'ok', person.recoveryCodes[0] ?? '')).code).toBe(
    'WRONG_SECOND_FACTOR',
  );
  expect((await withCode('removeSecondFactor', 'ok', codeOf(person.secret))).code).toBeNull();
  expect(await own(person.session)).toEqual({
    since: null,
    isRequired: false,
    recoveryCodesLeft: 0,
    shownAt: null,
  });
  expect((await withCode('removeSecondFactor', 'ok', '123456')).code).toBe('SECOND_FACTOR_OFF');
  expect((await login(person.username)).session).not.toBeNull();
});

it('stores the secret encrypted and recovery codes hashed, and audits neither', async () => {
  const { userId, session } = await signIn();
  const begun = await begin(session);
  const typed = begun.answer?.secret ?? '';
  const code = codeOf(secretOf(typed));
  const { answer } = await confirm(session, code);
  const kept = [
    await test.owner.db.select().from(secondFactor).where(eq(secondFactor.userId, userId)),
    await test.owner.db.select().from(recoveryCode).where(eq(recoveryCode.userId, userId)),
  ]
    .flat(2)
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
  const secret = secretOf(typed);
  const trail = JSON.stringify(await test.owner.db.select().from(auditEvent));
  const codes = answer?.recoveryCodes ?? [];
  const forms = [
    typed,
    secret.toString('latin1'),
    secret.toString('base64'),
    secret.toString('hex'),
    ...codes,
  ];
  for (const form of forms.flatMap((one) => [one, one.replaceAll('-', '')])) {
    expect(kept.includes(form)).toBe(false);
    expect(trail.includes(form)).toBe(false);
  }
  const rows = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.entityId, userId));
  const noted = rows.map((row) => [row.action, JSON.parse(String(row.after)).outcome]);
  expect(noted).toEqual([
    ['login', 'SUCCEEDED'],
    ['beginSecondFactor', 'SUCCEEDED'],
    ['confirmSecondFactor', 'SUCCEEDED'],
  ]);
});
