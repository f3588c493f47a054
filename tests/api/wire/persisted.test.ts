import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readManifests } from '#api/http/persisted-manifests.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type TestApp, testApp } from '#tests/setup/app.ts';
import { frontEnds } from '#tests/setup/front-end.ts';

const builtFrontEnd = frontEnds();
const written =
  'query Names($code: String!) { divisions(filter: { divisionCode: $code }, first: 1) { nodes { name } } }';
const anonymous = '{ __typename }';

const builtPages = async () => ({ adminDist: await builtFrontEnd('console', written) });
const guarded = testApp(async () => ({ ...(await builtPages()), persistedOnly: true }));
const open = testApp(builtPages);

let hash: string;
let text: string;
let desk: Person;
let guest: Person;
let bearer: Record<string, string>;

beforeAll(async () => {
  const texts = readManifests((await builtPages()).adminDist);
  [hash = '', text = ''] = [...texts][0] ?? [];
  for (const test of [guarded, open]) await makeDivisions(test);
  desk = await signedIn(guarded, 'COUNTY_DESK', places.county);
  guest = await signedIn(open, 'COUNTY_DESK', places.county);
  ({ bearer } = await makeToken(guarded, { ownerId: desk.userId, divisionCode: places.county }));
});

const sha256 = (document: string) => createHash('sha256').update(document).digest('hex');
const byHash = (sha256Hash: unknown, version: unknown = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

async function post(test: TestApp, body: unknown, headers: Record<string, string> = {}) {
  const response = await test.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });
  const { data, errors } = response.json();
  return { status: response.statusCode, data, error: errors?.[0], code: errors?.[0]?.extensions.code };
}

const cookie = (person: Person) => ({ cookie: `bangfu=${person.session}` });
const variables = { code: places.county };

describe.each([
  ['where all documents may be sent', open, () => guest],
  ['where browsers may send nothing else', guarded, () => desk],
])('%s', (_where, test, person) => {
  it('runs an operation by its hash', async () => {
    const answer = await post(test, { ...byHash(hash), variables }, cookie(person()));
    expect(answer).toMatchObject({
      status: 200,
      data: { divisions: { nodes: [{ name: expect.any(String) }] } },
    });
    const free = await post(open, { query: text, variables }, cookie(guest));
    expect(answer.data).toEqual(free.data);
  });

  it('checks rights by hash as by document', async () => {
    expect((await post(test, { ...byHash(hash), variables })).code).toBe('UNAUTHENTICATED');
    expect((await post(test, byHash(hash), cookie(person()))).code).toBe('INVALID_INPUT');
  });

  it('answers an unknown hash in both languages with the advice to reload', async () => {
    const answer = await post(test, byHash(sha256(anonymous)), cookie(person()));
    expect(answer).toMatchObject({ status: 400, data: undefined, code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect(answer.error.message).toContain('重新加载');
    expect(answer.error.extensions.messages.en).toContain('reload');
  });

  it.each([
    ['another version', byHash('0', 2), 'GRAPHQL_INVALID'],
    ['no hash', { extensions: { persistedQuery: { version: 1 } } }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a hash that is a list', byHash([1]), 'PERSISTED_QUERY_NOT_FOUND'],
    ['the name of a property', byHash('__proto__'), 'PERSISTED_QUERY_NOT_FOUND'],
  ])('refuses %s', async (_what, body, code) => {
    expect(await post(test, body, cookie(person()))).toMatchObject({ status: 400, code });
  });
});

it('registers nothing from clients: a document sent with its hash is unknown afterwards', async () => {
  const both = { ...byHash(sha256(anonymous)), query: anonymous };
  expect(await post(open, both)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  expect((await post(open, byHash(sha256(anonymous)))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

describe('where browsers may send only persisted operations', () => {
  it.each([
    ['somebody signed in', () => cookie(desk)],
    ['nobody', () => ({})],
    ['a session beside other credentials', () => ({ ...cookie(desk), authorization: 'Basic eDp5' })],
  ])('refuses the document of %s', async (_who, headers) => {
    const answer = await post(guarded, { query: anonymous }, headers());
    expect(answer).toMatchObject({ status: 400, data: undefined, code: 'PERSISTED_ONLY' });
    expect(answer.error.extensions.messages).toEqual({
      zh: expect.stringContaining('令牌'),
      en: expect.stringContaining('token'),
    });
  });

  it.each([
    ['a known hash beside it', () => ({ query: anonymous, ...byHash(hash) })],
    ['its own hash beside it', () => ({ query: anonymous, ...byHash(sha256(anonymous)) })],
    ['an empty text', () => ({ query: '', ...byHash(hash) })],
    ['others in a list', () => [{ query: anonymous }, { query: anonymous }]],
    ['hashes in a list', () => [byHash(hash)]],
    ['nothing at all', () => ({})],
  ])('is not circumvented by %s', async (_what, body) => {
    expect((await post(guarded, body(), cookie(desk))).code).toBe('PERSISTED_ONLY');
  });

  it('knows its operations when they are written out, to the letter', async () => {
    expect(await post(guarded, { query: text, variables }, cookie(desk))).toMatchObject({ status: 200 });
    expect((await post(guarded, { query: `${text} `, variables }, cookie(desk))).code).toBe('PERSISTED_ONLY');
  });

  it('lets tokens send any document, and only valid tokens', async () => {
    expect(await post(guarded, { query: written, variables }, bearer)).toMatchObject({ status: 200 });
    const wrong = { ...cookie(desk), authorization: 'Bearer bf_nothing' };
    expect(await post(guarded, { query: anonymous }, wrong)).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
  });

  it('refuses only because of the setting', async () => {
    expect(await post(open, { query: written, variables }, cookie(guest))).toMatchObject({ status: 200 });
    expect(await post(open, { query: anonymous })).toMatchObject({ status: 200 });
  });
});

describe('manifests', () => {
  it('of several front ends and of former builds are all loaded', async () => {
    const console = await builtFrontEnd('console', 'query One { me { rights } }');
    const phone = await builtFrontEnd('phone', 'query Two { me { mustChangePassword } }');
    cpSync(join(phone, 'assets'), join(console, 'assets'), { recursive: true });
    expect([...readManifests(console).values()].sort()).toEqual([
      'query One{me{rights}}',
      'query Two{me{mustChangePassword}}',
    ]);
  });

  it('whose hashes do not match stop the start', async () => {
    const dist = await builtFrontEnd('console', 'query One { me { rights } }');
    const name = readdirSync(join(dist, 'assets')).find((file) => file.includes('.operations-')) ?? '';
    const place = join(dist, 'assets', name);
    writeFileSync(place, readFileSync(place, 'utf8').replace('rights', 'user{id}'));
    expect(() => readManifests(dist)).toThrow(name);
  });

  it('are absent where no pages are served', () => {
    expect(readManifests(null).size).toBe(0);
    expect(readManifests('/nowhere').size).toBe(0);
  });
});
