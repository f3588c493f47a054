import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const statements: string[] = [];
const test = testApp(async () => ({ onStatement: (text) => statements.push(text) }));
let desk: Person;
let villager: Person;
let both: Person;

interface Members {
  members: { nodes: { name: string; birthOn: string | null; birthYear: number | null }[] } | null;
}
const list =
  'query ($orderBy: [MemberOrder!]) { members(first: 10, orderBy: $orderBy) { nodes { name birthOn birthYear } } }';
const byBirth = { orderBy: [{ field: 'BIRTH_ON' }] };

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  villager = await signedIn(test, 'VILLAGE_CADRE', places.village);
  // Has rights in one township, and may read the whole county.
  both = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  await test.owner.db.insert(userGrant).values({
    id: newId(),
    userId: both.userId,
    role: 'OVERSEER',
    divisionCode: places.county,
    fromOn: '2020-01-01',
    createdAt: test.clock.now().toISOString(),
  });
  await makeHousehold(test, { villageCode: places.village, headName: '甲' });
  await makeHousehold(test, { villageCode: places.otherVillage, headName: '乙' });
});

it('shows the birth date to users who may see unmasked numbers, by one statement', async () => {
  statements.length = 0;
  const { data, errors } = await test.send<Members>(list, byBirth, desk.session);
  expect(errors).toBeUndefined();
  expect(data?.members?.nodes).toMatchObject([
    { birthOn: '1970-01-01', birthYear: 1970 },
    { birthOn: '1970-01-01', birthYear: 1970 },
  ]);
  expect(statements.filter((text) => text.includes('"member"'))).toHaveLength(1);
});

it('is null with the missing right at its path for others, who read the year', async () => {
  const { data, errors } = await test.send<Members>(list, {}, villager.session);
  expect(data?.members?.nodes).toEqual([{ name: '甲', birthOn: null, birthYear: 1970 }]);
  expect(errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toMatchObject([
    { path: ['members', 'nodes', 0, 'birthOn'], code: 'FORBIDDEN', right: 'personal.reveal' },
  ]);
});

it('decides row by row, as far as the right reaches', async () => {
  const { data, errors } = await test.send<Members>(list, {}, both.session);
  const births = Object.fromEntries(data?.members?.nodes.map(({ name, birthOn }) => [name, birthOn]) ?? []);
  expect(births).toEqual({ 甲: null, 乙: '1970-01-01' });
  expect(errors).toHaveLength(1);
});

it('refuses to sort by it unless it may be read in every row', async () => {
  for (const person of [villager, both]) {
    const { data, errors } = await test.send<Members>(list, byBirth, person.session);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', right: 'personal.reveal' });
    expect(errors?.[0]?.extensions.fields.orderBy?.code).toBe('FORBIDDEN');
  }
  const token = await makeToken(test, { ownerId: desk.userId, divisionCode: places.county });
  const { errors } = await test.send<Members>(list, byBirth, null, token.bearer);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
