import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { importSteps, newPhone, roster } from '#tests/factories/lists/imports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';
const { bring } = importSteps(test, countyCode);
let desk: Person;
let villageCode = '';

beforeAll(async () => {
  await loadCounties(test, countyCode);
  desk = await signedIn(test, 'COUNTY_DESK', countyCode);
  const [village] = await test.owner.db.execute<{ code: string }>(
    sql`select code from division where code like ${`${countyCode}______`} order by code limit 1`,
  );
  villageCode = village?.code ?? '';
});

const marked = (text: string) => `\u202a${text.slice(0, 6)}\u200e ${text.slice(6)}\u202c`;

async function namesFound(list: string, field: string, search: string): Promise<string[]> {
  const answer = await test.send<Record<string, { nodes: Record<string, string>[] }>>(
    `query ($search: String!) { ${list}(filter: { search: $search }) { nodes { ${field} } } }`,
    { search },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  return (answer.data?.[list]?.nodes ?? []).map((node) => node[field] ?? '');
}

const create = (headName: string, more: object = {}) =>
  test.send<{ createHousehold: { household: { id: string; headName: string; groupName: string | null } } }>(
    `mutation ($input: CreateHouseholdInput!) {
      createHousehold(input: $input) { household { id headName groupName } } }`,
    { input: { villageCode, headName, headResidentId: residentId(), category: 'SUDDEN', ...more } },
    desk.session,
  );

it('finds imported people by the text that the sheet shows', async () => {
  const ids = [residentId(), residentId(), residentId()];
  const helperPhone = newPhone();
  const done = await bring(
    desk,
    await roster(
      {
        name: '努尔．买买提江',
        id: marked(ids[0] ?? ''),
        helper: '买买提•艾力江',
        phone: marked(helperPhone),
      },
      { name: '项　小　龙', id: ids[1], helper: '买买提•艾力江', phone: helperPhone },
      { name: 'ＡＢＣ项', id: ids[2], helper: '买买提•艾力江', phone: helperPhone },
    ),
  );
  expect(done).toMatchObject({ created: 3, rejected: 0 });
  const shown: [string, string[]][] = [
    ['努尔·买买提江', ['努尔．买买提江', '努尔·买买提江', '努尔•买买提', '尔 . 买', marked(ids[0] ?? '')]],
    ['项小龙', ['项　小　龙', '项 小 龙', '项\u200b小龙', ids[1]?.replace(/(\d{6})/, '$1 ') ?? '']],
    ['ABC项', ['ＡＢＣ', 'abc 项', 'ABC项']],
  ];
  for (const [name, searches] of shown) {
    for (const search of searches) {
      expect(await namesFound('households', 'headName', search)).toEqual([name]);
      expect(await namesFound('members', 'name', search)).toEqual([name]);
    }
  }
  for (const search of ['买买提.艾力江', '买买提 • 艾力江', marked(helperPhone)])
    expect(await namesFound('cadres', 'name', search)).toEqual(['买买提·艾力江']);
  expect(await namesFound('organizations', 'name', '魏县 水利局')).toEqual(['魏县水利局']);
});

it('stores a name typed into a form as an import would store it', async () => {
  for (const name of ['项 小 虎', '项\u200b小\u202e虎', '项\u3000小虎 ', '\u2066项小虎\u2069']) {
    const answer = await create(name, { groupName: ' 第 一　组\u200b' });
    expect(answer.data?.createHousehold.household).toMatchObject({ headName: '项小虎', groupName: '第一组' });
  }
  expect(await namesFound('households', 'headName', '项　小　虎')).toHaveLength(4);
});

it('accepts numbers with invisible characters, and finds their owner', async () => {
  const id = residentId();
  const made = await create('项申', { headResidentId: marked(id), phone: marked('13900140001') });
  expect(made.errors).toBeUndefined();
  const again = await create('项申', { headResidentId: `\u202d${id}\u202c` });
  expect(faultsOf(again)).toEqual({ 'input.headResidentId': 'DUPLICATE_PERSON' });
  expect(await namesFound('households', 'headName', '139-0014\u20110001')).toEqual(['项申']);
});

it('refuses control characters and empty names at their field, in every input with a name', async () => {
  const household = (await create('项酉')).data?.createHousehold.household.id;
  const inputs: [string, string, string, object][] = [
    [
      'createHousehold',
      'CreateHouseholdInput',
      'headName',
      { villageCode, headResidentId: residentId(), category: 'SUDDEN' },
    ],
    [
      'addMember',
      'AddMemberInput',
      'name',
      { householdId: household, relation: 'DAUGHTER', residentId: residentId() },
    ],
    ['createCadre', 'CreateCadreInput', 'name', { divisionCode: countyCode }],
    ['createOrganization', 'CreateOrganizationInput', 'name', { countyCode, level: 'COUNTY' }],
  ];
  for (const [verb, type, field, rest] of inputs) {
    const say = (name: string) =>
      test.send(
        `mutation ($input: ${type}!) { ${verb}(input: $input) { clientMutationId } }`,
        { input: { ...rest, [field]: name } },
        desk.session,
      );
    for (const name of ['项\n戌', '项\u0007戌', '\t项戌', '项戌\u007f'])
      expect(faultsOf(await say(name))).toEqual({ [`input.${field}`]: 'INVALID_TEXT' });
    for (const name of ['', ' \u3000', '\u200b\u202e', '\u3164'])
      expect(faultsOf(await say(name))).toEqual({ [`input.${field}`]: 'REQUIRED_MISSING' });
  }
});
