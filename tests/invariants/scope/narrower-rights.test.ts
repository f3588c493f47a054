import { GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId } from '#platform/core/ids.ts';
import { household } from '#schema/household/household.table.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { rightsOf } from '#schema/needs.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type TestApp, testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';
import { makeWorld } from './world.ts';

/**
 * One user with two roles: reads the households of the whole county, but visits and pairings of one village only.
 * Records below households of other villages are refused, because "no visits" would be untrue there.
 */
const test = testApp();
const plain = plainApp(test);
let session: string;
const homes = new Map<string, string>();

beforeAll(async () => {
  await makeWorld(test);
  const person = await signedIn(test, 'GRID_MEMBER', places.county);
  session = person.session;
  const [grant] = await test.owner.db.select().from(userGrant);
  if (!grant) throw new Error('no grant to go by');
  const { id: _id, ordinal: _ordinal, ...like } = grant;
  await test.owner.db.insert(userGrant).values({
    ...like,
    id: crypto.randomUUID(),
    userId: person.userId,
    role: 'TOWNSHIP_REVIEWER',
    divisionCode: places.village,
  });
  for (const { countyCode, id, villageCode } of await test.owner.db.select().from(household))
    homes.set(villageCode, globalId('Household', countyCode, id));
}, 120_000);

const ways = (): [string, TestApp['send']][] => [
  ['one statement', test.send],
  ['resolvers', plain.send],
];

const type = createSchema().getType('Household');
const fields =
  type instanceof GraphQLObjectType
    ? Object.values(type.getFields()).filter((field) => rightsOf(field).length > 0)
    : [];

it('has fields to read', () => expect(fields.length).toBeGreaterThan(4));

describe.each(fields.map((field) => [field.name, field] as const))('Household.%s', (_name, field) => {
  const period = field.args.some(({ name }) => name === 'period') ? '(period: "2026-Q4")' : '';
  const selection = `${field.name}${period}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
  const readHousehold = (send: TestApp['send'], villageCode: string) =>
    send<{ node: { field: unknown } | null }>(
      `{ node(id: "${homes.get(villageCode)}") { ... on Household { field: ${selection} } } }`,
      {},
      session,
    );

  it('is refused outside the village, and answered within it', async () => {
    for (const [way, send] of ways()) {
      const beyond = await readHousehold(send, places.otherVillage);
      expect(beyond.data, way).toEqual({ node: { field: null } });
      expect(beyond.errors, way).toMatchObject([
        { path: ['node', 'field'], extensions: { code: 'FORBIDDEN', right: rightsOf(field)[0] } },
      ]);
      const within = await readHousehold(send, places.village);
      expect(within.errors, way).toBeUndefined();
      expect(within.data?.node, way).not.toBeNull();
    }
  });
});

it('refuses filters that would reveal the rest', async () => {
  for (const [way, send] of ways()) {
    const answer = await send(
      '{ households(filter: { missingHelper: true }) { totalCount nodes { id } } }',
      {},
      session,
    );
    expect(answer.errors, way).toMatchObject([
      { extensions: { code: 'FORBIDDEN', fields: { 'filter.missingHelper': { code: 'FORBIDDEN' } } } },
    ]);
  }
});

it('shows a page of the county with the permitted fields of each household', async () => {
  const document = '{ households(first: 50) { nodes { id visits { totalCount } } } }';
  const [fast, slow] = await Promise.all(ways().map(([, send]) => send(document, {}, session)));
  expect([fast?.data, fast?.errors]).toEqual([slow?.data, slow?.errors]);
  const nodes = (fast?.data as { households: { nodes: object[] } } | null)?.households.nodes;
  expect(nodes).toContainEqual({ id: homes.get(places.village), visits: { totalCount: expect.any(Number) } });
  expect(nodes).toContainEqual({ id: homes.get(places.otherVillage), visits: null });
});

it('counts on the board no household that the other numbers leave out', async () => {
  const answer = await test.send<{ quarterBoard: { totals: object } }>(
    '{ quarterBoard(period: "2026-Q4") { totals { duties households missingHelper } } }',
    {},
    session,
  );
  expect(answer.data?.quarterBoard.totals).toMatchObject({ missingHelper: null });
  expect(answer.errors).toMatchObject([
    { path: ['quarterBoard', 'totals', 'missingHelper'], extensions: { right: 'pairing.read' } },
  ]);
});
