import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { makeUser, type Person, sessionFor, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';
import { isCluster } from '#tests/setup/cluster-nodes.ts';

const statements: string[] = [];
const test = testApp(async () => ({ onStatement: (text) => statements.push(text) }));
const list = 'query Names($first: Int!) { households(first: $first) { nodes { id headName } totalCount } }';
let desk: Person;
let household: MadeHousehold;

beforeAll(async () => {
  await makeDivisions(test);
  household = await makeHousehold(test, { villageCode: places.village });
  await makeHousehold(test, { villageCode: places.otherVillage });
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

interface Households {
  households: { totalCount: number };
}
const listHouseholds = (
  headers: Record<string, string> = {},
  session: string | null = desk.session,
  first = 5,
) => test.send<Households>(list, { first }, session, headers);

/** Asks twice, so that plan and viewer are cached. */
async function listTwice(headers: Record<string, string> = {}, session: string | null = desk.session) {
  const usual = await listHouseholds(headers, session);
  statements.length = 0;
  return { usual, short: await listHouseholds(headers, session) };
}

it('is one statement, with the same answer and headers', async () => {
  const { usual, short } = await listTwice();
  // On a cluster the viewer is read separately.
  const asked = isCluster ? [/"session"/, /"household"/] : [/"household".*"session"/s];
  expect(statements).toEqual(asked.map((tables) => expect.stringMatching(tables)));
  expect(short.data).toEqual(usual.data);
  expect(short.status).toBe(200);
  const comparable = ({ headers }: typeof short) => {
    const { date, 'x-request-id': id, 'ratelimit-remaining': remaining, ...same } = headers;
    expect([date, id, remaining].every((value) => value !== undefined)).toBe(true);
    return same;
  };
  expect(comparable(short)).toEqual(comparable(usual));
});

it.each([
  ['the session ended', () => sql`update session set ended_at = now() where user_id = ${desk.userId}`],
  ['the account was closed', () => sql`update app_user set status = 'DISABLED' where id = ${desk.userId}`],
])('refuses at once after %s', async (_what, change) => {
  expect((await listTwice()).short.data?.households.totalCount).toBe(2);
  await test.owner.db.execute(change());
  expect(await listHouseholds()).toMatchObject({
    data: null,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

it.each([
  ['withdrawn', sql`revoked_at = now()`],
  ['over', sql`to_on = '2026-11-09'`],
])('refuses at once after the grant is %s', async (_what, change) => {
  await listTwice();
  await test.owner.db.execute(sql`update user_grant set ${change} where user_id = ${desk.userId}`);
  expect((await listHouseholds()).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('narrows at once with the grant, and widens again', async () => {
  await listTwice();
  const move = (place: string) =>
    test.owner.db.execute(sql`update user_grant set division_code = ${place} where user_id = ${desk.userId}`);
  await move(places.village);
  expect((await listHouseholds()).data?.households.totalCount).toBe(1);
  expect((await listHouseholds()).data?.households.totalCount).toBe(1);
  await move(places.county);
  expect((await listHouseholds()).data?.households.totalCount).toBe(2);
});

it.each([
  [
    'must change the password',
    sql`update app_user set must_change_password = true`,
    'PASSWORD_CHANGE_REQUIRED',
  ],
  [
    'must have a second factor',
    sql`update second_factor_policy set required_roles = '{COUNTY_DESK}'`,
    'SECOND_FACTOR_REQUIRED',
  ],
])('refuses at once a viewer who %s', async (_what, change, code) => {
  await listTwice();
  try {
    await test.owner.db.execute(change);
    expect((await listHouseholds()).errors?.[0]?.extensions.code).toBe(code);
  } finally {
    await test.owner.db.execute(sql`update app_user set must_change_password = false`);
    await test.owner.db.execute(sql`update second_factor_policy set required_roles = '{}'`);
  }
});

it('shows a helper nothing more once the account is linked to no cadre', async () => {
  const helper = await signedIn(test, 'HELPER', places.county);
  const cadre = await makeCadre(test, { userId: helper.userId });
  await makePairing(test, { household, cadre });
  expect((await listTwice({}, helper.session)).short.data?.households.totalCount).toBe(1);
  await test.owner.db.execute(sql`update cadre set user_id = null where id = ${cadre.id}`);
  expect((await listHouseholds({}, helper.session)).data?.households.totalCount).toBe(0);
});

it('changes with the day where one grant follows another, both given at once', async () => {
  const person = await makeUser(test);
  const given = { userId: person.userId, createdAt: startOfTests };
  // In one statement, so that both rows have the same transaction id.
  await test.owner.db.insert(userGrant).values([
    {
      ...given,
      id: newId(),
      role: 'COUNTY_DESK',
      divisionCode: places.county,
      fromOn: '2020-01-01',
      toOn: '2026-11-10',
    },
    { ...given, id: newId(), role: 'VILLAGE_CADRE', divisionCode: places.village, fromOn: '2026-11-11' },
  ]);
  const session = await sessionFor(test, person.userId);
  expect((await listTwice({}, session)).short.data?.households.totalCount).toBe(2);
  test.clock.set('2026-11-10T16:00:00Z');
  expect((await listHouseholds({}, session)).data?.households.totalCount).toBe(1);
});

it('distinguishes callers who send the same', async () => {
  const village = await signedIn(test, 'VILLAGE_CADRE', places.village);
  await listTwice();
  await listTwice({}, village.session);
  expect((await listHouseholds()).data?.households.totalCount).toBe(2);
  expect((await listHouseholds({}, village.session)).data?.households.totalCount).toBe(1);
  expect((await listHouseholds({}, null)).status).toBe(401);
});

it('refuses a token at once after it lost its rights or is revoked, and an unknown one', async () => {
  const { tokenId, bearer } = await makeToken(test, { ownerId: desk.userId, divisionCode: places.county });
  // The first use of a token is recorded, which changes its row.
  await listTwice(bearer, null);
  const { short } = await listTwice(bearer, null);
  expect(statements).toHaveLength(isCluster ? 2 : 1);
  expect(short.data?.households.totalCount).toBe(2);
  await test.owner.db.execute(sql`update api_token set rights = '{division.read}' where id = ${tokenId}`);
  expect((await listHouseholds(bearer, null)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  await test.owner.db.execute(sql`update api_token set revoked_at = now() where id = ${tokenId}`);
  expect((await listHouseholds(bearer, null)).status).toBe(401);
  expect((await listHouseholds({ authorization: 'Bearer bf_nobody' }, null)).status).toBe(401);
});

it('reports faults of variables as usual', async () => {
  await listTwice();
  const wrong = await listHouseholds({}, desk.session, 101);
  expect(wrong.errors?.[0]?.extensions.fields.first?.code).toBe('PAGE_TOO_LARGE');
  const worse = await test.send(list, { first: 'many' }, desk.session);
  expect(worse.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});
