import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { householdCategory } from '#schema/household/household.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);

/** Sends all inputs at once and counts the refusals by code; '' counts successes. */
async function race(verb: string, type: string, inputs: object[]): Promise<Record<string, number>> {
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { household { id } } }`;
  const answers = await Promise.all(inputs.map((input) => test.send(document, { input }, desk.session)));
  const outcomes: Record<string, number> = {};
  for (const { errors } of answers) {
    const outcome = errors?.[0]?.extensions.code ?? '';
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
}

it('registers a person once, however many desks try at the same moment', async () => {
  const households = await Promise.all(Array.from({ length: 20 }, () => makeHousehold(test)));
  const person = { name: '争测试', relation: 'SON', residentId: residentId() };
  const inputs = households.map(({ globalId }) => ({ householdId: globalId, ...person }));
  expect(await race('addMember', 'AddMemberInput', inputs)).toEqual({ '': 1, DUPLICATE_PERSON: 19 });
});

it('names the field of a person already on record, whether a rule or only the database noticed', async () => {
  const head = {
    headName: '争测试',
    headResidentId: residentId(),
    category: 'ORDINARY',
    villageCode: places.village,
  };
  const document =
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => test.send(document, { input: head }, desk.session)),
  );
  const refused = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions);
  expect(refused).toHaveLength(9);
  for (const { code, fields } of refused)
    expect([code, Object.keys(fields)]).toEqual(['DUPLICATE_PERSON', ['input.headResidentId']]);
});

it('adds one risk of a kind once', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const input = { householdId, kind: 'ILLNESS', identifiedOn: '2026-01-01' };
  const outcomes = await race('addRisk', 'AddRiskInput', Array(20).fill(input));
  expect(outcomes).toEqual({ '': 1, RISK_EXISTS: 19 });
});

it('accepts one of many changes of a category, and keeps one category for each day', async () => {
  const { globalId: householdId, id } = await makeHousehold(test);
  const inputs = Array.from({ length: 20 }, (_, at) => ({
    householdId,
    expectedVersion: 1,
    category: 'RELIEVED',
    effectiveOn: `2026-10-${10 + at}`,
  }));
  expect(await race('setCategory', 'SetCategoryInput', inputs)).toEqual({ '': 1, CONFLICT: 19 });
  const periods = await test.owner.db
    .select()
    .from(householdCategory)
    .where(eq(householdCategory.householdId, id));
  expect(periods.map(({ toOn }) => toOn === null).sort()).toEqual([false, true]);
});

it('merges two households in one direction only', async () => {
  const [one, other] = [await makeHousehold(test), await makeHousehold(test)];
  const merge = (from: string, into: string) => ({
    householdId: from,
    intoId: into,
    expectedVersion: 1,
    mergedOn: '2026-11-01',
    reason: '并户',
  });
  const outcomes = await race('mergeHousehold', 'MergeHouseholdInput', [
    merge(one.globalId, other.globalId),
    merge(other.globalId, one.globalId),
  ]);
  expect(outcomes).toEqual({ '': 1, CONFLICT: 1 });
});
