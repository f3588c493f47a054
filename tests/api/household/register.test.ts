import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { household, householdRisk } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let foreigner: Person;
let township: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  township = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
});

const ofHousehold =
  'household { status closedOn closedReason version memberCount members { name } village { code } }';
const verb = (name: string, selection = ofHousehold) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return (input: object, person = desk) =>
    test.send<Record<string, object>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
      { input },
      person.session,
    );
};
const close = verb('closeHousehold');
const reopen = verb('reopenHousehold');
const move = verb('moveHousehold');
const merge = verb('mergeHousehold', `${ofHousehold} former { status mergedInto { id } }`);
const create = verb('createHousehold', 'household { id }');

it('closes a household: its pairings end, and its members may be registered elsewhere', async () => {
  const made = await makeHousehold(test, { headName: '迁测试' });
  const cadre = await makeCadre(test);
  await makePairing(test, { household: made, cadre });
  const input = {
    householdId: made.globalId,
    expectedVersion: 1,
    status: 'MOVED',
    closedOn: '2026-11-05',
    reason: '整户迁往邻县',
  };
  const answer = await close(input);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.closeHousehold).toMatchObject({
    household: {
      status: 'MOVED',
      closedOn: '2026-11-05',
      closedReason: '整户迁往邻县',
      memberCount: 0,
      members: [{ name: '迁测试' }],
    },
  });
  const { db } = test.owner;
  const [ended] = await db.select().from(pairing).where(eq(pairing.householdId, made.id));
  expect(ended).toMatchObject({ endedOn: '2026-11-05', endReason: 'HOUSEHOLD_CLOSED' });
  const [audited] = await db.select().from(auditEvent).where(eq(auditEvent.action, 'closeHousehold'));
  expect(JSON.parse(String(audited?.before))).toMatchObject({ status: 'ACTIVE' });
  expect(faultsOf(await close({ ...input, expectedVersion: 2 }))).toEqual({
    'input.householdId': 'HOUSEHOLD_CLOSED',
  });
  const elsewhere = await create({
    villageCode: places.otherVillage,
    headName: '迁测试',
    headResidentId: made.headResidentId,
    category: 'ORDINARY',
  });
  expect(elsewhere.errors).toBeUndefined();
  const back = { householdId: made.globalId, expectedVersion: 2, reason: '登记有误' };
  expect(faultsOf(await reopen(back))).toEqual({ 'input.householdId': 'DUPLICATE_PERSON' });
});

it('reopens a household with the members it had, but without those who left before', async () => {
  const made = await makeHousehold(test, { headName: '回测试' });
  const { db } = test.owner;
  await db.insert(member).values({
    countyCode: made.countyCode,
    householdId: made.id,
    villageCode: places.village,
    id: '01900000-0000-7000-8000-000000000001',
    name: '早走',
    pinyin: '',
    relation: 'SON',
    leftOn: '2025-01-01',
    leftReason: 'SPLIT',
    createdAt: test.clock.now().toISOString(),
  });
  const householdId = made.globalId;
  expect(faultsOf(await reopen({ householdId, expectedVersion: 1, reason: '误' }))).toEqual({
    'input.householdId': 'NOT_CLOSED',
  });
  await close({ householdId, expectedVersion: 1, status: 'CLOSED', closedOn: '2026-11-05', reason: '误' });
  const answer = await reopen({ householdId, expectedVersion: 2, reason: '登记有误' });
  expect(answer.data?.reopenHousehold).toMatchObject({
    household: { status: 'ACTIVE', closedOn: null, closedReason: null, members: [{ name: '回测试' }] },
  });
});

it('names what is invalid about a closing, and closes nothing', async () => {
  const made = await makeHousehold(test);
  const send = (more: object, person = desk) =>
    close(
      {
        householdId: made.globalId,
        expectedVersion: 1,
        status: 'CLOSED',
        closedOn: '2026-11-05',
        reason: '销户',
        ...more,
      },
      person,
    );
  expect(faultsOf(await send({ status: 'MERGED' }))).toEqual({ 'input.status': 'CODE_UNKNOWN' });
  expect(faultsOf(await send({ closedOn: '2026-11-11' }))).toEqual({ 'input.closedOn': 'DATE_IN_FUTURE' });
  expect(faultsOf(await send({ closedOn: '2019-11-11' }))).toEqual({ 'input.closedOn': 'DATE_TOO_EARLY' });
  expect(faultsOf(await send({ reason: ' ' }))).toEqual({ 'input.reason': 'REQUIRED_MISSING' });
  expect(faultsOf(await send({ expectedVersion: 2 }))).toEqual({
    'input.expectedVersion': 'STALE_VERSION',
  });
  expect(faultsOf(await send({}, foreigner))).toEqual({ 'input.householdId': 'NOT_FOUND' });
  const [kept] = await test.owner.db.select().from(household).where(eq(household.id, made.id));
  expect(kept).toMatchObject({ status: 'ACTIVE', version: 1 });
});

it('moves a household within the county together with its records', async () => {
  const made = await makeHousehold(test);
  const householdId = made.globalId;
  const input = {
    householdId,
    expectedVersion: 1,
    villageCode: places.otherVillage,
    effectiveOn: '2026-11-01',
  };
  expect(faultsOf(await move({ ...input, villageCode: places.foreignVillage }))).toEqual({
    'input.villageCode': 'NOT_FOUND',
  });
  expect(faultsOf(await move(input, township))).toEqual({ 'input.villageCode': 'NOT_FOUND' });
  expect(faultsOf(await move({ ...input, effectiveOn: '2026-11-11' }))).toEqual({
    'input.effectiveOn': 'DATE_IN_FUTURE',
  });
  const answer = await move(input);
  expect(answer.data?.moveHousehold).toMatchObject({
    household: { version: 2, village: { code: places.otherVillage } },
  });
  const [head] = await test.owner.db.select().from(member).where(eq(member.householdId, made.id));
  expect(head?.villageCode).toBe(places.otherVillage);
});

it('does not move a household to another county, even for a user who reaches both', async () => {
  const made = await makeHousehold(test);
  const prefecture = await signedIn(test, 'COUNTY_DESK', '13');
  const input = {
    householdId: made.globalId,
    expectedVersion: 1,
    villageCode: places.foreignVillage,
    effectiveOn: '2026-11-01',
  };
  expect(faultsOf(await move(input, prefecture))).toEqual({ 'input.villageCode': 'OTHER_COUNTY' });
});

it('merges a household into another: its members and open risks move there', async () => {
  const former = await makeHousehold(test, { headName: '父测试', villageCode: places.sisterVillage });
  const into = await makeHousehold(test, { headName: '子测试' });
  const { db } = test.owner;
  await db.insert(householdRisk).values(
    [
      [former, 'ILLNESS'],
      [former, 'FIRE'],
      [into, 'FIRE'],
    ].map(([of, kind], at) => ({
      countyCode: places.county,
      householdId: (of as typeof former).id,
      villageCode: of === former ? places.sisterVillage : places.village,
      id: `01900000-0000-7000-8000-00000000010${at}`,
      kind: kind as string,
      identifiedOn: '2026-01-01',
    })),
  );
  const cadre = await makeCadre(test);
  await makePairing(test, { household: former, cadre, villageCode: places.sisterVillage });
  const input = {
    householdId: former.globalId,
    intoId: into.globalId,
    expectedVersion: 1,
    mergedOn: '2026-11-05',
    reason: '父母随子生活',
  };
  const head = `Member:${former.countyCode}:${former.headId}`;
  const two = { ...input, relations: [{ memberId: head, relation: 'HEAD' }] };
  expect(faultsOf(await merge(two))).toEqual({ 'input.relations': 'HEAD_EXISTS' });
  const answer = await merge({ ...input, relations: [{ memberId: head, relation: 'FATHER' }] });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.mergeHousehold).toMatchObject({
    household: { status: 'ACTIVE', memberCount: 2 },
    former: { status: 'MERGED', mergedInto: { id: into.globalId } },
  });
  const [moved] = await db.select().from(member).where(eq(member.id, former.headId));
  expect(moved).toMatchObject({ householdId: into.id, villageCode: places.village, relation: 'FATHER' });
  const risks = await db.select().from(householdRisk).where(eq(householdRisk.householdId, into.id));
  expect(risks.map((risk) => risk.kind).sort()).toEqual(['FIRE', 'ILLNESS']);
  const [ended] = await db.select().from(pairing).where(eq(pairing.householdId, former.id));
  expect(ended?.endedOn).toBe('2026-11-05');
  const back = { householdId: former.globalId, expectedVersion: 2, reason: '误' };
  expect(faultsOf(await reopen(back))).toEqual({ 'input.householdId': 'HOUSEHOLD_MERGED' });
});

it('refuses to merge a household with itself, with one of another county, or with a closed one', async () => {
  const made = await makeHousehold(test);
  const foreign = await makeHousehold(test, { villageCode: places.foreignVillage });
  const closed = await makeHousehold(test);
  await close({
    householdId: closed.globalId,
    expectedVersion: 1,
    status: 'CLOSED',
    closedOn: '2026-11-05',
    reason: '销户',
  });
  const into = (intoId: string, person = desk) =>
    merge(
      { householdId: made.globalId, intoId, expectedVersion: 1, mergedOn: '2026-11-05', reason: '并户' },
      person,
    );
  expect(faultsOf(await into(made.globalId))).toEqual({ 'input.intoId': 'SAME_HOUSEHOLD' });
  expect(faultsOf(await into(foreign.globalId))).toEqual({ 'input.intoId': 'NOT_FOUND' });
  expect(faultsOf(await into(closed.globalId))).toEqual({ 'input.intoId': 'HOUSEHOLD_CLOSED' });
  expect(faultsOf(await into(closed.globalId, foreigner))).toEqual({ 'input.householdId': 'NOT_FOUND' });
});

it('filters households by number, phone and members', async () => {
  const number = residentId();
  const answer = await test.send<{ createHousehold: { household: { id: string } } }>(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }',
    {
      input: {
        villageCode: places.otherVillage,
        headName: '尉迟测试',
        headResidentId: number,
        category: 'SUDDEN',
        number: ' 1304340001 ',
        phone: '13800000009',
      },
    },
    desk.session,
  );
  const id = answer.data?.createHousehold.household.id;
  const list = 'query ($filter: HouseholdFilter) { households(filter: $filter) { nodes { id } } }';
  const find = async (filter: object) =>
    (await test.send<{ households: { nodes: object[] } }>(list, { filter }, desk.session)).data?.households
      .nodes;
  const hits = [
    { number: '1304340001' },
    { noPhone: false },
    { category: ['SUDDEN'] },
    { search: '尉迟' },
    { search: 'yuchi' },
    { search: number },
    { search: number.slice(14) },
    { search: '138-0000-0009' },
  ];
  for (const filter of hits) expect(await find(filter)).toEqual([{ id }]);
  expect(await find({ noPhone: true, search: '尉迟' })).toEqual([]);
  const twice = await create({
    villageCode: places.village,
    headName: '另一户',
    headResidentId: residentId(),
    category: 'SUDDEN',
    number: '1304340001',
  });
  expect(faultsOf(twice)).toEqual({ 'input.number': 'ALREADY_EXISTS' });
  const again = await create({
    villageCode: places.village,
    headName: '另一户',
    headResidentId: number,
    category: 'SUDDEN',
  });
  expect(faultsOf(again)).toEqual({ 'input.headResidentId': 'DUPLICATE_PERSON' });
});
