import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { usualLimits } from '#api/price/limits.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { type Answer, testApp } from '#tests/setup/app.ts';
import { operationsOf } from '../../../admin/build/operations.ts';
import { withLimits } from './lifted.ts';

const test = testApp();
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  await makeHousehold(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const sendQuery = (document: string, variables: object = {}) => test.send(document, variables, desk.session);
const priceOf = ({ headers }: Answer) => Number(headers['x-cost']);

it.each([
  ['a field', '{ __typename }', 1],
  ['a page of the usual size', '{ households { nodes { id number } } }', 1 + 1 + 25 * 2],
  ['a page of its own size', '{ households(first: 7) { nodes { id number } } }', 1 + 1 + 7 * 2],
  ['a page by edges', '{ households(first: 7) { edges { cursor node { id } } } }', 1 + 1 + 7 * 3],
  ['a count', '{ households(first: 1) { totalCount } }', 1 + 50],
  [
    'a page within a page',
    '{ households(first: 3) { nodes { visits(first: 4) { nodes { id } } } } }',
    2 + 3 * (2 + 4),
  ],
  ['a short list', '{ households(first: 3) { nodes { members { id } } } }', 2 + 3 * (1 + 5)],
  ['what is skipped', '{ households(first: 3) { nodes { id number @skip(if: true) } } }', 2 + 3],
  ['what is not included', '{ __typename households @include(if: false) { totalCount } }', 1],
  [
    'a fragment, each time',
    '{ households(first: 3) { ...f ...f } } fragment f on HouseholdConnection { nodes { id } }',
    1 + 2 * (1 + 3),
  ],
  [
    'a board',
    '{ quarterBoard(period: "2026-Q4") { rows(by: VILLAGE, first: 50) { rateBps } } }',
    5_000 + 1 + 5,
  ],
  [
    'conditions',
    '{ households(first: 2, where: { size: { from: 3 } }) { nodes { headName } } }',
    1 + 50 + 1 + 2,
  ],
  ['groups', '{ households { groups(by: [CATEGORY], first: 100) { count key { category } } } }', 1 + 50 + 30],
  ['a number of groups', '{ households { groupCount(by: [CATEGORY]) } }', 1 + 50],
  ['conditions that are null', '{ households(first: 2, where: null) { nodes { headName } } }', 4],
])('prices %s', async (_what, document, price) => {
  const answer = await sendQuery(document);
  expect(answer.status).toBe(200);
  expect(priceOf(answer)).toBe(price);
});

it('says price and limit in the answer, and the budget in its headers', async () => {
  const { http } = test.app;
  const response = await http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { cookie: `bangfu=${desk.session}` },
    payload: { query: '{ households(first: 5) { nodes { id } } }' },
  });
  expect(response.json().extensions).toEqual({ cost: { price: 7, limit: usualLimits.price } });
  expect(response.headers).toMatchObject({
    'x-cost': '7',
    'ratelimit-limit': expect.any(String),
    'ratelimit-remaining': expect.any(String),
    'ratelimit-reset': expect.any(String),
  });
});

const forms: [string, (first: number) => [document: string, variables: object]][] = [
  [
    'a literal',
    (first) => [`{ households(first: ${first}) { nodes { visits(first: 100) { nodes { id } } } } }`, {}],
  ],
  [
    'a variable',
    (first) => [
      'query ($n: Int!) { households(first: $n) { nodes { visits(first: 100) { nodes { id } } } } }',
      { n: first },
    ],
  ],
  [
    'a default',
    (first) => [
      `query ($n: Int! = ${first}) { households(first: $n) { nodes { visits(first: 100) { nodes { id } } } } }`,
      {},
    ],
  ],
  [
    'a variable in a fragment',
    (first) => [
      `query ($n: Int!) { ...f } fragment f on Query { households(first: $n) { ...g } }
       fragment g on HouseholdConnection { nodes { visits(first: 100) { nodes { id } } } }`,
      { n: first },
    ],
  ],
  [
    'a whole number written as a fraction',
    (first) => [
      'query ($n: Int!) { households(first: $n) { edges { node { visits(first: 100) { nodes { id } } } } } }',
      { n: Number(`${first}.0`) },
    ],
  ],
];

it.each(forms)('gives the same verdict on a page size that is given as %s', async (_form, of) => {
  for (const [first, code] of [
    [1, undefined],
    [90, undefined],
    [100, 'OPERATION_TOO_EXPENSIVE'],
    [0, 'INVALID_INPUT'],
    [-5, 'INVALID_INPUT'],
    [101, 'INVALID_INPUT'],
    [1_000_000, 'INVALID_INPUT'],
  ] as const) {
    const answer = await sendQuery(...of(first));
    expect(answer.errors?.[0]?.extensions.code, `first: ${first}`).toBe(code);
    expect(answer.status).toBe(code ? 400 : 200);
  }
});

it('prices every way to give a page size alike', async () => {
  const prices = await Promise.all(
    forms.slice(0, 4).map(async ([, of]) => priceOf(await sendQuery(...of(30)))),
  );
  expect(new Set(prices).size).toBe(1);
});

const wide = Array.from({ length: 251 }, () => 'UNSTABLE');
it.each([
  ['a literal', `{ households(filter: { category: [${wide}] }) { totalCount } }`, {}],
  [
    'a variable',
    'query ($of: [HouseholdCategory!]) { households(filter: { category: $of }) { totalCount } }',
    { of: wide },
  ],
  [
    'a default',
    `query ($of: [HouseholdCategory!] = [${wide}]) { households(filter: { category: $of }) { totalCount } }`,
    {},
  ],
  [
    'a field of an input object',
    'query ($f: HouseholdFilter) { households(filter: $f) { totalCount } }',
    { f: { category: wide } },
  ],
  [
    'a default of an input object',
    `query ($f: HouseholdFilter = { category: [${wide}] }) { households(filter: $f) { totalCount } }`,
    {},
  ],
  [
    'a variable in a fragment',
    'query ($f: HouseholdFilter) { ...f } fragment f on Query { households(filter: $f) { totalCount } }',
    { f: { category: wide } },
  ],
])('refuses a list of 251 that is given as %s', async (_form, document, variables) => {
  const answer = await sendQuery(document, variables);
  expect(answer.status).toBe(400);
  const { code, fields } = answer.errors?.[0]?.extensions ?? {};
  expect(code).toBe('INVALID_INPUT');
  expect(Object.values(fields ?? {})).toMatchObject([{ code: 'TOO_MANY' }]);
});

it.each([
  ['nested too deeply', { f: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) }],
  ['of too many parts', { f: Array.from({ length: 240 }, () => Array.from({ length: 100 }, () => 1)) }],
])('refuses variables %s', async (_what, variables) => {
  const answer = await sendQuery(
    'query ($f: HouseholdFilter) { households(filter: $f) { totalCount } }',
    variables,
  );
  expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
});

it('would serve a page of another price without the limit', async () => {
  const [, of] = forms[1] ?? [];
  const answer = await withLimits(test, { price: Number.POSITIVE_INFINITY }, (send) =>
    send(...(of?.(100) ?? ['', {}]), desk.session),
  );
  expect(answer.status).toBe(200);
});

const sources = readdirSync('admin/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.graphql.ts'))
  .map((file) => ({ file, code: readFileSync(`admin/src/${file}`, 'utf8') }));

it('the limit allows every operation of the console with the largest pages', async () => {
  const operations = Object.values(operationsOf(sources).manifest);
  expect(operations.length).toBeGreaterThan(50);
  for (const document of operations.filter((text) => text.startsWith('query'))) {
    const answer = await sendQuery(document, { first: 100 });
    expect(answer.errors?.[0]?.extensions.code, document).not.toBe('OPERATION_TOO_EXPENSIVE');
  }
});
