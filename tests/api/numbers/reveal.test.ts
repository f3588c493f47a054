import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let foreigner: Person;
let neighbour: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
});

const reveal = `mutation ($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) { value clientMutationId } }`;

it('reveals a number for a reason and audits the reason, never the number', async () => {
  const household = await makeHousehold(test);
  const id = household.globalId;
  const input = { id, field: 'RESIDENT_ID', reason: '核对医保报销', clientMutationId: 'r1' };
  for (const target of [id, `Member:${household.countyCode}:${household.headId}`]) {
    const answer = await test.send(reveal, { input: { ...input, id: target } }, desk.session);
    expect(answer.data).toEqual({
      revealPersonalData: { value: household.headResidentId, clientMutationId: 'r1' },
    });
  }
  await test.send(reveal, { input }, desk.session);
  const audited = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'revealPersonalData'), eq(auditEvent.entityId, household.id)));
  expect(audited).toHaveLength(2);
  expect(JSON.parse(String(audited[0]?.after))).toEqual({ field: 'RESIDENT_ID', reason: '核对医保报销' });
});

it('reveals nothing without a reason, without the right, or out of reach', async () => {
  const household = await makeHousehold(test);
  const villager = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const send = (person: Person, more: object = {}) =>
    test.send(
      reveal,
      { input: { id: household.globalId, field: 'RESIDENT_ID', reason: '核对医保报销', ...more } },
      person.session,
    );
  for (const reason of ['看看 ', '看看\u200b\u200b\u202e', '\u200b'.repeat(6)])
    expect(faultsOf(await send(desk, { reason })), reason).toHaveProperty(
      ['input.reason'],
      expect.stringContaining('REQUIRED'),
    );
  expect((await send(villager)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  for (const person of [foreigner, neighbour])
    expect(faultsOf(await send(person))).toEqual({ 'input.id': 'NOT_FOUND' });
  expect(faultsOf(await send(desk, { id: `Division:${places.village}` }))).toEqual({
    'input.id': 'INVALID_ID',
  });
  expect((await send(desk, { field: 'PHONE' })).data).toEqual({
    revealPersonalData: { value: null, clientMutationId: null },
  });
});
