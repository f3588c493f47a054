import {
  type GraphQLField,
  GraphQLInputObjectType,
  GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId } from '#platform/core/ids.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { allRights, heldByEverybody, type Right } from '#schema/codes/rights.ts';
import { rightsOf } from '#schema/needs.ts';
import { Node } from '#schema/node/node.type.ts';
import { catalog } from '#server/modules.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';
import { type Caller, makeCallers } from './callers.ts';
import { allRows } from './everything.ts';
import { makeWorld } from './world.ts';

const test = testApp();
const plain = plainApp(test);
const schema = createSchema();
const ids = new Map<string, string>();

let callers: readonly Caller[] = [];

beforeAll(async () => {
  await makeWorld(test);
  callers = await makeCallers(test);
  for (const entity of entitiesIn(catalog)) {
    if (!(entity.type.prototype instanceof Node)) continue;
    const rows = await allRows(test, entity);
    const here = rows.find((row) =>
      String(row.villageCode ?? row.divisionCode ?? row.countyCode ?? row.code ?? '').startsWith(
        places.county,
      ),
    );
    const row = here ?? rows[0];
    if (row) ids.set(entity.name, globalId(entity.name, ...entity.key.map((name) => String(row[name]))));
  }
}, 120_000);

const guarded = entitiesIn(catalog).flatMap((entity) => {
  const type = schema.getType(entity.name);
  const fields = type instanceof GraphQLObjectType ? Object.values(type.getFields()) : [];
  return fields
    .filter((field) => rightsOf(field).length > 0)
    .map((field) => [`${entity.name}.${field.name}`, entity, field] as const);
});

const selection = (field: GraphQLField<unknown, unknown>): string => {
  const args = field.args.some(({ name }) => name === 'period') ? '(period: "2026-Q4")' : '';
  return `field: ${field.name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
};

describe.each(guarded)('%s', (_name, entity, field) => {
  const needed = rightsOf(field);

  it('is nullable, and names the right it needs', () => {
    expect(isNonNullType(field.type)).toBe(false);
    expect(field.description).toContain(`Right: \`${needed[0]}\``);
  });

  it('is null with an error without the right, by statement and by resolvers', async () => {
    const id = ids.get(entity.name);
    // Types without an id are read below one that has an id.
    if (!id) return expect(entity.type.prototype instanceof Node).toBe(false);
    const document = `{ node(id: "${id}") { ... on ${entity.name} { id ${selection(field)} } } }`;
    let refused = 0;
    for (const caller of callers.filter(({ rights }) => rights.includes(entity.right))) {
      const lacking = needed.find((right) => !caller.rights.includes(right));
      for (const by of [test.send, plain.send]) {
        const answer = await caller.send(by, document);
        const node = answer.data?.node as { id: string; field: unknown } | null;
        if (!node || !lacking) continue;
        refused += 1;
        expect(node, caller.label).toEqual({ id, field: null });
        expect(answer.errors, caller.label).toMatchObject([
          { path: ['node', 'field'], extensions: { code: 'FORBIDDEN', right: lacking } },
        ]);
      }
    }
    // Rights to manage tokens and webhooks go with the right to read users, and no token holds them.
    const goesWithUserRight = entity.right === 'token.write' || entity.right === 'webhook.write';
    expect(refused > 0).toBe(!goesWithUserRight);
  });
});

const filters = entitiesIn(catalog).flatMap((entity) => {
  const type = schema.getType(`${entity.name}Filter`);
  const fields = type instanceof GraphQLInputObjectType ? Object.values(type.getFields()) : [];
  return entity.query.list
    ? fields.filter((field) => rightsOf(field).length > 0).map((field) => [entity, field] as const)
    : [];
});

it.each(filters.map(([entity, field]) => [`${entity.name} by ${field.name}`, entity, field] as const))(
  'refuses to filter %s without the right',
  async (_name, entity, { name, type, ...field }) => {
    const value = String(type) === 'Boolean' ? 'true' : `"${sampleOf(name)}"`;
    const document = `{ list: ${entity.query.list}(filter: { ${name}: ${value} }) { totalCount nodes { id } } }`;
    for (const caller of callers.filter(({ rights }) => rights.includes(entity.right))) {
      const lacking = rightsOf(field).find((right) => !caller.rights.includes(right));
      for (const by of [test.send, plain.send]) {
        const answer = await caller.send(by, document);
        if (!lacking) {
          expect(answer.errors, caller.label).toBeUndefined();
          continue;
        }
        expect(answer.data, caller.label).toBeNull();
        expect(answer.errors, caller.label).toMatchObject([
          {
            path: ['list'],
            extensions: {
              code: 'FORBIDDEN',
              right: lacking,
              fields: { [`filter.${name}`]: { code: 'FORBIDDEN' } },
            },
          },
        ]);
      }
    }
  },
);

const typesOfFilters: Readonly<Record<string, string>> = {
  household: 'Household',
  insurer: 'Organization',
  organizationId: 'Organization',
  search: 'none',
};
const sampleOf = (filter: string): string => ids.get(typesOfFilters[filter] ?? 'Cadre') ?? 'x';

const readable = (entity: Entity) => entity.type.prototype instanceof Node && ids.has(entity.name);

it('refuses by id, one or several, what the viewer has no right to read, existing or not', async () => {
  const entities = entitiesIn(catalog).filter(readable);
  for (const caller of callers) {
    // Divisions are public.
    const closed = entities.filter(
      ({ right }) => right !== heldByEverybody && !caller.rights.includes(right),
    );
    const there = closed.map((entity) => [ids.get(entity.name) ?? '', entity.right] as const);
    const wanted = there.flatMap(([id, right]) => [
      [id, right] as const,
      [id.replace(/[^:]{4}$/, (end) => (end === '0000' ? '1111' : '0000')), right] as const,
    ]);
    const single = wanted.map(([id], at) => `one${at}: node(id: "${id}") { id }`);
    const list = wanted.map(([id]) => `"${id}"`);
    const document = `{ ${single.join(' ')} several: nodes(ids: [${list.join()}]) { id } }`;
    const answer = await caller.send(test.send, document);
    const { several, ...ones } = answer.data ?? {};
    expect(several, caller.label).toEqual(wanted.map(() => null));
    expect(Object.values(ones), caller.label).toEqual(wanted.map(() => null));
    const errors = answer.errors?.map(({ path, extensions: { code, ...more } }) => [
      path?.join('.'),
      code,
      more,
    ]);
    for (const [at, [, right]] of wanted.entries())
      for (const path of [`one${at}`, `several.${at}`])
        expect(errors, caller.label).toContainEqual([path, 'FORBIDDEN', expect.objectContaining({ right })]);
  }
}, 60_000);

it('shows on a board only what the rights cover', async () => {
  const headers = await tokenWith(['visit.read']);
  const answer = await test.send<{ quarterBoard: Record<string, Record<string, unknown>> }>(
    `{ quarterBoard(period: "2026-Q4") { totals { households duties missingHelper } rowCount(by: VILLAGE) } }`,
    {},
    null,
    headers,
  );
  expect(answer.data?.quarterBoard).toMatchObject({ totals: { households: null, missingHelper: null } });
  expect(answer.data?.quarterBoard.totals?.duties).toEqual(expect.any(Number));
  expect(answer.errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
    'quarterBoard.totals.households',
    'quarterBoard.totals.missingHelper',
  ]);
  const rows = `{ quarterBoard(period: "2026-Q4") { period rows(by: CADRE) { duties } rowCount(by: CADRE) } }`;
  const refused = await test.send(rows, {}, null, headers);
  expect(refused.data).toEqual({ quarterBoard: { period: '2026-Q4', rows: null, rowCount: null } });
  const error = { extensions: { code: 'FORBIDDEN', right: 'cadre.read' } };
  expect(refused.errors).toMatchObject([error, error]);
});

const tokenWith = async (rights: readonly Right[]) => {
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  return (await makeToken(test, { ownerId: desk.userId, divisionCode: places.county, rights })).bearer;
};

it('keeps what was written when the row may not be read', async () => {
  const headers = await tokenWith(
    allRights.filter((right) => /^visit.write|pairing|cadre|household/.test(right)),
  );
  const household = await makeHousehold(test);
  const cadre = await makeCadre(test);
  await makePairing(test, { household, cadre, startedOn: '2026-07-01' });
  const input = `{ householdId: "${household.globalId}", cadreId: "${cadre.globalId}", visitedOn: "2026-11-09", mode: IN_PERSON, findings: "安好" }`;
  const answer = await test.send(
    `mutation { logVisit(input: ${input}) { visit { id } household { id } } }`,
    {},
    null,
    headers,
  );
  expect(answer.data).toEqual({ logVisit: { visit: null, household: { id: household.globalId } } });
  expect(answer.errors).toMatchObject([
    { path: ['logVisit', 'visit'], extensions: { code: 'FORBIDDEN', right: 'visit.read' } },
  ]);
});
