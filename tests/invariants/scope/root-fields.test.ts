import { getNamedType, isNonNullType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { allRights, heldByEverybody } from '#schema/codes/rights.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';
import { type Caller, makeCallers } from './callers.ts';
import { makeWorld } from './world.ts';

const test = testApp();
const plain = plainApp(test);
const schema = createSchema();
let callers: readonly Caller[] = [];

beforeAll(async () => {
  await makeWorld(test);
  callers = await makeCallers(test);
}, 120_000);

const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
type Root = (typeof queries)[number];
const rightTo = ({ extensions }: Root) => extensions.permission as string;
// Divisions are public.
const guarded = queries.filter(
  (field) => rightTo(field) !== heldByEverybody && allRights.some((right) => right === rightTo(field)),
);

it('are all nullable, so that one failure does not affect the others', () => {
  expect(
    [...queries, ...mutations].filter(({ type }) => isNonNullType(type)).map(({ name }) => name),
  ).toEqual([]);
});

function selectionOf(field: Root): string {
  const sample: Record<string, string> = {
    id: `"${getNamedType(field.type)}:1"`,
    period: '"2026-Q4"',
    // Of a policy to try out, the only query that takes an input.
    input: '{ category: RELIEVED, terms: { mode: WHOLE, base: OWN, thresholds: [], bands: [] } }',
  };
  const given = field.args
    .filter(({ type }) => isNonNullType(type))
    .flatMap(({ name }) => (sample[name] ? [`${name}: ${sample[name]}`] : []));
  return `${field.name}${given.length > 0 ? `(${given.join()})` : ''} { __typename }`;
}

it('are null with an error without the right, and the others are answered', async () => {
  const refused = new Set<string>();
  for (const caller of callers) {
    const closed = guarded.filter((field) => !caller.rights.includes(rightTo(field)));
    const document = `{ divisions(first: 1) { nodes { code } } ${closed.map((field, at) => `c${at}: ${selectionOf(field)}`).join(' ')} }`;
    for (const by of [test.send, plain.send]) {
      const answer = await caller.send(by, document);
      const { divisions, ...others } = answer.data ?? {};
      expect(divisions, caller.label).toEqual({ nodes: expect.any(Array) });
      expect(Object.values(others), caller.label).toEqual(closed.map(() => null));
      const errors = answer.errors?.map(({ path, extensions: { code, ...more } }) => [
        path?.join(),
        code,
        more,
      ]);
      for (const [at, field] of closed.entries()) {
        const named = expect.objectContaining({ right: rightTo(field) });
        expect(errors, caller.label).toContainEqual([`c${at}`, 'FORBIDDEN', named]);
        refused.add(field.name);
      }
    }
  }
  expect([...refused].sort()).toEqual(guarded.map(({ name }) => name).sort());
});

it('are answered beside missing records and invalid arguments', async () => {
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const none = 'Household:130434:0192f0c1-0000-7000-8000-000000000000';
  const document = `{ households(first: 1) { nodes { __typename } } gone: household(id: "${none}") { id }
    wrong: visits(first: 1, after: "x") { totalCount } broken: cadre(id: "x") { id } }`;
  for (const { send } of [test, plain]) {
    const answer = await send(document, {}, desk.session);
    expect(answer.data).toEqual({
      households: { nodes: [{ __typename: 'Household' }] },
      gone: null,
      wrong: null,
      broken: null,
    });
    const errors = answer.errors?.map(({ path, extensions }) => `${path?.join()} ${extensions.code}`).sort();
    expect(errors).toEqual(['broken INVALID_INPUT', 'gone NOT_FOUND', 'wrong INVALID_INPUT']);
  }
});

it('answers each mutation of a document separately', async () => {
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const household = await makeHousehold(test);
  const change = (note: string, id = household.globalId, version = 1) =>
    `updateHousehold(input: { id: "${id}", expectedVersion: ${version}, note: "${note}" }) { household { note } }`;
  const document = `mutation { first: ${change('一')} second: ${change('二', 'Household:130434:0192f0c1-0000-7000-8000-000000000000')}
    third: ${change('三', household.globalId, 2)} }`;
  const answer = await test.send(document, {}, desk.session);
  expect(answer.data).toEqual({
    first: { household: { note: '一' } },
    second: null,
    third: { household: { note: '三' } },
  });
  expect(answer.errors).toMatchObject([{ path: ['second'], extensions: { code: 'NOT_FOUND' } }]);
});
