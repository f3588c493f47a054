import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { numberSearch } from '#schema/identity/rate-limit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const rateLimits = { tokenPoints: 1e9, userPoints: 1e9, numberSearches: 5 };
const test = testApp(async () => ({ rateLimits }));
const find = 'query ($text: String) { households(filter: { search: $text }) { nodes { id } } }';
const phone = '13800007001';
const taken = '0001';
let id: string;
let home: { globalId: string };
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  id = (await makeHousehold(test, { villageCode: places.village })).headResidentId;
  home = await makeHousehold(test, { villageCode: places.otherVillage });
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});
it('has a person who holds the number of a household', async () => {
  expect(
    await write('createHousehold', { ...householdInput(residentId()), number: taken }, desk.session),
  ).toBeNull();
});

/** The refusal of a mutation at its field; null where it succeeded. */
async function write(name: string, input: object, session: string | null, headers = {}) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
  const answer = await test.send(document, { input }, session, headers);
  const { code, fields = {} } = answer.errors?.[0]?.extensions ?? {};
  return Object.values(fields)[0]?.code ?? code ?? null;
}
const notes = () => test.owner.db.select().from(auditEvent).where(eq(auditEvent.action, 'searchByNumber'));
async function searched(): Promise<number> {
  const [row] = await test.owner.db.select().from(numberSearch).where(eq(numberSearch.userId, desk.userId));
  return row?.inHour ?? 0;
}
const member = (number: string, more: object = {}) => ({
  householdId: home.globalId,
  name: '乙测试',
  relation: 'SON',
  residentId: number,
  ...more,
});
const householdInput = (number: string, villageCode: string = places.otherVillage) => ({
  villageCode,
  headName: '丙测试',
  headResidentId: number,
  category: 'ORDINARY',
});

it.each([
  ['addMember', () => member(id), 'DUPLICATE_PERSON'],
  ['createHousehold', () => householdInput(id), 'DUPLICATE_PERSON'],
  // Refused for another reason, it would tell by that that the number is not on record.
  ['createHousehold', () => ({ ...householdInput(residentId()), number: taken }), 'ALREADY_EXISTS'],
  ['addMember', () => member(residentId(), { birthOn: '1950-01-01' }), 'ID_BIRTH_MISMATCH'],
] as const)('counts a number in a refused %s as a number search and audits it', async (name, input, code) => {
  const before = (await notes()).length;
  for (let at = 0; at < 5; at += 1) expect(await write(name, input(), desk.session)).toBe(code);
  expect(await searched()).toBe(5);
  // Beyond the budget not even that is answered.
  expect(await write(name, input(), desk.session)).toBe('RATE_LIMITED');
  const noted = (await notes()).slice(before);
  expect(noted).toHaveLength(5);
  expect(noted.every(({ actorId }) => actorId === desk.userId)).toBe(true);
  expect(JSON.stringify(noted)).not.toContain(id);
  expect((await test.send(find, { text: id }, desk.session)).status).toBe(429);
});

/** The member that was added last. */
async function lastMember(): Promise<{ memberId: string; birthOn: string }> {
  const [made] = await test.owner.db.execute<{ memberId: string; birthOn: string }>(
    sql`select 'Member:' || county_code || ':' || id as "memberId", birth_on::text as "birthOn"
      from member order by id desc limit 1`,
  );
  if (!made) throw new Error('no member');
  return made;
}

it('counts the number in an update', async () => {
  expect(await write('addMember', member(residentId()), desk.session)).toBeNull();
  const { memberId } = await lastMember();
  const change = { id: memberId, expectedVersion: 1, residentId: id };
  expect(await write('updateMember', change, desk.session)).toBe('DUPLICATE_PERSON');
  expect(await searched()).toBe(1);
});

it('counts a name with a birth date, which identifies a person like a number', async () => {
  const child = {
    householdId: home.globalId,
    name: '戊测试',
    relation: 'DAUGHTER',
    documentKind: 'NONE_YET',
  };
  const born = { ...child, birthOn: '2024-02-03' };
  expect(await write('addMember', born, desk.session)).toBeNull();
  expect(await searched()).toBe(0);
  for (let at = 0; at < 5; at += 1)
    expect(await write('addMember', born, desk.session)).toBe('POSSIBLE_DUPLICATE');
  expect(await write('addMember', born, desk.session)).toBe('RATE_LIMITED');
});

it('counts existing phones in new and in changed cadres', async () => {
  const cadre = { divisionCode: places.township, name: '丁测试', phone };
  expect(await write('createCadre', cadre, desk.session)).toBeNull();
  expect(await searched()).toBe(0);
  expect(await write('createCadre', cadre, desk.session)).toBe('ALREADY_EXISTS');
  const other = await makeCadre(test);
  const change = { id: other.globalId, expectedVersion: 1, phone };
  expect(await write('updateCadre', change, desk.session)).toBe('ALREADY_EXISTS');
  expect(await searched()).toBe(2);
});

it('counts neither successful writes nor input without a number', async () => {
  for (let at = 0; at < 7; at += 1)
    expect(await write('addMember', member(residentId()), desk.session)).toBeNull();
  expect(await write('createHousehold', householdInput(id, '110101001001'), desk.session)).toBe('NOT_FOUND');
  const { residentId: _, ...without } = member('');
  expect(await write('addMember', without, desk.session)).toBe('REQUIRED_MISSING');
  expect(await searched()).toBe(0);
});

it('does not let anyone who may not see a birth date find it by guessing', async () => {
  const { bearer } = await makeToken(test, {
    ownerId: desk.userId,
    divisionCode: places.county,
    rights: ['household.read', 'household.write'],
  });
  expect(await write('addMember', member(residentId('20010615')), desk.session)).toBeNull();
  const { memberId, birthOn } = await lastMember();
  const change = (guess: string, by: string | null, headers = {}) =>
    write('updateMember', { id: memberId, expectedVersion: 1, birthOn: guess }, by, headers);
  const year = Number(birthOn.slice(0, 4));
  for (const guess of [birthOn, `${year}-01-02`]) expect(await change(guess, null, bearer)).toBe('FORBIDDEN');
  expect(await change(`${year - 30}-01-02`, desk.session)).toBe('ID_BIRTH_MISMATCH');
  const leave = (leftOn: string, by: string | null, headers = {}) =>
    write('memberLeaves', { id: memberId, expectedVersion: 1, leftOn, reason: 'MOVED' }, by, headers);
  const early = `${year}-01-01`;
  expect(await leave(`${year - 1}-12-31`, null, bearer)).toBe('DATE_TOO_EARLY');
  // For a user who sees the date, days of that year differ; for others they are all equal.
  expect(birthOn > early).toBe(true);
  expect(await leave(early, desk.session)).toBe('DATE_TOO_EARLY');
  expect(await leave(early, null, bearer)).toBeNull();
});

it('refuses a number search in a URL, and suggests another way', async () => {
  const get = (query: string, variables: object) =>
    test.app.http.inject({
      method: 'GET',
      url: `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`,
      headers: { cookie: `bangfu=${desk.session}` },
    });
  for (const [query, variables] of [
    [find, { text: id }],
    [find, { text: phone }],
    [`{ members(filter: { search: "${id}" }) { totalCount } }`, {}],
    [find, { text: `甲 ${phone}` }],
    [find, { text: `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}（甲的电话）` }],
    [find, { text: `身份证${id}` }],
    [`{ members(filter: { search: "甲${phone}" }) { totalCount } }`, {}],
    ['query ($text: String!) { problems(filter: { search: $text }) { totalCount } }', { text: `打${phone}` }],
    ['{ me { username } }', { list: [{ text: `+86${phone}` }] }],
  ] as const) {
    const answer = await get(query, variables);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions.code).toBe('NUMBER_IN_ADDRESS');
  }
  expect(await searched()).toBe(0);
  for (const text of ['甲', '甲 130434', '2026-11-28'])
    expect((await get(find, { text })).statusCode).toBe(200);
});
