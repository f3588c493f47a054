import { type GraphQLInputType, getNamedType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId } from '#platform/core/ids.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { sampleInput } from '#tests/invariants/scope/sample-input.ts';
import { makeWorld } from '#tests/invariants/scope/world.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const schema = createSchema();
const sessions: string[] = [];

beforeAll(async () => {
  await makeWorld(test);
  for (const [role, place] of [
    ['COUNTY_DESK', places.county],
    ['FUND_ACCOUNTANT', places.county],
    ['INSURER', places.county],
    ['SYSTEM_ADMINISTRATOR', null],
  ] as const)
    sessions.push((await signedIn(test, role, place)).session);
});

const idOf = (type: string) => globalId(type, places.county, '0192f0c1-0000-7000-8000-000000000000');
const world = { idOf, anotherOf: idOf };

/** Paths of all required texts, through lists and nested inputs; recursive inputs are followed one level deep. */
function requiredTexts(
  type: GraphQLInputType,
  path: readonly string[],
  above: readonly GraphQLInputType[] = [],
): string[][] {
  if (isNonNullType(type)) {
    if (String(type.ofType) === 'String') return [[...path]];
    return requiredTexts(type.ofType, path, above);
  }
  if (isListType(type)) return requiredTexts(type.ofType, [...path, '0'], above);
  if (!isInputObjectType(type) || above.includes(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    requiredTexts(field.type, [...path, field.name], [...above, type]),
  );
}

/** A password is taken as typed; its own rules refuse weak ones. */
const isText = (path: readonly string[]) => !/password$/i.test(path.at(-1) ?? '');

function put(
  value: unknown,
  [name, ...rest]: readonly string[],
  text: string,
  type: GraphQLInputType,
): unknown {
  if (name === undefined) return text;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) {
    const list = Array.isArray(value) && value.length > 0 ? [...value] : [soundItem(nullable.ofType)];
    list[0] = put(list[0], rest, text, nullable.ofType);
    return list;
  }
  if (!isInputObjectType(nullable)) throw new Error(name);
  const field = nullable.getFields()[name];
  if (!field) throw new Error(name);
  const object = (value ?? soundItem(nullable)) as Record<string, unknown>;
  return { ...object, [name]: put(object[name], rest, text, field.type) };
}
const soundItem = (type: GraphQLInputType): unknown =>
  isInputObjectType(getNamedType(type)) ? sampleInput('', type, world) : 'x';

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
  const [input] = field.args;
  const paths = input ? requiredTexts(input.type, []).filter(isText) : [];
  return input && paths.length > 0 ? [[field.name, input.type, paths] as const] : [];
});

/** Blanks and unreadable characters: private use, unassigned, combining marks alone, dashes, dots. */
const unreadable = [
  '',
  ' \u3000 ',
  '\u200b',
  '\ue000\u0378\ufdd0'.repeat(3),
  '\u0301'.repeat(8),
  '……——ーーー..',
];

describe.each(mutations)('%s', (name, type, paths) => {
  it.each(paths.map((path) => [path.join('.'), path] as const))(
    '%s refuses unreadable text',
    async (place, path) => {
      const document = `mutation ($input: ${type}) { ${name}(input: $input) { __typename } }`;
      for (const text of unreadable) {
        const input = put(sampleInput(name, type, world), path, text, type);
        const refusals: string[] = [];
        for (const session of [...sessions, null]) {
          const { code = '', fields = {} } =
            (await test.send(document, { input }, session)).errors?.[0]?.extensions ?? {};
          refusals.push(`${code} ${fields[`input.${place}`]?.code}`);
        }
        expect(refusals, JSON.stringify(text)).toContainEqual(expect.stringMatching(/^INVALID_INPUT [A-Z]/));
      }
    },
  );
});
