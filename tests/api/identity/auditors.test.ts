import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { identityActs, newUser } from '#tests/factories/people/identity-acts.ts';
import { makeUser, type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act } = identityActs(test);
/** The first administrator holds both roles, for the whole country. */
let first: Person;
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  first = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
  const { userId } = first;
  const createdAt = test.clock.now().toISOString();
  await test.owner.db
    .insert(userGrant)
    .values({ id: newId(), userId, role: 'COUNTY_DESK', fromOn: '2020-01-01', createdAt });
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const auditorIn = (divisionCode: string | null) => ({ role: 'SECURITY_AUDITOR', divisionCode });
const ofCounty = () => newUser({ divisionCode: places.county, grants: [auditorIn(places.county)] });

it('lets an administrator name the first auditor of a division, and no second one', async () => {
  const { user, code } = await act('createUser', ofCounty(), first);
  expect({ code, role: user?.grants[0]?.role }).toEqual({ code: null, role: 'SECURITY_AUDITOR' });
  for (const by of [first, desk]) {
    expect((await act('createUser', ofCounty(), by)).code).toBe('GRANT_EXCEEDS_OWN');
  }
  // Nor an auditor with a wider reach than the first.
  const above = newUser({ divisionCode: null, grants: [auditorIn(null)] });
  expect((await act('createUser', above, first)).code).toBe('GRANT_EXCEEDS_OWN');
  const below = newUser({ grants: [auditorIn(places.township)] });
  expect((await act('createUser', below, first)).code).toBe('GRANT_EXCEEDS_OWN');
});

it('lets only an auditor manage an auditor', async () => {
  const auditor = await signedIn(test, 'SECURITY_AUDITOR', places.county);
  const { userId: id } = await makeUser(test, { role: 'SECURITY_AUDITOR', divisionCode: places.county });
  const userId = `User:${id}`;
  const grants = await test.send<{ user: { grants: { id: string }[]; version: number } }>(
    'query ($id: ID!) { user(id: $id) { version grants { id } } }',
    { id: userId },
    auditor.session,
  );
  const grantId = grants.data?.user.grants[0]?.id;
  const verbs = [
    ['updateUser', { id: userId, expectedVersion: 1, displayName: '别名' }],
    ['startPasswordReset', { userId }],
    ['addGrant', { userId, role: 'OVERSEER', divisionCode: places.county }],
    ['revokeGrant', { grantId }],
    ['disableUser', { userId }],
    ['enableUser', { userId }],
  ] as const;
  for (const by of [first, desk])
    for (const [verb, input] of verbs)
      expect((await act(verb, input, by)).code, verb).toBe('GRANT_EXCEEDS_OWN');
  expect((await act('startPasswordReset', { userId }, auditor)).code).toBeNull();
  expect((await act('disableUser', { userId }, auditor)).code).toBeNull();
  expect((await act('enableUser', { userId }, auditor)).code).toBeNull();
  expect((await act('revokeGrant', { grantId }, auditor)).code).toBeNull();
  expect((await act('createUser', ofCounty(), auditor)).code).toBeNull();
  const foreign = await signedIn(test, 'SECURITY_AUDITOR', places.otherCounty);
  expect((await act('disableUser', { userId }, foreign)).code).toBe('NOT_FOUND');
});

it('lets an auditor manage nobody else, not even an account without grants', async () => {
  const auditor = await signedIn(test, 'SECURITY_AUDITOR', null);
  const empty = await makeUser(test, { divisionCode: places.township });
  const insurer = await makeUser(test, { role: 'INSURER', divisionCode: places.township });
  for (const person of [empty, insurer, first]) {
    for (const verb of ['startPasswordReset', 'disableUser']) {
      const answer = await act(verb, { userId: `User:${person.userId}` }, auditor);
      expect(answer.code, verb).toBe('GRANT_EXCEEDS_OWN');
    }
  }
  const account = newUser({ grants: [{ role: 'INSURER', divisionCode: places.township }] });
  expect((await act('createUser', account, auditor)).code).not.toBeNull();
  expect((await act('createUser', newUser(), auditor)).code).not.toBeNull();
});

it('keeps the auditor role apart from every other role', async () => {
  const auditor = await signedIn(test, 'SECURITY_AUDITOR', places.county);
  const both = newUser({
    divisionCode: places.county,
    grants: [auditorIn(places.county), { role: 'VILLAGE_CADRE', divisionCode: places.township }],
  });
  expect((await act('createUser', both, auditor)).code).not.toBeNull();
  const worker = await makeUser(test, { role: 'VILLAGE_CADRE', divisionCode: places.otherCounty });
  const input = { userId: `User:${worker.userId}`, ...auditorIn(places.otherCounty) };
  expect((await act('addGrant', input, first)).fields).toEqual({ 'input.role': 'ROLES_INCOMPATIBLE' });
});
