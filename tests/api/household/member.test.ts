import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { member } from '#schema/household/member.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
expectWords(test);
let desk: Person;
let foreigner: Person;
let neighbour: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
});

interface Row {
  id: string;
  version: number;
}
const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) {
  member { id version name relation sex birthOn residentIdMasked phoneMasked health hasDibao } household { memberCount } } }`;
const update = `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) {
  member { name sex birthOn documentKind residentIdMasked relation version } household { headName headIdMasked } } }`;
const leave = `mutation ($input: MemberLeavesInput!) { memberLeaves(input: $input) {
  member { leftOn leftReason } household { memberCount members { name } } } }`;
const changeHead = `mutation ($input: ChangeHeadInput!) { changeHead(input: $input) {
  household { headName headIdMasked version members { name relation } } } }`;

const addMember = (input: object, person = desk) =>
  test.send<{ addMember: { member: Row } }>(add, { input }, person.session);

it('adds a member with sex and birth date taken from the identity number, encrypted and masked', async () => {
  const household = await makeHousehold(test);
  const number = residentId('19850203');
  const answer = await addMember({
    householdId: household.globalId,
    name: '乙测试',
    relation: 'SPOUSE',
    residentId: number,
    phone: '13800000002',
    health: ['CHRONIC', 'DISABLED'],
    hasDibao: true,
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.addMember).toMatchObject({
    member: {
      birthOn: '1985-02-03',
      residentIdMasked: `****${number.slice(14)}`,
      phoneMasked: '****0002',
      health: ['CHRONIC', 'DISABLED'],
      hasDibao: true,
    },
    household: { memberCount: 2 },
  });
  const [audited] = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.action, 'addMember'));
  expect(String(audited?.after)).not.toContain(number);
});

it('adds a newborn by name and birth date', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const newborn = { householdId, name: '小测试', relation: 'DAUGHTER', documentKind: 'NONE_YET' };
  expect(faultsOf(await addMember(newborn))).toEqual({ 'input.birthOn': 'REQUIRED_MISSING' });
  const answer = await addMember({ ...newborn, birthOn: '2026-11-01', sex: 'FEMALE' });
  expect(answer.data?.addMember.member).toMatchObject({ sex: 'FEMALE', residentIdMasked: null });
});

it('names what is invalid about a member, at its field', async () => {
  const household = await makeHousehold(test);
  const other = await makeHousehold(test);
  const input = (more: object) => ({
    householdId: household.globalId,
    name: '丙测试',
    relation: 'SON',
    residentId: residentId('20100203'),
    ...more,
  });
  const cases: [object, Record<string, string>][] = [
    [{ relation: 'HEAD' }, { 'input.relation': 'HEAD_EXISTS' }],
    [{ residentId: '130499201002030' }, { 'input.residentId': 'ID_LENGTH' }],
    [{ residentId: null }, { 'input.residentId': 'REQUIRED_MISSING' }],
    [{ birthOn: '2010-02-04' }, { 'input.birthOn': 'ID_BIRTH_MISMATCH' }],
    [{ residentId: other.headResidentId }, { 'input.residentId': 'DUPLICATE_PERSON' }],
    [{ health: ['HEALTHY', 'CHRONIC'] }, { 'input.health': 'HEALTH_CONTRADICTS' }],
    [{ education: 'ILLITERATE', schoolStatus: 'PRESCHOOL' }, { 'input.schoolStatus': 'PUPIL_XOR_EDUCATION' }],
    [{ workMonths: 13 }, { 'input.workMonths': 'OUT_OF_RANGE' }],
    [{ phone: '110' }, { 'input.phone': 'PHONE_INVALID' }],
    [{ name: ' ' }, { 'input.name': 'REQUIRED_MISSING' }],
  ];
  for (const [more, expected] of cases) expect(faultsOf(await addMember(input(more)))).toEqual(expected);
  expect(faultsOf(await addMember(input({}), foreigner))).toEqual({ 'input.householdId': 'NOT_FOUND' });
  expect(faultsOf(await addMember(input({}), neighbour))).toEqual({ 'input.householdId': 'NOT_FOUND' });
  const rows = await test.owner.db.select().from(member).where(eq(member.householdId, household.id));
  expect(rows).toHaveLength(1);
});

it('refuses a name that contains a personal number, because names are shown to everyone', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const one = { householdId, relation: 'SON', documentKind: 'NONE_YET', birthOn: '2020-01-02' };
  for (const name of ['丁测试(139 0000 1111)', '丁测试130499202001020018', '丁测试１３９００００１１１１'])
    expect(faultsOf(await addMember({ ...one, name }))).toEqual({ 'input.name': 'NAME_HOLDS_NUMBER' });
  expect((await addMember({ ...one, name: '丁测试2' })).errors).toBeUndefined();
});

it('lets a head have one spouse', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const spouse = () => ({ householdId, name: '丁测试', relation: 'SPOUSE', residentId: residentId() });
  expect((await addMember(spouse())).errors).toBeUndefined();
  expect(faultsOf(await addMember(spouse()))).toEqual({ 'input.relation': 'TWO_SPOUSES' });
});

it('updates the household when its head changes', async () => {
  const household = await makeHousehold(test, { headName: '旧名' });
  const number = residentId('19600101');
  const answer = await test.send(
    update,
    {
      input: {
        id: `Member:${household.countyCode}:${household.headId}`,
        expectedVersion: 1,
        name: '新名',
        residentId: number,
      },
    },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.updateMember).toMatchObject({
    member: { name: '新名', birthOn: '1960-01-01', version: 2 },
    household: { headName: '新名', headIdMasked: `****${number.slice(14)}` },
  });
});

it('checks input against the document on record, and refuses stale changes and those of other counties', async () => {
  const household = await makeHousehold(test);
  const id = `Member:${household.countyCode}:${household.headId}`;
  const send = (more: object, person = desk) =>
    test.send(update, { input: { id, expectedVersion: 1, ...more } }, person.session);
  const wrongSex = Number(household.headResidentId.charAt(16)) % 2 === 1 ? 'FEMALE' : 'MALE';
  expect(faultsOf(await send({ sex: wrongSex }))).toEqual({ 'input.sex': 'ID_SEX_MISMATCH' });
  expect(faultsOf(await send({ relation: 'SON' }))).toEqual({ 'input.relation': 'HEAD_MISSING' });
  expect(faultsOf(await send({ expectedVersion: 9 }))).toEqual({ 'input.expectedVersion': 'STALE_VERSION' });
  expect(faultsOf(await send({ name: '甲' }, foreigner))).toEqual({ 'input.id': 'NOT_FOUND' });
  expect(faultsOf(await send({ name: '甲' }, neighbour))).toEqual({ 'input.id': 'NOT_FOUND' });
});

it('makes the spouse the head, and then lets the former head leave', async () => {
  const household = await makeHousehold(test, { headName: '老测试' });
  const householdId = household.globalId;
  const spouse = { householdId, name: '伴测试', relation: 'SPOUSE', residentId: residentId() };
  const memberId = (await addMember(spouse)).data?.addMember.member.id;
  const headId = `Member:${household.countyCode}:${household.headId}`;
  const going = { id: headId, expectedVersion: 1, leftOn: '2026-11-01', reason: 'DEATH' };
  expect(faultsOf(await test.send(leave, { input: going }, desk.session))).toEqual({
    'input.id': 'HEAD_CANNOT_LEAVE',
  });
  const head = { householdId, memberId, expectedVersion: 1 };
  const changed = await test.send(changeHead, { input: head }, desk.session);
  expect(changed.errors).toBeUndefined();
  expect(changed.data?.changeHead).toMatchObject({
    household: {
      headName: '伴测试',
      headIdMasked: `****${spouse.residentId.slice(14)}`,
      members: [
        { name: '伴测试', relation: 'HEAD' },
        { name: '老测试', relation: 'SPOUSE' },
      ],
    },
  });
  const again = await test.send(changeHead, { input: { ...head, expectedVersion: 2 } }, desk.session);
  expect(faultsOf(again)).toEqual({ 'input.memberId': 'ALREADY_HEAD' });
  const future = { ...going, expectedVersion: 2, leftOn: '2026-11-11' };
  expect(faultsOf(await test.send(leave, { input: future }, desk.session))).toEqual({
    'input.leftOn': 'DATE_IN_FUTURE',
  });
  const gone = await test.send(leave, { input: { ...going, expectedVersion: 2 } }, desk.session);
  expect(gone.data).toEqual({
    memberLeaves: {
      member: { leftOn: '2026-11-01', leftReason: 'DEATH' },
      household: { memberCount: 1, members: [{ name: '伴测试' }] },
    },
  });
});

it('lets a former member join another household', async () => {
  const first = await makeHousehold(test);
  const second = await makeHousehold(test);
  const number = residentId();
  const person = { name: '女测试', relation: 'DAUGHTER', residentId: number };
  const added = await addMember({ householdId: first.globalId, ...person });
  const there = { householdId: second.globalId, ...person, relation: 'DAUGHTER_IN_LAW' };
  expect(faultsOf(await addMember(there))).toEqual({ 'input.residentId': 'DUPLICATE_PERSON' });
  const id = added.data?.addMember.member.id;
  const input = { id, expectedVersion: 1, leftOn: '2026-10-01', reason: 'MARRIED_OUT' };
  await test.send(leave, { input }, desk.session);
  expect((await addMember(there)).errors).toBeUndefined();
  const late = { id, expectedVersion: 2, name: '改' };
  expect(faultsOf(await test.send(update, { input: late }, desk.session))).toEqual({
    'input.id': 'MEMBER_LEFT',
  });
});

it('adds nobody twice, also without a number, and nobody who has died', async () => {
  const household = await makeHousehold(test);
  const child = { name: '双测试', relation: 'SON', documentKind: 'NONE_YET', birthOn: '2026-05-01' };
  const born = { ...child, householdId: household.globalId };
  const first = await addMember(born);
  expect(first.errors).toBeUndefined();
  expect(faultsOf(await addMember({ ...born, name: ' 双 测试' }))).toEqual({
    'input.name': 'POSSIBLE_DUPLICATE',
  });
  const numbered = {
    ...born,
    documentKind: 'RESIDENT_ID',
    residentId: residentId('20260501'),
    birthOn: undefined,
  };
  expect(faultsOf(await addMember(numbered))).toEqual({ 'input.name': 'POSSIBLE_DUPLICATE' });
  const elsewhere = await makeHousehold(test);
  expect(
    (await addMember({ ...born, householdId: elsewhere.globalId, name: '双另人' })).errors,
  ).toBeUndefined();
  const { id, version } = first.data?.addMember.member ?? { id: '', version: 0 };
  const died = { id, expectedVersion: version, leftOn: '2026-06-01', reason: 'DEATH' };
  expect((await test.send(leave, { input: died }, desk.session)).errors).toBeUndefined();
  for (const { globalId: householdId } of [household, elsewhere])
    expect(faultsOf(await addMember({ ...born, householdId }))).toEqual({ 'input.name': 'PERSON_DIED' });
  expect(faultsOf(await addMember(numbered))).toEqual({ 'input.name': 'PERSON_DIED' });
});

it('refuses a change of name or birth date that makes a member equal to another or to a dead one', async () => {
  const household = await makeHousehold(test);
  const one = {
    relation: 'SON',
    documentKind: 'NONE_YET',
    birthOn: '2026-05-02',
    householdId: household.globalId,
  };
  const known = (await addMember({ ...one, name: '变测试' })).data?.addMember.member;
  const other = (await addMember({ ...one, name: '别测试' })).data?.addMember.member;
  const later = (await addMember({ ...one, name: '变测试', birthOn: '2026-05-03' })).data?.addMember.member;
  const change = (row: Row | undefined, more: object) =>
    test.send(update, { input: { id: row?.id, expectedVersion: row?.version, ...more } }, desk.session);
  const renamed = () => change(other, { name: '变 测试' });
  expect(faultsOf(await renamed())).toEqual({ 'input.name': 'POSSIBLE_DUPLICATE' });
  expect(faultsOf(await change(later, { birthOn: '2026-05-02' }))).toEqual({
    'input.birthOn': 'POSSIBLE_DUPLICATE',
  });
  const died = { id: known?.id, expectedVersion: known?.version, leftOn: '2026-06-01', reason: 'DEATH' };
  expect((await test.send(leave, { input: died }, desk.session)).errors).toBeUndefined();
  expect(faultsOf(await renamed())).toEqual({ 'input.name': 'PERSON_DIED' });
  expect((await change(other, { relation: 'DAUGHTER' })).errors).toBeUndefined();
});

it('refuses a head from another household', async () => {
  const first = await makeHousehold(test);
  const second = await makeHousehold(test);
  const memberId = `Member:${second.countyCode}:${second.headId}`;
  const input = { householdId: first.globalId, expectedVersion: 1, memberId };
  expect(faultsOf(await test.send(changeHead, { input }, desk.session))).toEqual({
    'input.memberId': 'MEMBER_UNKNOWN',
  });
});

it("finds members by name, number and household, within the viewer's scope", async () => {
  const household = await makeHousehold(test, { headName: '欧阳寻' });
  const list = 'query ($filter: MemberFilter) { members(filter: $filter) { nodes { name } } }';
  const find = (filter: object, person = desk) => test.send(list, { filter }, person.session);
  const found = { members: { nodes: [{ name: '欧阳寻' }] } };
  for (const search of ['欧阳', 'ouyangxun', 'oyx', household.headResidentId])
    expect((await find({ search })).data).toEqual(found);
  expect((await find({ householdId: household.globalId, present: true })).data).toEqual(found);
  expect((await find({ householdId: household.globalId, present: false })).data).toEqual({
    members: { nodes: [] },
  });
  for (const person of [foreigner, neighbour])
    expect((await find({ search: '欧阳' }, person)).data).toEqual({ members: { nodes: [] } });
});
