import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let foreigner: Person;
let id: string;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
});

interface Made {
  createOrganization: { organization: { id: string } };
}
const create = `mutation ($input: CreateOrganizationInput!) {
  createOrganization(input: $input) { organization { id name level version county { name } } } }`;
const update = `mutation ($input: UpdateOrganizationInput!) {
  updateOrganization(input: $input) { organization { name level version } } }`;
const search = `query ($search: String) { organizations(filter: { search: $search }) { nodes { name } totalCount } }`;

it('creates an organization, with an audit row', async () => {
  const input = { countyCode: places.county, name: ' 水利局 ', level: 'COUNTY' };
  const answer = await test.send<Made>(create, { input }, desk.session);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({
    createOrganization: { organization: { name: '水利局', version: 1, county: { name: '魏县' } } },
  });
  id = answer.data?.createOrganization.organization.id ?? '';
  const audited = await test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.action, 'createOrganization'));
  expect(audited).toHaveLength(1);
});

it('refuses the same name twice in a county, but not in another', async () => {
  const input = { countyCode: places.county, name: '水利局', level: 'COUNTY' };
  const twice = await test.send(create, { input }, desk.session);
  expect(twice.errors?.[0]?.extensions).toMatchObject({
    code: 'ALREADY_EXISTS',
    fields: { 'input.name': { code: 'ALREADY_EXISTS' } },
  });
  const there = { ...input, countyCode: places.otherCounty };
  expect((await test.send(create, { input: there }, foreigner.session)).errors).toBeUndefined();
});

it('refuses an empty name and a county out of reach', async () => {
  const empty = { countyCode: places.county, name: '  ', level: 'COUNTY' };
  const answer = await test.send(create, { input: empty }, desk.session);
  expect(answer.errors?.[0]?.extensions.fields).toMatchObject({ 'input.name': { code: 'REQUIRED_MISSING' } });
  const foreign = { countyCode: places.otherCounty, name: '教育局', level: 'COUNTY' };
  const other = await test.send(create, { input: foreign }, desk.session);
  expect(other.errors?.[0]?.extensions.fields).toMatchObject({ 'input.countyCode': { code: 'NOT_FOUND' } });
});

it('changes it, refuses a stale change and one of another county', async () => {
  const input = { id, expectedVersion: 1, level: 'CITY' };
  const answer = await test.send(update, { input }, desk.session);
  expect(answer.data).toEqual({
    updateOrganization: { organization: { name: '水利局', level: 'CITY', version: 2 } },
  });
  const stale = await test.send(update, { input }, desk.session);
  expect(stale.errors?.[0]?.extensions.code).toBe('CONFLICT');
  const foreign = await test.send(update, { input: { ...input, expectedVersion: 2 } }, foreigner.session);
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it.each(['水利', 'shuili', 'slj'])('finds it by %s', async (text) => {
  const answer = await test.send(search, { search: text }, desk.session);
  expect(answer.data).toEqual({ organizations: { nodes: [{ name: '水利局' }], totalCount: 1 } });
});
