import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readManifests } from '#api/http/persisted-manifests.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';
import { frontEnds } from '#tests/setup/front-end.ts';

/** Parsed texts, in order; counted in the library itself, before anything imports it. */
const parsed = await vi.hoisted(async () => {
  const { createRequire } = await import('node:module');
  const parser = createRequire(import.meta.url)('graphql/language/parser.js');
  const texts: string[] = [];
  const { parse } = parser;
  parser.parse = (source: string, options: object) => {
    texts.push(source);
    return parse(source, options);
  };
  return texts;
});

const builtFrontEnd = frontEnds();
let dist = '';
const test = testApp(async () => {
  dist = await builtFrontEnd('console', 'query Name { divisions(first: 1) { nodes { name } } }');
  return { adminDist: dist };
});
let session = '';

beforeAll(async () => {
  await makeDivisions(test);
  ({ session } = await signedIn(test, 'COUNTY_DESK', places.county));
});
beforeEach(() => {
  parsed.length = 0;
});

async function sendBody(body: object): Promise<number> {
  const headers = { cookie: `bangfu=${session}` };
  return (await test.app.http.inject({ method: 'POST', url: '/graphql', headers, payload: body })).statusCode;
}

it('parses a persisted operation once, whoever asks and however often', async () => {
  const [[hash, text] = ['', '']] = readManifests(dist);
  const body = { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
  for (let times = 0; times < 3; times += 1) expect(await sendBody(body)).toBe(200);
  expect(await sendBody({ query: text })).toBe(200);
  expect(parsed).toEqual([text]);
});

it('parses each new document', async () => {
  const documents = [
    '{ divisions(first: 2) { nodes { name } } }',
    '{ divisions(first: 3) { nodes { name } } }',
  ];
  for (const query of documents) expect(await sendBody({ query })).toBe(200);
  expect(parsed).toEqual(documents);
});
