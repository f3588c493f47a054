import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { faultsOf, testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
expectWords(test);
let desk: Person;
let foreigner: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
});

const setCategory = `mutation ($input: SetCategoryInput!) {
  setCategory(input: $input) { household { category version categories { category fromOn toOn reason } } } }`;

it('dates a new category and keeps the former one', async () => {
  const { globalId: householdId, id } = await makeHousehold(test);
  const input = {
    householdId,
    expectedVersion: 1,
    category: 'RELIEVED',
    effectiveOn: '2026-10-01',
    reason: '收入稳定',
  };
  const answer = await test.send(setCategory, { input }, desk.session);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.setCategory).toEqual({
    household: {
      category: 'RELIEVED',
      version: 2,
      categories: [
        { category: 'RELIEVED', fromOn: '2026-10-01', toOn: null, reason: '收入稳定' },
        { category: 'UNSTABLE', fromOn: '2020-01-01', toOn: '2026-09-30', reason: null },
      ],
    },
  });
  const [audited] = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'setCategory'), eq(auditEvent.entityId, id)));
  expect(JSON.parse(String(audited?.after))).toMatchObject({ category: 'RELIEVED' });
  const corrected = await test.send<{ setCategory: { household: { categories: object[] } } }>(
    setCategory,
    { input: { ...input, expectedVersion: 2, category: 'MARGINAL' } },
    desk.session,
  );
  expect(corrected.data?.setCategory.household.categories).toHaveLength(2);
  expect(corrected.data?.setCategory.household).toMatchObject({ category: 'MARGINAL', version: 3 });
});

it('refuses a category in the future, before the current one, equal to it, stale, or of another county', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const input = { householdId, expectedVersion: 1, category: 'RELIEVED', effectiveOn: '2026-10-01' };
  const send = (more: object, person = desk) =>
    test.send(setCategory, { input: { ...input, ...more } }, person.session);
  expect(faultsOf(await send({ effectiveOn: '2026-11-11' }))).toEqual({
    'input.effectiveOn': 'DATE_IN_FUTURE',
  });
  expect(faultsOf(await send({ effectiveOn: '2019-12-31' }))).toEqual({
    'input.effectiveOn': 'DATE_TOO_EARLY',
  });
  expect(faultsOf(await send({ category: 'UNSTABLE' }))).toEqual({ 'input.category': 'CATEGORY_SAME' });
  expect(faultsOf(await send({ expectedVersion: 7 }))).toEqual({ 'input.expectedVersion': 'STALE_VERSION' });
  expect(faultsOf(await send({}, foreigner))).toEqual({ 'input.householdId': 'NOT_FOUND' });
});

const addRisk = `mutation ($input: AddRiskInput!) { addRisk(input: $input) { risk { id status version } } }`;
const eliminate = `mutation ($input: EliminateRiskInput!) {
  eliminateRisk(input: $input) { risk { status eliminatedOn version note } } }`;
const rollBack = `mutation ($input: RollBackEliminationInput!) {
  rollBackElimination(input: $input) { risk { status eliminatedOn version } } }`;
interface Added {
  addRisk: { risk: { id: string } };
}

it('adds a risk, eliminates it, rolls the elimination back, and allows the same kind again later', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const risk = { householdId, kind: 'ILLNESS', identifiedOn: '2026-03-01', note: '大病' };
  const added = await test.send<Added>(addRisk, { input: risk }, desk.session);
  expect(added.errors).toBeUndefined();
  const id = added.data?.addRisk.risk.id;
  expect(faultsOf(await test.send(addRisk, { input: risk }, desk.session))).toEqual({
    'input.kind': 'RISK_EXISTS',
  });
  const end = { id, expectedVersion: 1, status: 'HELPED', eliminatedOn: '2026-09-01' };
  const ended = await test.send(eliminate, { input: end }, desk.session);
  expect(ended.data).toEqual({
    eliminateRisk: { risk: { status: 'HELPED', eliminatedOn: '2026-09-01', version: 2, note: '大病' } },
  });
  const twice = await test.send(eliminate, { input: { ...end, expectedVersion: 2 } }, desk.session);
  expect(faultsOf(twice)).toEqual({ 'input.id': 'RISK_NOT_OPEN' });
  const back = await test.send(
    rollBack,
    { input: { id, expectedVersion: 2, reason: '误消除' } },
    desk.session,
  );
  expect(back.data).toEqual({
    rollBackElimination: { risk: { status: 'OPEN', eliminatedOn: null, version: 3 } },
  });
  await test.send(eliminate, { input: { ...end, expectedVersion: 3 } }, desk.session);
  const again = await test.send(addRisk, { input: { ...risk, identifiedOn: '2026-10-01' } }, desk.session);
  expect(again.errors).toBeUndefined();
  const taken = await test.send(
    rollBack,
    { input: { id, expectedVersion: 4, reason: '误消除' } },
    desk.session,
  );
  expect(faultsOf(taken)).toEqual({ 'input.id': 'RISK_EXISTS' });
});

it('refuses wrong dates, a sixth open risk, and a risk of another county', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const kinds = ['ILLNESS', 'SCHOOLING', 'FLOOD', 'FIRE', 'WATER'];
  const add = (kind: string, identifiedOn = '2026-03-01', person = desk) =>
    test.send<Added>(addRisk, { input: { householdId, kind, identifiedOn } }, person.session);
  expect(faultsOf(await add('ILLNESS', '2026-11-11'))).toEqual({ 'input.identifiedOn': 'DATE_IN_FUTURE' });
  expect(faultsOf(await add('ILLNESS', '2026-03-01', foreigner))).toEqual({
    'input.householdId': 'NOT_FOUND',
  });
  let id = '';
  for (const kind of kinds) id = (await add(kind)).data?.addRisk.risk.id ?? '';
  expect(faultsOf(await add('DISABILITY'))).toEqual({ 'input.kind': 'RISK_LIMIT' });
  const end = (more: object, person = desk) =>
    test.send(
      eliminate,
      { input: { id, expectedVersion: 1, status: 'NATURAL', eliminatedOn: '2026-09-01', ...more } },
      person.session,
    );
  expect(faultsOf(await end({ eliminatedOn: '2026-02-28' }))).toEqual({
    'input.eliminatedOn': 'END_BEFORE_START',
  });
  expect(faultsOf(await end({ status: 'OPEN' }))).toEqual({ 'input.status': 'CODE_UNKNOWN' });
  expect(faultsOf(await end({}, foreigner))).toEqual({ 'input.id': 'NOT_FOUND' });
});

it('finds households by open risk and its kind', async () => {
  const { globalId } = await makeHousehold(test, { villageCode: places.otherVillage });
  await test.send(
    addRisk,
    { input: { householdId: globalId, kind: 'HOUSING', identifiedOn: '2026-03-01' } },
    desk.session,
  );
  const list = 'query ($filter: HouseholdFilter) { households(filter: $filter) { nodes { id } } }';
  const find = (filter: object) =>
    test.send(list, { filter: { divisionCode: places.otherVillage, ...filter } }, desk.session);
  const found = { households: { nodes: [{ id: globalId }] } };
  const none = { households: { nodes: [] } };
  expect((await find({ hasOpenRisk: true })).data).toEqual(found);
  expect((await find({ riskKind: ['FIRE', 'HOUSING'] })).data).toEqual(found);
  expect((await find({ riskKind: ['FIRE'] })).data).toEqual(none);
  expect((await find({ hasOpenRisk: false })).data).toEqual(none);
});

const setIncome = `mutation ($input: SetIncomeInput!) { setIncome(input: $input) { household { version
  incomeYears { year wage business property transfer expense netIncome perCapita items { item amount } } } } }`;

it('adds up a year and divides it exactly, to the fen', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  await test.send(
    'mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { household { id } } }',
    { input: { id: householdId, expectedVersion: 1, size: 3 } },
    desk.session,
  );
  const items = [
    { item: 'A1', amount: '20000.00' },
    { item: 'B1', amount: '1000.01' },
    { item: 'D4', amount: '0.01' },
    { item: 'E1', amount: '999.00' },
    { item: 'C2', amount: '0.00' },
  ];
  const answer = await test.send(
    setIncome,
    { input: { householdId, expectedVersion: 2, year: 2025, items } },
    desk.session,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.setIncome).toEqual({
    household: {
      version: 3,
      incomeYears: [
        {
          year: 2025,
          wage: '20000.00',
          business: '1000.01',
          property: '0.00',
          transfer: '0.01',
          expense: '999.00',
          netIncome: '20001.02',
          perCapita: '6667.01',
          items: [
            { item: 'A1', amount: '20000.00' },
            { item: 'B1', amount: '1000.01' },
            { item: 'D4', amount: '0.01' },
            { item: 'E1', amount: '999.00' },
          ],
        },
      ],
    },
  });
});

it('rounds halves away from zero, per member on record where the size is unknown', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  await test.send(
    'mutation ($input: AddMemberInput!) { addMember(input: $input) { member { id } } }',
    {
      input: { householdId, name: '甲幼', relation: 'SON', documentKind: 'NONE_YET', birthOn: '2026-10-01' },
    },
    desk.session,
  );
  const perCapita = async (expectedVersion: number, items: object[]) => {
    const answer = await test.send<{
      setIncome: { household: { incomeYears: { perCapita: string }[] } };
    }>(setIncome, { input: { householdId, expectedVersion, year: 2025, items } }, desk.session);
    return answer.data?.setIncome.household.incomeYears[0]?.perCapita;
  };
  expect(await perCapita(1, [{ item: 'A1', amount: '0.05' }])).toBe('0.03');
  expect(await perCapita(2, [{ item: 'E1', amount: '0.05' }])).toBe('-0.03');
});

it('replaces the whole year and refuses invalid items', async () => {
  const { globalId: householdId } = await makeHousehold(test);
  const send = (more: object, person = desk) =>
    test.send<{ setIncome: { household: { incomeYears: { items: object[] }[] } } }>(
      setIncome,
      { input: { householdId, expectedVersion: 1, year: 2025, items: [], ...more } },
      person.session,
    );
  const line = { item: 'A1', amount: '1.00' };
  expect(faultsOf(await send({ items: [line, line] }))).toEqual({ 'input.items.1.item': 'DUPLICATE_VALUE' });
  expect(faultsOf(await send({ items: [{ item: 'A1', amount: '-1.00' }] }))).toEqual({
    'input.items.0.amount': 'OUT_OF_RANGE',
  });
  expect(faultsOf(await send({ items: [{ item: 'A1', amount: '1.001' }] }))).toEqual({
    'input.items.0.amount': 'MONEY_INVALID',
  });
  expect(faultsOf(await send({ year: 2027 }))).toEqual({ 'input.year': 'YEAR_INVALID' });
  expect(faultsOf(await send({}, foreigner))).toEqual({ 'input.householdId': 'NOT_FOUND' });
  await send({ items: [line, { item: 'A2', amount: '2.00' }] });
  const replaced = await send({ expectedVersion: 2, items: [line] });
  expect(replaced.data?.setIncome.household.incomeYears[0]?.items).toEqual([line]);
});
