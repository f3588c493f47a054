import { sql } from 'drizzle-orm';
import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { newId } from '#platform/core/ids.ts';
import { foldName } from '#schema/text.ts';
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
  for (const role of ['COUNTY_DESK', 'SYSTEM_ADMINISTRATOR', 'SECURITY_AUDITOR'] as const)
    sessions.push((await signedIn(test, role, null)).session);
});

/** Plain text, and text in the form of an id. */
const harmless = ['zqzq', 'zq:zq'];
const hostile = [
  `'`,
  `"`,
  `zq' or '1'='1`,
  `zq'; drop table household cascade; --`,
  `zq') or pg_sleep(9) is null --`,
  `zq"; select 1; --`,
  'zq /* ',
  '$1',
  '$$zq$$',
  '\\',
  `zq\\' or 1=1 --`,
  '%',
  '_q%',
  `E'\\x00'`,
  '{"a": 1}',
  '{zq,zq}',
];

interface Place {
  readonly what: string;
  readonly path: string;
  readonly document: string;
  variables(text: string): Record<string, unknown>;
}

const rootFields = (type: 'Query' | 'Mutation') =>
  Object.values((type === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {});

const isText = (type: GraphQLInputType): boolean => ['String', 'ID'].includes(getNamedType(type).name);
const wrapped = (type: GraphQLInputType, value: unknown): unknown =>
  isListType(getNullableType(type)) ? [value] : value;

/** What is compared of the answer: whether and how many rows, whatever the type. */
function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '{ __typename }';
  return type.getFields().totalCount ? '{ totalCount nodes { __typename } }' : '{ __typename }';
}

function someLiteral(type: GraphQLInputType): string {
  if (isListType(getNullableType(type))) return '[]';
  return getNamedType(type).name === 'Period' ? '"2026-Q4"' : '""';
}

/** Every text argument of a query, and every text of its filter. */
function* placesOfQueries(): Generator<Place> {
  for (const field of rootFields('Query')) {
    for (const arg of field.args) {
      const type = getNamedType(arg.type);
      const required = field.args.filter(
        (one) => one !== arg && one.type.toString().endsWith('!') && one.defaultValue === undefined,
      );
      const others = required.map((one) => `${one.name}: ${someLiteral(one.type)}`);
      const document = `query ($v: ${arg.type}) { ${field.name}(${[`${arg.name}: $v`, ...others].join(', ')}) ${selection(field)} }`;
      if (isText(arg.type)) {
        const variables = (text: string) => ({ v: wrapped(arg.type, text) });
        yield { what: `${field.name}(${arg.name})`, path: arg.name, document, variables };
      }
      if (!isInputObjectType(type)) continue;
      if (arg.name === 'where') yield* placesOfWhere(field.name, document, type);
      if (arg.name !== 'filter') continue;
      for (const one of Object.values(type.getFields()).filter((each) => isText(each.type))) {
        const variables = (text: string) => ({ v: { [one.name]: wrapped(one.type, text) } });
        yield { what: `${field.name}(filter.${one.name})`, path: `filter.${one.name}`, document, variables };
      }
    }
  }
}

/** A text in each kind of condition, alone and nested. */
function* placesOfWhere(list: string, document: string, where: GraphQLInputObjectType): Generator<Place> {
  const fields = Object.values(where.getFields()).filter(({ type }) => {
    const condition = getNamedType(type);
    return (
      isInputObjectType(condition) && Object.values(condition.getFields()).some((one) => isText(one.type))
    );
  });
  for (const { name, type } of fields.slice(0, 2)) {
    const operators = Object.values((getNamedType(type) as GraphQLInputObjectType).getFields());
    for (const one of operators.filter((each) => isText(each.type))) {
      const path = `where.or.0.${name}.${one.name}`;
      const variables = (text: string) => ({
        v: { or: [{ [name]: { [one.name]: wrapped(one.type, text) } }] },
      });
      yield { what: `${list}(${path})`, path, document, variables };
    }
  }
}

/** The id of no record: whatever the text, writing to it is NOT_FOUND. */
const idOfNothing = (type: string): string =>
  ['User', 'ApiToken', 'Grant'].includes(type)
    ? `${type}:${newId()}`
    : type === 'County' || type === 'Division'
      ? `${type}:990000`
      : `${type}:${places.county}:${newId()}`;

/** Texts by their path in an otherwise valid input. */
function* textsOf(type: GraphQLInputType, path: readonly string[]): Generator<readonly string[]> {
  const named = getNamedType(type);
  if (isText(type)) yield path;
  if (!isInputObjectType(named) || path.length > 4) return;
  const at = isListType(getNullableType(type)) ? [...path, '0'] : path;
  for (const field of Object.values(named.getFields())) yield* textsOf(field.type, [...at, field.name]);
}

function put(value: unknown, [name, ...rest]: readonly string[], text: unknown): unknown {
  if (name === undefined) return text;
  if (name === '0') return [put(Array.isArray(value) ? value[0] : {}, rest, text)];
  return { ...(value as object), [name]: put((value as Record<string, unknown>)?.[name], rest, text) };
}

function typeAt(type: GraphQLInputType, [name, ...rest]: readonly string[]): GraphQLInputType {
  const named = getNamedType(type);
  if (name === undefined) return type;
  if (name === '0' || !isInputObjectType(named)) return typeAt(named, rest);
  const field = named.getFields()[name];
  return field ? typeAt(field.type, rest) : type;
}

/** They would change the viewer. */
const left = new Set(['login', 'logout', 'changePassword', 'resetPassword']);

function* placesOfMutations(): Generator<Place> {
  for (const field of rootFields('Mutation')) {
    const input = field.args.find((arg) => arg.name === 'input');
    if (!input || left.has(field.name)) continue;
    const document = `mutation ($input: ${input.type}) { ${field.name}(input: $input) { __typename } }`;
    const sound = sampleInput(field.name, input.type, { idOf: idOfNothing, anotherOf: idOfNothing });
    for (const path of textsOf(input.type, [])) {
      const of = typeAt(input.type, path);
      // A mutation id is valid for one input.
      const own = path.at(-1) === 'clientMutationId' ? field.name : '';
      const variables = (text: string) => ({ input: put(sound, path, wrapped(of, own + text)) });
      const place = ['input', ...path].join('.');
      yield { what: `${field.name}(${place})`, path: place, document, variables };
    }
  }
}

interface Outcome {
  readonly code: string | undefined;
  readonly fields: string[];
  readonly data: unknown;
}

/** Tries again after the lock-out: some verbs ask for the password, and wrong ones are counted. */
async function tryText(place: Place, text: string): Promise<Outcome> {
  const outcome = await tryTextOnce(place, text);
  if (outcome.code !== 'LOCKED_OUT') return outcome;
  test.clock.set(new Date(test.clock.now().getTime() + 3_600_000).toISOString());
  return tryTextOnce(place, text);
}

/** Sent by the first of the three viewers who may. */
async function tryTextOnce(place: Place, text: string): Promise<Outcome> {
  for (const session of sessions) {
    const answer = await test.send(place.document, place.variables(text), session);
    const { code, fields = {} } = answer.errors?.[0]?.extensions ?? {};
    expect(answer.status, `${place.what} ${text}`).toBeLessThan(500);
    expect(code, `${place.what} ${text}`).not.toBe('INTERNAL');
    if (code !== 'FORBIDDEN') return { code, fields: Object.keys(fields), data: answer.data };
  }
  return { code: 'FORBIDDEN', fields: [], data: null };
}

/** Refused for its form, at its own field: it went no further. */
const isRefusedThere = (outcome: Outcome, path: string): boolean =>
  outcome.code === 'INVALID_INPUT' &&
  outcome.fields.some((field) => field.startsWith(path) || path.startsWith(field));

const tables = async () => {
  const rows = await test.owner.db.execute(
    sql`select count(*)::int as count from information_schema.tables where table_schema = 'public'`,
  );
  return rows[0]?.count;
};

const all = [...placesOfQueries(), ...placesOfMutations()];

it('finds the places that take text', () => {
  expect(all.length).toBeGreaterThan(150);
});

it.each(all.map((place) => [place.what, place] as const))('%s takes text as text', async (_what, place) => {
  const usual = await Promise.all(harmless.map((text) => tryText(place, text)));
  for (const text of hostile) {
    const outcome = await tryText(place, text);
    // Exports and webhooks are limited per person: some were created.
    if (isRefusedThere(outcome, place.path) || outcome.code?.endsWith('_LIMIT')) continue;
    expect(usual, `${place.what} ${text}`).toContainEqual(outcome);
  }
  // What cannot be stored is refused at its field, and never gets to the database.
  const odd = await tryText(place, 'a\0b');
  expect(odd.code, place.what).toMatch(/^(INVALID_INPUT|NOT_FOUND|FORBIDDEN)$/);
});

it('leaves every table intact', async () => {
  const [row] = await test.owner.db.execute(sql`select count(*)::int as count from household`);
  expect(row?.count).toBeGreaterThan(2);
  expect(await tables()).toBeGreaterThan(20);
});

it('stores hostile text as sent, except for the normalisation of names', async () => {
  const create = `mutation ($input: CreateOrganizationInput!) {
    createOrganization(input: $input) { organization { name } } }`;
  for (const text of hostile) {
    const name = `单位 ${text} 一`;
    const input = { countyCode: places.county, name, level: 'COUNTY' };
    const answer = await test.send(create, { input }, sessions[0]);
    expect(answer.data).toEqual({ createOrganization: { organization: { name: foldName(name) } } });
  }
});

it('would notice text that became part of a statement', async () => {
  const glued = (text: string) =>
    test.owner.db
      .execute(sql.raw(`select count(*)::int as count from household where note = '${text}'`))
      .then(
        (rows) => JSON.stringify(rows),
        () => 'refused by the database',
      );
  const usual = await glued(harmless[0] ?? '');
  const broken = await Promise.all(hostile.filter((text) => /^(zq)?'( or|$)/.test(text)).map(glued));
  expect(broken).toHaveLength(2);
  for (const result of broken) expect(result).not.toBe(usual);
});
