import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let home: MadeHousehold;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  home = await makeHousehold(test);
});

const create =
  'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
const log = 'mutation ($input: LogVisitInput!) { logVisit(input: $input) { visit { id } } }';
const list = `query ($filter: HouseholdFilter, $first: Int, $orderBy: [HouseholdOrder!]) {
  households(filter: $filter, first: $first, orderBy: $orderBy) { totalCount nodes { id } } }`;
const whole = {
  villageCode: places.village,
  headName: '甲',
  headResidentId: '130499199001010019',
  category: 'ORDINARY',
};
const visit = () => ({ householdId: home.globalId, visitedOn: '2026-11-09', mode: 'IN_PERSON' });

it.each([
  [
    'what is missing',
    create,
    () => ({ input: { villageCode: places.village } }),
    {
      'input.headName': 'REQUIRED_MISSING',
      'input.headResidentId': 'REQUIRED_MISSING',
      'input.category': 'REQUIRED_MISSING',
    },
  ],
  ['the whole input', create, () => ({}), { input: 'REQUIRED_MISSING' }],
  [
    'null where something must be',
    create,
    () => ({ input: { ...whole, headName: null } }),
    { 'input.headName': 'REQUIRED_MISSING' },
  ],
  [
    'a field that there is not',
    create,
    () => ({ input: { ...whole, hedName: '乙' } }),
    { 'input.hedName': 'FIELD_UNKNOWN' },
  ],
  ['text for an object', create, () => ({ input: 'x' }), { input: 'WRONG_TYPE' }],
  [
    'an object for text',
    create,
    () => ({ input: { ...whole, headName: {} } }),
    { 'input.headName': 'WRONG_TYPE' },
  ],
  [
    'a number for text',
    create,
    () => ({ input: { ...whole, headName: 5 } }),
    { 'input.headName': 'WRONG_TYPE' },
  ],
  ['text for a number', create, () => ({ input: { ...whole, size: '4' } }), { 'input.size': 'WRONG_TYPE' }],
  [
    'a code that there is not',
    create,
    () => ({ input: { ...whole, category: 'RICH' } }),
    { 'input.category': 'CODE_UNKNOWN' },
  ],
  [
    'a day that there is not',
    log,
    () => ({ input: { ...visit(), visitedOn: '2026-02-30' } }),
    { 'input.visitedOn': 'DATE_INVALID' },
  ],
  [
    'an item of a list',
    log,
    () => ({ input: { ...visit(), problems: [{ kind: 'WATER', description: '缺水' }, { kind: 'WATER' }] } }),
    {
      'input.problems.1.description': 'REQUIRED_MISSING',
    },
  ],
  [
    'a filter that there is not',
    list,
    () => ({ filter: { name: '甲' } }),
    { 'filter.name': 'FIELD_UNKNOWN' },
  ],
  ['null in the place of a default', list, () => ({ first: null }), { first: 'REQUIRED_MISSING' }],
  [
    'an order that there is not',
    list,
    () => ({ orderBy: [{ field: 'WEALTH' }] }),
    { 'orderBy.0.field': 'CODE_UNKNOWN' },
  ],
] as const)('names the field of %s, in both languages', async (_what, document, variables, expected) => {
  const answer = await test.send(document, variables(), desk.session);
  expect(answer.status).toBe(400);
  expect(answer.data).toBeNull();
  const { code, fields } = answer.errors?.[0]?.extensions ?? { fields: {} };
  expect(code).toBe('INVALID_INPUT');
  expect(Object.fromEntries(Object.entries(fields).map(([path, fault]) => [path, fault.code]))).toEqual(
    expected,
  );
  for (const fault of Object.values(fields)) {
    expect(fault.zh).toMatch(/\p{Script=Han}/u);
    expect(fault.en).toMatch(/^[A-Z]/);
  }
});

it('accepts null for optional values, and uses a default where nothing is sent', async () => {
  expect((await test.send(list, { filter: null }, desk.session)).errors).toBeUndefined();
  const query = 'query ($first: Int! = 3) { households(first: $first) { nodes { id } } }';
  expect((await test.send(query, {}, desk.session)).errors).toBeUndefined();
});

it('answers in the language of the request, also anonymously', async () => {
  const en = { 'accept-language': 'en-GB,en;q=0.9' };
  const zh = { 'accept-language': 'zh-CN' };
  const gone = '{ node(id: "Household:130434:0192f0c1-0000-7000-8000-000000000000") { id } }';
  const refusals: [document: string, variables: object, session: string | null][] = [
    [gone, {}, desk.session],
    [create, { input: {} }, desk.session],
    ['{ me { nothing } }', {}, desk.session],
    ['{ households { totalCount } }', {}, null],
    ['{', {}, null],
    ['', {}, null],
    ['{ __typename }', {}, 'no such session'],
    ['mutation { login(input: { username: "x", password: "y" }) { mustChangePassword } }', {}, null],
  ];
  for (const [document, variables, session] of refusals) {
    const english = (await test.send(document, variables, session, en)).errors?.[0]?.message ?? 'A';
    const chinese = (await test.send(document, variables, session, zh)).errors?.[0]?.message ?? '无';
    expect(english, document).toMatch(/^[A-Z]/);
    expect(english, document).not.toMatch(/\p{Script=Han}/u);
    expect(chinese, document).toMatch(/\p{Script=Han}/u);
  }
});

it('refuses a subscription as an invalid document', async () => {
  const answer = await test.send('subscription { households }', {}, desk.session);
  expect(answer.status).toBe(400);
  expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_INVALID');
});

it('reveals no type, field or variable to anonymous users', async () => {
  const words =
    /LoginInput|LoginPayload|ResetPassword|username|password|Account|String|mustChange|clientMutation/;
  const probes: [document: string, variables: object][] = [
    ['mutation { login }', {}],
    ['mutation { login { ok } }', {}],
    ['mutation { login(input: {}) { user { nothing } } }', {}],
    ['mutation { login(imput: 1) { user { id } } }', {}],
    ['mutation ($i: LogInput!) { login(input: $i) { user { id } } }', { i: {} }],
    ['mutation ($i: LoginInput!) { login(input: $i) { user { id } } }', {}],
    ['mutation ($i: LoginInput!) { login(input: $i) { user { id } } }', { i: {} }],
    ['mutation ($i: LoginInput!) { login(input: $i) { user { id } } }', { i: { usrname: 'x' } }],
    ['mutation ($i: LoginInput!) { login(input: $i) { user { id } } }', { i: 'x' }],
    ['mutation ($i: String) { login(input: $i) { user { id } } }', { i: 'x' }],
    ['query ($i: Int!) { __typename @include(if: $i) }', { i: 'x' }],
  ];
  for (const [document, variables] of probes) {
    const answer = await test.send(document, variables);
    expect(answer.status, document).toBe(400);
    const { extensions, ...error } = answer.errors?.[0] ?? { extensions: { code: '', fields: {} } };
    expect(['GRAPHQL_INVALID', 'INVALID_INPUT'], document).toContain(extensions.code);
    expect(extensions.fields, document).toEqual({});
    // Words of the error catalogue itself are the same for everybody.
    expect(JSON.stringify(error), document).not.toMatch(words);
  }
});
