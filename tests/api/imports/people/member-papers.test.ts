import { expect, it } from 'vitest';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);

const leave = 'mutation ($input: MemberLeavesInput!) { memberLeaves(input: $input) { member { leftOn } } }';
const addMember = (input: object) =>
  test.send<{ addMember: { member: { id: string; version: number } } }>(
    'mutation ($input: AddMemberInput!) { addMember(input: $input) { member { id version } } }',
    { input },
    desk.session,
  );

it('does not re-add a dead member by passport: passport numbers change and do not prove another person', async () => {
  const household = await makeHousehold(test);
  const person = { name: '护照测', relation: 'SON', householdId: household.globalId };
  const dead = { ...person, residentId: residentId('19800102') };
  const { id, version } = (await addMember(dead)).data?.addMember.member ?? { id: '', version: 0 };
  const passport = { ...person, documentKind: 'PASSPORT', residentId: 'E12345678', birthOn: '1980-01-02' };
  expect(faultsOf(await addMember(passport))).toEqual({ 'input.name': 'POSSIBLE_DUPLICATE' });
  const died = { id, expectedVersion: version, leftOn: '2026-06-01', reason: 'DEATH' };
  expect((await test.send(leave, { input: died }, desk.session)).errors).toBeUndefined();
  const elsewhere = (await makeHousehold(test)).globalId;
  expect(faultsOf(await addMember({ ...passport, householdId: elsewhere }))).toEqual({
    'input.name': 'PERSON_DIED',
  });
  // Somebody who died with a passport is not distinguished by an identity number either.
  const abroad = { ...passport, name: '护照故', householdId: elsewhere };
  const other = (await addMember(abroad)).data?.addMember.member;
  const gone = { ...died, id: other?.id, expectedVersion: other?.version };
  expect((await test.send(leave, { input: gone }, desk.session)).errors).toBeUndefined();
  const numbered = { ...person, name: '护照故', residentId: residentId('19800102') };
  expect(faultsOf(await addMember(numbered))).toEqual({ 'input.name': 'PERSON_DIED' });
  // Two identity numbers are two people.
  expect((await addMember({ ...person, residentId: residentId('19800102') })).errors).toBeUndefined();
});
