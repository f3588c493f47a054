import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';
import { importSteps, roster } from '#tests/factories/lists/imports.ts';
import { contents } from '#tests/factories/lists/upload-forms.ts';
import { uploaded } from '#tests/factories/lists/uploads.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { secondFactorActs } from '#tests/factories/people/second-factors.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { anyVillage, loadCounties } from '#tests/factories/places/national-divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act, codeOf, complete, enrolled, later, login } = secondFactorActs(test);
const { bring } = importSteps(test, places.county);
let person: Awaited<ReturnType<typeof enrolled>>;
let householdId: string;
let rejected: string;
let sheet: string;

beforeAll(async () => {
  await loadCounties(test, places.county);
  person = await enrolled('COUNTY_DESK', places.county);
  householdId = (await makeHousehold(test, { villageCode: await anyVillage(test) })).globalId;
  const batch = await bring(person, await roster({}, { village: '无名庄村' }));
  rejected = `/imports/${batch.id}/rejected.xlsx`;
  const file = { name: '名单.csv', content: contents.csv };
  sheet = `/files/${encodeURIComponent(await uploaded(test, places.county, person.userId, file))}`;
});

let hours = 0;
beforeEach(async () => {
  // Advances the clock, so that no code is used by two tests.
  hours += 1;
  test.clock.set(new Date(Date.parse(startOfTests) + hours * 3_600_000).toISOString());
  await test.owner.db.delete(loginFailure);
  await setting(true);
});

const setting = (stepUpToReveal: boolean) =>
  test.owner.db.update(secondFactorPolicy).set({ stepUpToReveal, stepUpMinutes: 10 });

interface Caller {
  session?: string | null;
  bearer?: Record<string, string>;
}

async function reveal({ session = null, bearer }: Caller): Promise<string | null> {
  const input = { id: householdId, field: 'RESIDENT_ID', reason: '核对参保信息' };
  const { code, answer } = await act<{ value: string }>(
    'revealPersonalData',
    'value',
    input,
    session,
    bearer,
  );
  if (!code) expect(answer?.value).toMatch(/^\d{17}[\dX]$/);
  return code;
}

async function fetched(url: string, { session, bearer }: Caller): Promise<string | null> {
  const headers = { 'content-type': 'application/json', ...(bearer ?? { cookie: `bangfu=${session}` }) };
  const payload = { purpose: '改正后重新导入' };
  const answer = await test.app.http.inject({ method: 'POST', url, headers, payload });
  if (answer.statusCode === 200) return null;
  expect(answer.statusCode).toBe(403);
  return answer.json().errors[0].extensions.code;
}

const ways: [string, (caller: Caller) => Promise<string | null>][] = [
  ['a revealed number', reveal],
  ['refused rows', (caller) => fetched(rejected, caller)],
  ['a list that nothing took up', (caller) => fetched(sheet, caller)],
];

async function enter(): Promise<string> {
  const challenge = (await login(person.username)).answer?.secondFactor?.challenge;
  return (await complete(challenge, codeOf(person.secret))).session ?? '';
}

it.each(ways)('asks for a recent code before %s, and audits nothing that was refused', async (_, perform) => {
  const session = await enter();
  later(10 * 60 - 1);
  expect(await perform({ session })).toBeNull();
  later(1);
  const noted = await test.owner.db.$count(auditEvent);
  expect(await perform({ session })).toBe('STEP_UP_REQUIRED');
  expect(await test.owner.db.$count(auditEvent)).toBe(noted);
  const wrong = await act('stepUp', 'ok', { code: codeOf(person.secret, 3) }, session);
  expect(wrong.code).toBe('WRONG_SECOND_FACTOR');
  expect(await perform({ session })).toBe('STEP_UP_REQUIRED');
  const shown = await act<{ goodUntil: string }>(
    'stepUp',
    'ok goodUntil',
    { code: codeOf(person.secret) },
    session,
  );
  expect(Date.parse(shown.answer?.goodUntil ?? '')).toBe(test.clock.now().getTime() + 10 * 60_000);
  expect(await perform({ session })).toBeNull();
  // In this session, and no other session of the same person.
  later();
  const other = await enter();
  later(10 * 60);
  await act('stepUp', 'ok', { code: codeOf(person.secret) }, session);
  expect(await perform({ session: other })).toBe('STEP_UP_REQUIRED');
});

it.each(ways)('asks for nothing before %s unless the policy says so', async (_, perform) => {
  const session = await enter();
  later(20 * 60);
  await setting(false);
  expect(await perform({ session })).toBeNull();
});

it.each(ways)('refuses %s to tokens, which cannot enter a code', async (_, perform) => {
  const rights = ['household.read', 'import.run', 'visit.read', 'visit.write', 'personal.reveal'];
  const { bearer } = await makeToken(test, { ownerId: person.userId, divisionCode: places.county, rights });
  expect(await perform({ bearer })).toBe('TOKEN_NOT_ALLOWED');
  await setting(false);
  expect(await perform({ bearer })).toBeNull();
});

it('tells a user without a second factor to set one up', async () => {
  const without = await signedIn(test, 'COUNTY_DESK', places.county);
  expect(await reveal({ session: without.session })).toBe('SECOND_FACTOR_REQUIRED');
});

it('counts wrong codes in a session like wrong passwords', async () => {
  const session = await enter();
  for (let time = 0; time < 10; time += 1) {
    const { code } = await act('stepUp', 'ok', { code: codeOf(person.secret, 5 + time) }, session);
    expect(code).toBe('WRONG_SECOND_FACTOR');
  }
  later();
  expect((await act('stepUp', 'ok', { code: codeOf(person.secret) }, session)).code).toBe('LOCKED_OUT');
  expect((await login(person.username)).code).toBe('LOCKED_OUT');
  const rows = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.action, 'stepUp'));
  const outcomes = rows.slice(-11).map((row) => JSON.parse(String(row.after)).outcome);
  const wrong = Array<string>(9).fill('WRONG_SECOND_FACTOR');
  expect(outcomes).toEqual([...wrong, 'LOCKED_OUT', 'REFUSED_WHILE_LOCKED']);
});
