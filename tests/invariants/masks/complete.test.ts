import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { catalog } from '#server/modules.ts';
import { exportSteps } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type Answer, testApp } from '#tests/setup/app.ts';
import { broken, fitting, type Victim } from './attack.ts';

const test = testApp();
const exporting = exportSteps(test);
const schema: GraphQLSchema = createSchema();
const victims: Victim[] = [];
const people = new Map<RoleKey, Person>();
const roles = Object.keys(rightsOfRole) as RoleKey[];
const mayReveal = (role: RoleKey) => (rightsOfRole[role] as readonly string[]).includes('personal.reveal');
const desk = () => people.get('COUNTY_DESK') as Person;

beforeAll(async () => {
  await makeDivisions(test);
  for (const role of roles) people.set(role, await signedIn(test, role, places.county));
  for (let at = 0; at < 12; at += 1) await makeFamily(at);
}, 180_000);

/**
 * A household with a phone, a head and a child with a birth certificate, both changed once, so that the trail mentions
 * them.
 */
async function makeFamily(at: number): Promise<void> {
  const head = {
    residentId: residentId(`19${50 + at}0${1 + (at % 9)}1${at % 9}`),
    phone: `1380000${3000 + at}`,
  };
  const child = { residentId: residentId(`200${at % 10}11${10 + at}`), phone: `1390000${4000 + at}` };
  victims.push(head, child);
  const act = async (document: string, input: object) => {
    const answer = await test.send<{ done: { row: { id: string; version: number } } }>(
      document,
      { input },
      desk().session,
    );
    if (!answer.data?.done) throw new Error(JSON.stringify(answer.errors));
    return answer.data.done.row;
  };
  const household = await act(
    'mutation ($input: CreateHouseholdInput!) { done: createHousehold(input: $input) { row: household { id version } } }',
    {
      villageCode: places.village,
      headName: '甲测试',
      headResidentId: head.residentId,
      phone: head.phone,
      category: 'ORDINARY',
    },
  );
  const member = await act(
    'mutation ($input: AddMemberInput!) { done: addMember(input: $input) { row: member { id version } } }',
    {
      householdId: household.id,
      name: '乙测试',
      relation: 'SON',
      documentKind: 'DISABILITY_CERTIFICATE',
      residentId: `${child.residentId}43`,
      phone: child.phone,
    },
  );
  await act(
    'mutation ($input: UpdateMemberInput!) { done: updateMember(input: $input) { row: member { id version } } }',
    { id: member.id, expectedVersion: member.version, workMonths: 3 },
  );
  await act(
    'mutation ($input: CreateCadreInput!) { done: createCadre(input: $input) { row: cadre { id version } } }',
    { name: '丙测试', divisionCode: places.county, phone: `1370000${5000 + at}` },
  );
  victims.push({ residentId: residentId(), phone: `1370000${5000 + at}` });
}

/** All fields of a row, and of what it belongs to. */
function selection(entity: Entity): string {
  const leaves = (name: string) => {
    const type = schema.getType(name);
    const fields: GraphQLField<unknown, unknown>[] = isObjectType(type)
      ? Object.values(type.getFields())
      : [];
    return fields
      .filter((field) => field.args.length === 0 && isLeafType(getNamedType(field.type)))
      .map((field) => field.name)
      .join(' ');
  };
  const related = Object.entries(entity.relations)
    .filter(([, { kind }]) => kind !== 'list')
    .map(([name, relation]) => `${name} { ${leaves(relation.target().name)} }`);
  return `${leaves(entity.name)} ${related.join(' ')}`;
}

interface Page {
  list: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null;
}

async function rowsFor(person: Person, entity: Entity): Promise<unknown[]> {
  const document = `query ($after: String) { list: ${entity.query.list}(first: 25, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ${selection(entity)} } } }`;
  const rows: unknown[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<Page> = await test.send<Page>(document, { after }, person.session);
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions.code));
    expect([...codes].filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    const { nodes = [], pageInfo } = answer.data?.list ?? {};
    rows.push(...nodes);
    after = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return rows;
}

const listed = entitiesIn(catalog).filter(({ query }) => query.list);

it.each(roles.filter((role) => !mayReveal(role)))(
  '%s cannot complete a number from all they may read',
  async (role) => {
    const person = people.get(role) as Person;
    const rows: unknown[] = [];
    for (const entity of listed) rows.push(...(await rowsFor(person, entity)));
    expect(broken(rows, victims)).toEqual([]);
  },
);

it('finds the numbers where birth dates stand beside masks, for viewers who may see them anyway', async () => {
  const member = listed.find(({ name }) => name === 'Member') as Entity;
  const found = broken(await rowsFor(desk(), member), victims).map(({ residentId: id }) => id);
  expect(found).toHaveLength(24);
});

it.each(roles.filter(mayReveal))('%s finds none in the audit trail and outside of members', async (role) => {
  const rows: unknown[] = [];
  for (const entity of listed)
    if (entity.name !== 'Member' && entity.name !== 'Household')
      rows.push(...(await rowsFor(people.get(role) as Person, entity)));
  expect(rows.length).toBeGreaterThan(20);
  expect(broken(rows, victims)).toEqual([]);
});

it.each(['Member', 'Household', 'Cadre', 'AuditEvent'])(
  'writes no number that can be completed to an export of %s',
  async (type) => {
    const lines = await exporting.lines(desk(), { type });
    expect(lines.length).toBeGreaterThan(10);
    expect(broken(lines, victims)).toEqual([]);
  },
);

it('writes birth dates to no file, whoever asks', async () => {
  const refused = await exporting.start(desk(), { type: 'Member', fields: ['name', 'birthOn'] });
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'FORBIDDEN',
    fields: { 'input.fields.1': { code: 'FORBIDDEN' } },
  });
  const workbook = await exporting.run(desk(), { type: 'Member', format: 'XLSX' });
  expect(workbook.fields).toContain('birthYear');
  expect(workbook.fields).not.toContain('birthOn');
});

it('leaves dozens of candidates to somebody who knows only the year', () => {
  for (const { residentId: id } of victims) expect(fitting(Number(id.slice(6, 10)), id)).toBeGreaterThan(25);
});
