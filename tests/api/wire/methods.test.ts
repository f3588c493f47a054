import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  await makeHousehold(test);
});

const get = (parts: Record<string, string>, session: string | null = desk.session) =>
  test.app.http.inject({
    method: 'GET',
    url: `/graphql?${new URLSearchParams(parts)}`,
    headers: session ? { cookie: `bangfu=${session}` } : {},
  });

it('answers a query by GET as by POST, repeatedly', async () => {
  const query = 'query ($first: Int!) { households(first: $first) { totalCount nodes { headName } } }';
  const variables = { first: 1 };
  const posted = await test.send(query, variables, desk.session);
  for (let time = 0; time < 3; time += 1) {
    const answer = await get({ query, variables: JSON.stringify(variables) });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().data).toEqual(posted.data);
    expect(answer.headers['cache-control']).toBe('no-store');
  }
});

it('refuses mutations by GET, and what is no query', async () => {
  const mutation = await get({ query: 'mutation { logout { ok } }' });
  expect(mutation.statusCode).toBe(405);
  expect(mutation.headers.allow).toBe('POST');
  expect((await get({ query: '{ me { username } }' })).statusCode).toBe(400);
  expect((await test.send('{ me { mustChangePassword } }', {}, desk.session)).errors).toBeUndefined();
  expect((await get({})).statusCode).toBe(400);
  expect((await get({ query: '{ __typename }', variables: '{' })).statusCode).toBe(400);
  expect((await get({ query: '{ households { totalCount } }' }, null)).statusCode).toBe(401);
});

it.each([
  ['PUT', '/graphql', 'GET, POST'],
  ['DELETE', '/graphql', 'GET, POST'],
  ['GET', '/files', 'POST'],
  ['PUT', '/files', 'POST'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['POST', '/readyz', 'GET, HEAD'],
  ['DELETE', '/metrics', 'GET, HEAD'],
  ['GET', '/oauth/token', 'POST'],
  ['POST', '/exports/0192f0c1-0000-7000-8000-000000000000', 'GET'],
  ['DELETE', '/files/0192f0c1-0000-7000-8000-000000000000', 'GET, POST'],
] as const)('refuses %s %s and names the allowed methods', async (method, url, allow) => {
  const answer = await test.app.http.inject({ method, url, headers: { 'accept-language': 'en' } });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers.allow).toBe(allow);
  expect(answer.json().errors).toMatchObject([
    { message: 'This address does not take that request method', extensions: { code: 'METHOD_NOT_ALLOWED' } },
  ]);
});

it('answers HEAD without a body', async () => {
  const answer = await test.app.http.inject({ method: 'HEAD', url: '/graphql?query={me{username}}' });
  expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, POST']);
});

it('answers unknown paths with 404', async () => {
  expect((await test.app.http.inject({ method: 'POST', url: '/nowhere' })).statusCode).toBe(404);
});
