import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { clearOldChanges } from '#modules/change/change.service.ts';
import { globalId } from '#platform/core/ids.ts';
import { follow, newestCursor } from '#tests/factories/database/changes.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);

async function mutate(document: string, input: object, by: Person = desk): Promise<Record<string, unknown>> {
  const answer = await test.send(document, { input }, by.session);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const createHousehold = (villageCode: string) =>
  mutate(
    `mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id version } } }`,
    { villageCode, headName: '方相奎', headResidentId: residentId(), category: 'UNSTABLE' },
  ).then((data) => (data.createHousehold as { household: { id: string; version: number } }).household);

const move = (household: { id: string; version: number }, villageCode: string) =>
  mutate(`mutation ($input: MoveHouseholdInput!) { moveHousehold(input: $input) { household { id } } }`, {
    householdId: household.id,
    expectedVersion: household.version,
    villageCode,
    effectiveOn: '2026-11-01',
  });

it('reports a new household with its head and category, once', async () => {
  const before = await newestCursor(test, desk.session);
  const { id } = await createHousehold(places.village);
  const { changes, cursor } = await follow(test, desk.session, before);
  expect(changes.map(({ kind, type }) => `${kind} ${type}`).sort()).toEqual([
    'INSERTED CATEGORY_PERIOD',
    'INSERTED HOUSEHOLD',
    'INSERTED MEMBER',
  ]);
  expect(changes.find(({ type }) => type === 'HOUSEHOLD')?.node?.id).toBe(id);
  expect((await follow(test, desk.session, cursor)).changes).toEqual([]);
});

it('returns the same in pages of one, and only the requested types', async () => {
  const before = await newestCursor(test, desk.session);
  await createHousehold(places.village);
  await createHousehold(places.otherVillage);
  const whole = await follow(test, desk.session, before);
  expect(whole.changes).toHaveLength(6);
  expect((await follow(test, desk.session, before, { first: 1 })).changes).toEqual(whole.changes);
  const members = await follow(test, desk.session, before, { first: 1, types: ['MEMBER'] });
  expect(members.changes).toEqual(whole.changes.filter(({ type }) => type === 'MEMBER'));
  expect(members.changes).toHaveLength(2);
});

it('reports a household that moves as removed to the old village and inserted to the new one', async () => {
  const left = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const gained = await signedIn(test, 'VILLAGE_CADRE', places.otherVillage);
  const elsewhere = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  const sister = await signedIn(test, 'VILLAGE_CADRE', places.sisterVillage);
  const household = await createHousehold(places.village);
  const everybody = [left, gained, elsewhere, sister];
  const before = await Promise.all(everybody.map((one) => newestCursor(test, one.session)));
  await move(household, places.otherVillage);
  const [toLeft, toGained, toElsewhere, toSister] = await Promise.all(
    everybody.map(async (one, at) => (await follow(test, one.session, before[at] ?? '')).changes),
  );
  const kinds = (changes: readonly { kind: string; type: string; node: unknown }[] | undefined) =>
    changes?.map(({ kind, type, node }) => `${kind} ${type} ${node !== null}`).sort();
  const all = ['CATEGORY_PERIOD', 'HOUSEHOLD', 'MEMBER'];
  expect(kinds(toLeft)).toEqual(all.map((type) => `REMOVED ${type} false`));
  expect(kinds(toGained)).toEqual(all.map((type) => `INSERTED ${type} true`));
  expect(toElsewhere).toEqual([]);
  expect(toSister).toEqual([]);
});

it('reports a gained and a lost household to a helper, with its records', async () => {
  const helper = await signedIn(test, 'HELPER', places.county);
  const cadre = await makeCadre(test, { countyCode: places.county, userId: helper.userId });
  const household = await createHousehold(places.village);
  await createHousehold(places.village);
  const before = await newestCursor(test, helper.session);
  const answer = await mutate(
    `mutation ($input: AssignHelperInput!) { assignHelper(input: $input) { pairing { id version } } }`,
    {
      householdId: household.id,
      cadreId: globalId('Cadre', places.county, cadre.id),
      role: 'MAIN',
      startedOn: '2026-11-01',
    },
  );
  const gained = await follow(test, helper.session, before);
  const mine = (changes: typeof gained.changes) =>
    [...new Set(changes.map(({ kind, type }) => `${kind} ${type}`))].sort();
  expect(mine(gained.changes)).toEqual([
    'INSERTED CATEGORY_PERIOD',
    'INSERTED HOUSEHOLD',
    'INSERTED MEMBER',
    'INSERTED PAIRING',
  ]);
  expect(gained.changes.find(({ type }) => type === 'HOUSEHOLD')?.id).toBe(household.id);
  const { pairing } = answer.assignHelper as { pairing: { id: string; version: number } };
  await mutate(`mutation ($input: EndPairingInput!) { endPairing(input: $input) { pairing { id } } }`, {
    pairingId: pairing.id,
    endedOn: '2026-11-09',
    reason: 'OTHER',
  });
  const lost = await follow(test, helper.session, gained.cursor);
  expect(mine(lost.changes)).toEqual(mine(gained.changes).map((one) => one.replace('INSERTED', 'REMOVED')));
  // Later changes are not reported to the former helper.
  await move({ id: household.id, version: 1 }, places.otherVillage);
  expect((await follow(test, helper.session, lost.cursor)).changes).toEqual([]);
});

it('refuses a type without its right, anonymous users, and an invalid cursor', async () => {
  const grid = await signedIn(test, 'GRID_MEMBER', places.village);
  const before = await newestCursor(test, grid.session);
  const query =
    'query ($after: String!, $types: [ChangeType!]) { changes(after: $after, types: $types) { nodes { id } } }';
  const code = async (variables: object, session: string | null) =>
    (await test.send(query, variables, session)).errors?.[0]?.extensions.code;
  expect(await code({ after: before }, grid.session)).toBeUndefined();
  expect(await code({ after: before, types: ['VISIT'] }, grid.session)).toBe('FORBIDDEN');
  expect(await code({ after: before }, null)).toBe('UNAUTHENTICATED');
  expect(await code({ after: 'nonsense' }, grid.session)).toBe('INVALID_INPUT');
});

const expiry = async (after: string, by: Person) => {
  const answer = await test.send(
    'query ($after: String!) { changes(after: $after) { nodes { id } } }',
    { after },
    by.session,
  );
  const extensions = answer.errors?.[0]?.extensions as { code: string; reason?: string } | undefined;
  return extensions && `${extensions.code} ${extensions.reason}`;
};

it('refuses a cursor of a viewer with another reach, or from before the reach changed', async () => {
  const cadre = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const before = await newestCursor(test, cadre.session);
  expect(await expiry(before, desk)).toBe('CURSOR_EXPIRED REACH_CHANGED');
  await test.owner.db.execute(
    sql`update user_grant set division_code = ${places.township} where user_id = ${cadre.userId}`,
  );
  expect(await expiry(before, cadre)).toBe('CURSOR_EXPIRED REACH_CHANGED');
});

it('keeps the cursor of an idle reader, and refuses one whose line was deleted', async () => {
  const quiet = await signedIn(test, 'VILLAGE_CADRE', places.foreignVillage);
  const first = await newestCursor(test, quiet.session);
  await createHousehold(places.village);
  const second = (await follow(test, quiet.session, first)).cursor;
  test.clock.set('2027-03-01T04:00:00Z');
  await clearOldChanges(test.app.systemContext());
  expect(await expiry(first, quiet)).toBe('CURSOR_EXPIRED TOO_OLD');
  expect(await expiry(second, quiet)).toBeUndefined();
  test.clock.set('2026-11-10T04:00:00Z');
});

it('refuses every older cursor when transaction numbers start again', async () => {
  const before = await newestCursor(test, desk.session);
  await test.owner.db.execute(
    sql`update app_meta set value = 'another ' || value where key = 'change_epoch'`,
  );
  expect(await expiry(before, desk)).toBe('CURSOR_EXPIRED RESTORED');
  const after = await newestCursor(test, desk.session);
  expect(await expiry(after, desk)).toBeUndefined();
  await createHousehold(places.village);
  expect((await follow(test, desk.session, after)).changes).toHaveLength(3);
});

it('refuses a cursor whose line differs by now, as after a restored backup', async () => {
  const household = await makeHousehold(test);
  const before = await follow(test, desk.session, await newestCursor(test, desk.session));
  await move({ id: household.globalId, version: 1 }, places.otherVillage);
  const { cursor } = await follow(test, desk.session, before.cursor);
  await test.owner.db.execute(sql`update record_change set at = at + interval '1 minute'`);
  expect(await expiry(cursor, desk)).toBe('CURSOR_EXPIRED RESTORED');
});
