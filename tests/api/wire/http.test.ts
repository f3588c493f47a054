import { getIntrospectionQuery } from 'graphql';
import { expect, it } from 'vitest';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);

const codeOf = async (document: string, variables: object = {}, session: string | null = desk.session) => {
  const answer = await test.send(document, variables, session);
  expect(answer.status).toBeLessThan(500);
  expect(JSON.stringify(answer.errors ?? [])).not.toMatch(/node_modules|\bat \w+ \(|select .* from/i);
  return answer.errors?.[0]?.extensions.code;
};

it('shows its schema to signed-in users and to nobody else', async () => {
  expect(await codeOf(getIntrospectionQuery(), {}, null)).toBe('UNAUTHENTICATED');
  expect(await codeOf('{ ...f } fragment f on Query { __type(name: "Household") { name } }', {}, null)).toBe(
    'UNAUTHENTICATED',
  );
  expect(await codeOf(getIntrospectionQuery())).toBeUndefined();
});

it('gives anonymous users no suggestions', async () => {
  expect(await codeOf('{ households { totalCount } }', {}, null)).toBe('UNAUTHENTICATED');
  const answer = await test.send('{ houshold { id } }', {}, desk.session);
  expect(answer.errors?.[0]?.message).not.toContain('Did you mean');
  expect(answer.status).toBe(400);
});

it.each([
  ['a page of none', { first: 0 }, 'first', 'PAGE_SIZE_INVALID'],
  ['a negative page', { first: -5 }, 'first', 'PAGE_SIZE_INVALID'],
  ['a huge page', { first: 1_000_000 }, 'first', 'PAGE_TOO_LARGE'],
  ['a negative offset', { offset: -1 }, 'offset', 'OUT_OF_RANGE'],
  ['a far offset', { offset: 10_001 }, 'offset', 'OFFSET_TOO_LARGE'],
  ['a cursor that is none', { after: 'nonsense' }, 'after', 'CURSOR_INVALID'],
  [
    'a division that is none',
    { filter: { divisionCode: "1' or '1'='1" } },
    'filter.divisionCode',
    'DIVISION_UNKNOWN',
  ],
])('refuses %s at its argument', async (_what, variables, field, code) => {
  const document = `query ($first: Int, $after: String, $offset: Int, $filter: HouseholdFilter) {
    households(first: $first, after: $after, offset: $offset, filter: $filter) { totalCount nodes { id } } }`;
  const answer = await test.send(document, { first: 10, ...variables }, desk.session);
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { [field]: { code } },
  });
});

it.each([
  ['a broken id', 'nonsense'],
  ['an id of another type', 'Division:13'],
  ['an id with a broken key', 'Household:130434:42'],
  ['an id with too many parts', 'Household:130434:0192f0c1-0000-7000-8000-000000000000:x'],
])('refuses %s', async (_what, id) => {
  const answer = await test.send('query ($id: ID!) { household(id: $id) { id } }', { id }, desk.session);
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { id: { code: 'INVALID_ID' } },
  });
});

it('names the field of a value of the wrong type', async () => {
  const document =
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
  const input = {
    villageCode: places.village,
    headName: '甲',
    headResidentId: 'x',
    category: 'UNSTABLE',
    categoryFrom: '2026-02-30',
  };
  const answer = await test.send(document, { input }, desk.session);
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'input.categoryFrom': { code: 'DATE_INVALID' } },
  });
  const missing = await test.send(document, { input: { villageCode: places.village } }, desk.session);
  expect(Object.values(missing.errors?.[0]?.extensions.fields ?? {})[0]).toMatchObject({
    code: 'REQUIRED_MISSING',
  });
});

it('refuses text that cannot be stored or is too long, at its field', async () => {
  const document =
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
  const input = {
    villageCode: places.village,
    headName: '甲\0',
    headResidentId: 'x',
    category: 'UNSTABLE',
    note: '长'.repeat(501),
  };
  const answer = await test.send(document, { input }, desk.session);
  expect(answer.errors?.[0]?.extensions.fields).toMatchObject({
    'input.headName': { code: 'INVALID_TEXT' },
    'input.note': { code: 'TOO_LONG' },
  });
});

it('refuses documents that are too deep or too large before they run', async () => {
  const deep = `{ divisions { nodes ${'{ parent '.repeat(30)}{ id }${' }'.repeat(30)} } }`;
  expect(await codeOf(deep)).toBe('TOO_DEEP');
  const wide = `{ ${Array.from({ length: 2_500 }, (_, at) => `a${at}: __typename`).join(' ')} }`;
  expect(await codeOf(wide)).toBe('DOCUMENT_TOO_LONG');
  const bomb = `{ ...f0 } ${Array.from({ length: 20 }, (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`).join(' ')}
    fragment f20 on Query { __typename }`;
  expect(await codeOf(bomb)).toBe('OPERATION_TOO_EXPENSIVE');
  const cycle = '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }';
  expect(await codeOf(cycle)).toBe('FRAGMENT_CYCLE');
});

it('refuses a body over 64 KB and one that is not JSON', async () => {
  const { http } = test.app;
  const post = (payload: string, type = 'application/json') =>
    http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload });
  expect((await post(JSON.stringify({ query: `{ __typename } #${'x'.repeat(70_000)}` }))).statusCode).toBe(
    413,
  );
  const large = await post(JSON.stringify({ query: 'x'.repeat(70_000) }));
  expect(large.json().errors[0].extensions.code).toBe('BODY_TOO_LARGE');
  expect((await post('{')).statusCode).toBe(400);
  expect((await post('query={__typename}', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
  expect((await post('{"query":"{__typename}"}', 'text/plain')).statusCode).toBeGreaterThanOrEqual(400);
});

it('reports whether it is alive and ready', async () => {
  expect((await test.app.http.inject('/healthz')).json()).toEqual({ status: 'up' });
  expect((await test.app.http.inject('/readyz')).json()).toEqual({ status: 'ready' });
  expect((await test.app.http.inject('/metrics')).body).toContain('http_request_seconds');
});
