import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { sdlOf } from '#api/schema/sdl.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { allRights, rights } from '#schema/codes/rights.ts';
import { rightsOf } from '#schema/needs.ts';
import { catalog } from '#server/modules.ts';

const schema = createSchema();

function rootFields(of: GraphQLSchema) {
  return [of.getQueryType(), of.getMutationType()].flatMap((type) => Object.values(type?.getFields() ?? {}));
}

const permissions = new Set(['public', 'signedIn', 'ownAccount', ...Object.keys(rights)]);
const withoutPermission = (of: GraphQLSchema) =>
  rootFields(of)
    .filter((field) => !permissions.has(String(field.extensions.permission)))
    .map((field) => field.name);

it('names a permission for every query and mutation', () => {
  expect(withoutPermission(schema)).toEqual([]);
});

it('tells readers of the schema the right of each root field', () => {
  const silent = rootFields(schema).filter((field) => !/\n\nRight: .+\.$/.test(field.description ?? ''));
  expect(silent.map((field) => field.name)).toEqual([]);
});

it('would notice a root field without a permission', () => {
  expect(withoutPermission(buildSchema('type Query { open: Int }'))).toEqual(['open']);
});

/** Everything in the schema that can have a description, by its place. */
function* describable(): Generator<[place: string, description: string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!['Query', 'Mutation'].includes(type.name)) yield [type.name, type.description];
    if (isEnumType(type))
      for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        yield [`${type.name}.${field.name}`, field.description];
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg.description];
      }
    }
  }
}

it('describes every type, field, argument and enum value', () => {
  const silent = [...describable()].filter(([, description]) => !description?.trim());
  expect(silent.map(([place]) => place)).toEqual([]);
});

it('takes a clientMutationId in every mutation that has an input', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const without = mutations.filter((field) => {
    const input = field.args
      .find((arg) => arg.name === 'input')
      ?.type.toString()
      .replaceAll('!', '');
    const type = input ? schema.getType(input) : undefined;
    return isInputObjectType(type) && !type.getFields().clientMutationId;
  });
  expect(without.map((field) => field.name)).toEqual([]);
});

it('is sound by the rules of GraphQL', () => {
  expect(validateSchema(buildSchema(sdlOf(schema)))).toEqual([]);
});

it('is the committed SDL', () => {
  expect(sdlOf(schema)).toBe(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
});

/** Rights that no query, mutation, field or type asks for. */
function unusedRights(of: GraphQLSchema, among: readonly string[]): string[] {
  const fields = Object.values(of.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()) : [],
  );
  const used = new Set<unknown>([
    ...rootFields(of).map(({ extensions }) => extensions.permission),
    ...fields.flatMap((field) => rightsOf(field)),
    ...entitiesIn(catalog).flatMap(({ right, guarded }) => [right, ...Object.values(guarded)]),
  ]);
  return among.filter((right) => !used.has(right));
}

it('uses every right in a query, a mutation or a type', () => {
  expect(unusedRights(schema, allRights)).toEqual([]);
});

it('would notice a right that nothing uses', () => {
  expect(unusedRights(schema, [...allRights, 'weather.write'])).toEqual(['weather.write']);
});
