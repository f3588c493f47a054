import { count, eq, getTableColumns } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import {
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId } from '#platform/core/ids.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { catalog } from '#server/modules.ts';
import { claimInput, sendClaimVerb } from '#tests/factories/money/claims.ts';
import { makeFund, makeFundLine } from '#tests/factories/money/funds.ts';
import { grantRole, makeUser, type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const schema = createSchema();
let desk: Person;
const ids: Record<string, string> = {};

/** Fields in which null says something although the record always has a value. */
const meantByNull: Readonly<Record<string, string>> = {
  'Member.health': 'no list',
  'Member.hasDibao': 'no',
  'Member.sex': 'as the document says',
};
/** What cannot be sent back as it is shown. */
const notSentBack: Readonly<Record<string, string>> = {
  'Member.sex': 'must agree with the number, which these samples do not',
  'Member.birthOn': 'must agree with the number, which these samples do not',
};

interface Verb {
  readonly name: string;
  readonly type: string;
  readonly input: GraphQLInputObjectType;
  readonly shown: Readonly<Record<string, GraphQLField<unknown, unknown>>>;
}

/** Every mutation that edits a record by the fields that are sent. */
const verbs = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }): Verb[] => {
  const input = getNamedType(args[0]?.type);
  const type = /^update(\w+)$/.exec(name)?.[1];
  const output = type && schema.getType(type);
  if (!isInputObjectType(input) || !isObjectType(output)) return [];
  return [{ name, type: output.name, input, shown: output.getFields() }];
});
const editable = ({ input }: Verb) =>
  Object.values(input.getFields()).filter(
    ({ name, type }) => !isNonNullType(type) && name !== 'clientMutationId',
  );
const columnsOf = ({ type }: Verb): Record<string, PgColumn | undefined> => {
  const entity = entitiesIn(catalog).find(({ name }) => name === type);
  return entity ? getTableColumns(entity.table) : {};
};
const nulls = verbs.flatMap((verb) =>
  editable(verb)
    .filter(({ name }) => {
      if (`${verb.type}.${name}` in meantByNull) return false;
      const column = columnsOf(verb)[name];
      return column ? column.notNull : isNonNullType(verb.shown[name]?.type);
    })
    .map(({ name }) => [verb, name] as const),
);

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  await grantRole(test, desk.userId, 'FUND_ACCOUNTANT', places.county);
  const household = await makeHousehold(test);
  const { userId } = await makeUser(test, { role: 'VILLAGE_CADRE', divisionCode: places.village });
  ids.Household = household.globalId;
  ids.Member = globalId('Member', places.county, household.headId);
  ids.Cadre = globalId('Cadre', places.county, (await makeCadre(test)).id);
  ids.User = globalId('User', userId);
  ids.County = globalId('County', places.county);
  const fund = await makeFund(test);
  const claim = await sendClaimVerb(test, 'openClaim', claimInput(household), desk);
  ids.Claim = claim.claim?.id ?? '';
  ids.Fund = fund.globalId;
  const { documentId } = await makeFundLine(test, fund, 100n);
  ids.FundDocument = globalId('FundDocument', places.county, documentId);
  const made = await test.send<{ createOrganization: { organization: { id: string } } }>(
    `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } } }`,
    { input: { countyCode: places.county, name: '魏县水利局', level: 'COUNTY' } },
    desk.session,
  );
  ids.Organization = made.data?.createOrganization.organization.id ?? '';
  const project = await test.send<{ createProject: { project: { id: string } } }>(
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`,
    { input: { divisionCode: places.village, name: '温室大棚', kind: 'INDUSTRY', year: 2026 } },
    desk.session,
  );
  ids.Project = project.data?.createProject.project.id ?? '';
  // The name of a sample account lacks its pinyin until it is given by the API.
  const user = verbs.find(({ type }) => type === 'User');
  if (user) await send(user, { displayName: '测试人员' }, 1);
});

/** The record as it is shown, in the fields that the input has too. */
async function shownOf(verb: Verb): Promise<Record<string, unknown> & { version: number }> {
  const names = editable(verb)
    .map(({ name }) => name)
    .filter((name) => {
      const field = verb.shown[name];
      return field && isLeafType(getNamedType(field.type)) && !(`${verb.type}.${name}` in notSentBack);
    });
  const document = `query ($id: ID!) { node(id: $id) { ... on ${verb.type} { version ${names.join(' ')} } } }`;
  const answer = await test.send<{ node: Record<string, unknown> & { version: number } }>(
    document,
    { id: ids[verb.type] },
    desk.session,
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.node;
}

async function send({ name, type, input }: Verb, fields: object, expectedVersion: number) {
  const document = `mutation ($input: ${input.name}!) { ${name}(input: $input) { __typename } }`;
  return test.send(document, { input: { id: ids[type], expectedVersion, ...fields } }, desk.session);
}

async function acts({ name }: Verb): Promise<number> {
  const [found] = await test.owner.db
    .select({ rows: count() })
    .from(auditEvent)
    .where(eq(auditEvent.action, name));
  return found?.rows ?? 0;
}

it('looks at every verb that edits a record', () => {
  const types = verbs.map(({ type }) => type).sort();
  expect(types).toEqual([
    'Cadre',
    'Claim',
    'County',
    'Fund',
    'FundDocument',
    'Household',
    'Member',
    'Organization',
    'Project',
    'User',
  ]);
  expect(nulls.length).toBeGreaterThan(8);
});

describe('null for what a record must have is refused at its field', () => {
  it.each(nulls.map(([verb, field]) => [verb.name, field, verb] as const))(
    '%s: %s',
    async (_name, field, verb) => {
      const before = await shownOf(verb);
      const answer = await send(verb, { [field]: null }, before.version);
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [`input.${field}`]: { code: 'REQUIRED_MISSING' } },
      });
      expect(await shownOf(verb)).toEqual(before);
    },
  );
});

describe('what changes nothing raises no version and is not on record', () => {
  it.each(verbs.map((verb) => [verb.name, verb] as const))('%s', async (_name, verb) => {
    const { version, ...values } = await shownOf(verb);
    const before = await acts(verb);
    expect(Object.keys(values).length).toBeGreaterThan(0);
    for (const fields of [{}, values]) expect((await send(verb, fields, version)).errors).toBeUndefined();
    expect(await shownOf(verb)).toEqual({ version, ...values });
    expect(await acts(verb)).toBe(before);
  });

  it.each([
    ['updateHousehold', 'phone', '13800001111'],
    ['updateCadre', 'phone', '13800002222'],
    ['updateMember', 'phone', '13800003333'],
  ])(
    '%s: but a number that is sent, lest somebody confirms a guess unnoticed',
    async (name, field, number) => {
      const verb = verbs.find((one) => one.name === name);
      if (!verb) throw new Error(`no ${name}`);
      const { version } = await shownOf(verb);
      const before = await acts(verb);
      for (const expected of [version, version + 1])
        expect((await send(verb, { [field]: number }, expected)).errors).toBeUndefined();
      expect((await shownOf(verb)).version).toBe(version + 2);
      expect(await acts(verb)).toBe(before + 2);
    },
  );
});
