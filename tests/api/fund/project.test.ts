import { beforeAll, expect, it } from 'vitest';
import { globalId, newId } from '#platform/core/ids.ts';
import { organization } from '#schema/organization/organization.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
expectWords(test);
let desk: Person;
let reviewer: Person;
const unitOf: Record<string, string> = {};

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  reviewer = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  for (const countyCode of [places.county, places.otherCounty]) {
    const id = newId();
    const createdAt = test.clock.now().toISOString();
    await test.owner.db
      .insert(organization)
      .values({ countyCode, id, name: '农业农村局', pinyin: '', level: 'COUNTY', createdAt });
    unitOf[countyCode] = globalId('Organization', countyCode, id);
  }
});

interface Made {
  createProject: { project: { id: string } };
}
const create = `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
  project { id number name kind year budget division { code } organization { name } version } } }`;
const update = `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) {
  project { number budget content division { code } organization { name } version } } }`;

const sheds = () => ({
  divisionCode: places.village,
  name: '南关村温室大棚',
  kind: 'INDUSTRY',
  year: 2026,
  budget: '1234567.89',
  number: 'XM-2026-001',
  organizationId: unitOf[places.county],
});
const make = (more: object = {}, who = desk) =>
  test.send<Made>(create, { input: { ...sheds(), ...more } }, who.session);
let id: string;

it('puts a project on file, to the fen', async () => {
  const answer = await make();
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.createProject.project).toMatchObject({
    number: 'XM-2026-001',
    budget: '1234567.89',
    division: { code: places.village },
    organization: { name: '农业农村局' },
    version: 1,
  });
  id = answer.data?.createProject.project.id ?? '';
});

it.each([
  [{}, 'input.number', 'ALREADY_EXISTS'],
  [{ number: null, budget: '1.234' }, 'input.budget', 'MONEY_INVALID'],
  [{ number: null, budget: '-1.00' }, 'input.budget', 'OUT_OF_RANGE'],
  [{ number: null, budget: '１２' }, 'input.budget', 'MONEY_INVALID'],
  [{ number: null, budget: '1e9' }, 'input.budget', 'MONEY_INVALID'],
  [{ number: null, year: 1999 }, 'input.year', 'OUT_OF_RANGE'],
  [{ number: null, name: ' ' }, 'input.name', 'REQUIRED_MISSING'],
  [
    { number: null, divisionCode: places.foreignVillage, organizationId: null },
    'input.divisionCode',
    'NOT_FOUND',
  ],
])('refuses %j at its field', async (more, path, code) => {
  expect(faultsOf(await make(more))).toEqual({ [path]: code });
});

it('refuses a unit of another county as if it were not there', async () => {
  const answer = await make({ number: null, organizationId: unitOf[places.otherCounty] });
  expect(faultsOf(answer)).toEqual({ 'input.organizationId': 'NOT_FOUND' });
});

it('changes what is sent, and refuses a stale change', async () => {
  const input = { id, expectedVersion: 1, budget: null, content: '两座大棚', organizationId: null };
  const answer = await test.send(update, { input }, desk.session);
  expect(answer.data).toMatchObject({
    updateProject: { project: { budget: null, content: '两座大棚', organization: null, version: 2 } },
  });
  const stale = await test.send(update, { input: { ...input, content: '三座' } }, desk.session);
  expect(stale.errors?.[0]?.extensions.code).toBe('CONFLICT');
});

it('lets a township keep its own projects and none of its neighbours', async () => {
  expect((await make({ number: null, name: '南关村水渠' }, reviewer)).errors).toBeUndefined();
  const elsewhere = { number: null, divisionCode: places.otherVillage };
  expect(faultsOf(await make(elsewhere, reviewer))).toEqual({ 'input.divisionCode': 'NOT_FOUND' });
  expect((await make({ ...elsewhere, name: '外镇水渠' })).errors).toBeUndefined();
  const list = 'query { projects { nodes { name } } }';
  const seen = await test.send<{ projects: { nodes: { name: string }[] } }>(list, {}, reviewer.session);
  expect(seen.data?.projects.nodes.map(({ name }) => name).sort()).toEqual(['南关村水渠', '南关村温室大棚']);
  const moved = { id, expectedVersion: 2, divisionCode: places.otherVillage };
  expect(faultsOf(await test.send(update, { input: moved }, reviewer.session))).toEqual({
    'input.divisionCode': 'NOT_FOUND',
  });
});

it('finds it by its name, initials, number and kind', async () => {
  const find = async (filter: object) => {
    const answer = await test.send<{ projects: { totalCount: number } }>(
      'query ($filter: ProjectFilter) { projects(filter: $filter) { totalCount } }',
      { filter },
      desk.session,
    );
    return answer.data?.projects.totalCount;
  };
  expect(await find({ search: '温室' })).toBe(1);
  expect(await find({ search: 'wsdp' })).toBe(1);
  expect(await find({ number: 'XM-2026-001' })).toBe(1);
  expect(await find({ kind: ['EMPLOYMENT'] })).toBe(0);
  expect(await find({ year: 2026 })).toBe(3);
});
