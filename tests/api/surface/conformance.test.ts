import { serverAudits } from 'graphql-http';
import { beforeAll, expect, it } from 'vitest';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let url = '';
let cookie = '';

beforeAll(async () => {
  await makeDivisions(test);
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  cookie = `bangfu=${desk.session}`;
  url = `${await test.app.listen(0, '127.0.0.1')}/graphql`;
});

/** Names of the GraphQL-over-HTTP audits by result. */
async function audited(headers: Record<string, string>) {
  const fetchFn = (input: string, init?: RequestInit) =>
    fetch(input, { ...init, headers: { ...headers, ...(init?.headers as Record<string, string>) } });
  const audits = serverAudits({ url: () => url, fetchFn });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const of = (status: string) => results.filter((result) => result.status === status).map(({ name }) => name);
  return { count: results.length, errors: of('error'), warnings: of('warn'), notices: of('notice') };
}

it('passes every audit of GraphQL over HTTP, and reports refusals by status code also for the older media type', async () => {
  const { count, errors, warnings } = await audited({ cookie });
  expect(count).toBeGreaterThan(40);
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    'SHOULD use 200 status code on document parsing failure when accepting application/json',
    'SHOULD use 200 status code on document validation failure when accepting application/json',
    'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  ]);
});

it('answers anonymous requests in the same formats; only the two that need the schema are refused', async () => {
  const { errors } = await audited({});
  expect(errors).toEqual([
    'MUST accept utf-8 encoded request',
    'MUST allow map {variables} parameter when accepting application/json',
  ]);
});
