import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let foreigner: Person;
let villager: Person;
let organizationId: string;
let id: string;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  villager = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const made = await test.send<{ createOrganization: { organization: { id: string } } }>(
    'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } } }',
    { input: { countyCode: places.county, name: '水利局', level: 'COUNTY' } },
    desk.session,
  );
  organizationId = made.data?.createOrganization.organization.id ?? '';
});

interface Made {
  createCadre: { cadre: { id: string } };
}
const create = `mutation ($input: CreateCadreInput!) {
  createCadre(input: $input) { cadre { id name phoneMasked status version organization { name } division { name } } } }`;
const update = `mutation ($input: UpdateCadreInput!) {
  updateCadre(input: $input) { cadre { name phoneMasked jobTitle version organization { name } } } }`;
const list = `query ($filter: CadreFilter) { cadres(filter: $filter) { nodes { name } } }`;
const newCadre = (more: object = {}) => ({
  name: '解明',
  divisionCode: places.township,
  phone: '13800000001',
  organizationId,
  ...more,
});

it('creates a cadre with the phone encrypted and masked', async () => {
  const answer = await test.send<Made>(create, { input: newCadre() }, desk.session);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({
    createCadre: {
      cadre: {
        phoneMasked: '****0001',
        status: 'ACTIVE',
        organization: { name: '水利局' },
        division: { name: '魏城镇' },
      },
    },
  });
  id = answer.data?.createCadre.cadre.id ?? '';
  const [row] = await test.owner.db.select().from(cadre);
  expect(row?.phoneCipher?.toString('latin1')).not.toContain('13800000001');
  const [audited] = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.action, 'createCadre'));
  expect(String(audited?.after)).toContain('****0001');
  expect(String(audited?.after)).not.toContain('13800000001');
});

it('names what is invalid, at its field', async () => {
  const phone = await test.send(create, { input: newCadre({ phone: '12345' }) }, desk.session);
  expect(phone.errors?.[0]?.extensions.fields).toMatchObject({ 'input.phone': { code: 'PHONE_INVALID' } });
  const taken = await test.send(create, { input: newCadre({ name: '另一人' }) }, desk.session);
  expect(taken.errors?.[0]?.extensions.fields).toMatchObject({ 'input.phone': { code: 'ALREADY_EXISTS' } });
  const away = await test.send(
    create,
    { input: newCadre({ phone: null, divisionCode: places.foreignTownship }) },
    desk.session,
  );
  expect(away.errors?.[0]?.extensions.fields).toMatchObject({ 'input.divisionCode': { code: 'NOT_FOUND' } });
  const foreign = await test.send(
    create,
    { input: newCadre({ divisionCode: places.foreignTownship }) },
    foreigner.session,
  );
  expect(foreign.errors?.[0]?.extensions.fields).toMatchObject({
    'input.organizationId': { code: 'NOT_FOUND' },
  });
});

it('changes given fields, empties null ones, and refuses a stale change', async () => {
  const input = { id, expectedVersion: 1, jobTitle: '科员', organizationId: null };
  const answer = await test.send(update, { input }, desk.session);
  expect(answer.data).toEqual({
    updateCadre: {
      cadre: { name: '解明', phoneMasked: '****0001', jobTitle: '科员', version: 2, organization: null },
    },
  });
  const stale = await test.send(update, { input }, desk.session);
  expect(stale.errors?.[0]?.extensions.code).toBe('CONFLICT');
  await test.send(update, { input: { id, expectedVersion: 2, organizationId } }, desk.session);
});

it('lets the whole county look up a cadre, and no other county', async () => {
  const mine = await test.send(list, {}, villager.session);
  expect(mine.data).toEqual({ cadres: { nodes: [{ name: '解明' }] } });
  const others = await test.send(list, {}, foreigner.session);
  expect(others.data).toEqual({ cadres: { nodes: [] } });
  const foreign = await test.send(update, { input: { id, expectedVersion: 3 } }, foreigner.session);
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it.each(['解', 'xieming', 'xm', '138 0000 0001'])('finds a cadre by %s', async (search) => {
  const answer = await test.send(list, { filter: { search } }, desk.session);
  expect(answer.data).toEqual({ cadres: { nodes: [{ name: '解明' }] } });
});

it('filters by organization, division and status', async () => {
  const hits = { organizationId, divisionCode: places.township, status: ['ACTIVE'] };
  const found = await test.send(list, { filter: hits }, desk.session);
  expect(found.data).toEqual({ cadres: { nodes: [{ name: '解明' }] } });
  for (const filter of [{ divisionCode: places.otherTownship }, { status: ['LEFT'] }]) {
    const none = await test.send(list, { filter }, desk.session);
    expect(none.data).toEqual({ cadres: { nodes: [] } });
  }
  const below = await test.send(
    'query ($id: ID!) { organization(id: $id) { cadres { totalCount nodes { name } } } }',
    { id: organizationId },
    desk.session,
  );
  expect(below.data).toEqual({ organization: { cadres: { totalCount: 1, nodes: [{ name: '解明' }] } } });
});
