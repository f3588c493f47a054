import { readFileSync } from 'node:fs';
import { buildSchema, isIntrospectionType, isSpecifiedScalarType } from 'graphql';
import { expect, it } from 'vitest';
import { entriesOf, search } from './entries.ts';

const schema = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));
const entries = entriesOf(schema);

it('holds every query, mutation and type of the API', () => {
  const own = Object.values(schema.getTypeMap())
    .filter((type) => !isSpecifiedScalarType(type) && !isIntrospectionType(type))
    .map(({ name }) => name);
  const listed = new Set(entries.map(({ name }) => name));
  expect(own.filter((name) => !listed.has(name) && !['Query', 'Mutation'].includes(name))).toEqual([]);
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    expect(Object.keys(root?.getFields() ?? {}).filter((name) => !listed.has(name))).toEqual([]);
});

it('names the right that each query and mutation needs', () => {
  const operations = entries.filter(({ gives }) => gives);
  expect(operations.filter(({ right }) => !right)).toEqual([]);
  expect(operations.find(({ name }) => name === 'households')).toMatchObject({
    right: 'household.read',
    description: expect.not.stringContaining('Right:'),
  });
});

it('shows arguments with their types, defaults and deprecations', () => {
  const [one] = entriesOf(
    buildSchema('type Query { old(first: Int = 25): [Int!]! @deprecated(reason: "Since …") }'),
  );
  expect(one).toMatchObject({ deprecation: 'Since …', gives: { type: '[Int!]!' } });
  expect(one?.parts).toMatchObject([{ name: 'first', type: 'Int', defaultsTo: '25' }]);
});

it('finds entries that contain every word typed, matches in the name first', () => {
  const [first, ...others] = search(entries, 'HouseholdFilter');
  expect(first?.name).toBe('HouseholdFilter');
  expect(others.map(({ name }) => name)).toContain('households');
  expect(search(entries, 'no-such-thing')).toEqual([]);
  expect(search(entries, ' ')).toBe(entries);
});
