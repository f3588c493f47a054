import { beforeAll, expect, it } from 'vitest';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeWorld } from '#tests/invariants/scope/world.ts';
import { testApp } from '#tests/setup/app.ts';

const statements: string[] = [];
const test = testApp(async () => ({ onStatement: (text) => statements.push(text) }));
const plain = testApp(async () => ({ onStatement: (text) => statements.push(text), plainReads: true }));
let sessions: [fast: string, plain: string];

beforeAll(async () => {
  await makeWorld(test);
  await makeWorld(plain);
  sessions = [
    (await signedIn(test, 'COUNTY_DESK', places.county)).session,
    (await signedIn(plain, 'COUNTY_DESK', places.county)).session,
  ];
});

const reads = {
  'a village page': `query ($village: String) { households(first: 20, filter: { divisionCode: $village }) {
    nodes { id headName village { name parent { name } } currentPairing { startedOn cadre { name } }
      visits(first: 2) { nodes { visitedOn mode } } } pageInfo { hasNextPage endCursor } totalCount } }`,
  'several roots with fragments and aliases': `query ($village: String) {
    few: households(first: 1, filter: { divisionCode: $village }) { ...Page }
    many: households(first: 9) { ...Page }
    due: visitDuties(first: 5) { nodes { status household { headName currentDuty { dueOn } } } totalCount }
    cadres { nodes { load duties { totalCount } } } }
    fragment Page on HouseholdConnection { nodes { id members { name residentIdMasked } lastVisit { visitedOn } } totalCount }`,
};

/** Viewer and budget are read before any operation, and the driver reads types at first. */
const isOfRead = (text: string) =>
  !/"session"|"app_user"|"user_grant"|"api_token"|"pace_window"|pg_catalog|from "cadre" where \("cadre"\."user_id"/.test(
    text,
  );

async function statementsOf(app: typeof test, session: string, document: string): Promise<string[]> {
  statements.length = 0;
  const answer = await app.send(document, { village: places.village }, session);
  expect(answer.errors).toBeUndefined();
  return statements.filter(isOfRead);
}

it.each(Object.entries(reads))('reads %s by one statement', async (_name, document) => {
  expect(await statementsOf(test, sessions[0], document)).toEqual([expect.stringMatching(/^select \(/)]);
});

it.each(Object.entries(reads))(
  'control: resolvers need several statements for %s',
  async (_name, document) => {
    expect((await statementsOf(plain, sessions[1], document)).length).toBeGreaterThan(3);
  },
);

it('sends the same statement for other values of the same shape', async () => {
  const [document] = Object.values(reads);
  const first = await statementsOf(test, sessions[0], document ?? '');
  statements.length = 0;
  await test.send(document ?? '', { village: places.otherVillage }, sessions[0]);
  expect(statements.filter(isOfRead)).toEqual(first);
});
