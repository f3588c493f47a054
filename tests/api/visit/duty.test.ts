import { beforeEach, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { householdRisk } from '#schema/household/household.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { addRule, dutiesOf, setRule } from '#tests/factories/register/duties.ts';
import { type MadeHousehold, makeHousehold, moveHomes } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);
let cadre: MadeCadre;
let home: MadeHousehold;

beforeEach(async () => {
  test.clock.set('2026-09-20T04:00:00Z');
  cadre = await makeCadre(test);
  home = await makeHousehold(test);
});

const pair = (more: object = {}) => makePairing(test, { household: home, cadre, ...more });
const duty = async (period = '2026-Q3') => (await dutiesOf(test, desk, home.globalId, period))[0];
const status = async (period?: string) => (await duty(period))?.status;
const sql = (text: string) => test.owner.db.execute(text);

it('a duty is due during the quarter, missed after it, upcoming before it, in Shanghai time', async () => {
  await pair();
  test.clock.set('2026-06-30T15:59:59Z');
  expect(await status()).toBe('UPCOMING');
  test.clock.set('2026-06-30T16:00:00Z');
  expect(await status()).toBe('DUE');
  test.clock.set('2026-09-30T15:59:59Z');
  expect(await duty()).toMatchObject({ status: 'DUE', isOverdue: false, daysLeft: 0, dueOn: '2026-09-30' });
  test.clock.set('2026-09-30T16:00:00Z');
  expect(await duty()).toMatchObject({ status: 'MISSED', isOverdue: false, daysLeft: null });
});

it('counts a visit on the first and last day of the quarter, and none of the day before or after', async () => {
  const pairing = await pair();
  for (const [visitedOn, third] of [
    ['2026-06-30', 'MISSED'],
    ['2026-07-01', 'DONE'],
    ['2026-09-30', 'DONE'],
    ['2026-10-01', 'MISSED'],
  ] as const) {
    test.clock.set('2026-10-15T04:00:00Z');
    const visit = await makeVisit(test, { household: home, pairing, cadre, visitedOn });
    expect(await status(), visitedOn).toBe(third);
    await sql(`delete from visit where id = '${visit.id}'`);
  }
});

it("is overdue after the rule's deadline and late-done by a later visit", async () => {
  await setRule(test, 'MARGINAL', { deadlineDays: 10 });
  home = await makeHousehold(test, { category: 'MARGINAL' });
  const pairing = await pair();
  expect(await duty()).toMatchObject({ status: 'DUE', dueOn: '2026-09-20', isOverdue: false, daysLeft: 0 });
  test.clock.set('2026-09-21T04:00:00Z');
  expect(await duty()).toMatchObject({ status: 'DUE', isOverdue: true, daysLeft: -1 });
  await makeVisit(test, { household: home, pairing, cadre, visitedOn: '2026-09-21' });
  expect(await duty()).toMatchObject({ status: 'LATE_DONE', isOverdue: false, daysLeft: null });
  await makeVisit(test, { household: home, pairing, cadre, visitedOn: '2026-09-20' });
  expect(await status()).toBe('DONE');
});

it('nothing is owed for fewer than the minimum number of days, at either end of the pairing', async () => {
  await pair({ startedOn: '2026-09-16' });
  expect(await status()).toBe('DUE');
  await sql(`update pairing set started_on = '2026-09-17' where household_id = '${home.id}'`);
  expect(await status()).toBeUndefined();
  await sql(
    `update pairing set started_on = '2026-01-01', ended_on = '2026-07-15', end_reason = 'ENDED' where household_id = '${home.id}'`,
  );
  expect(await status()).toBe('DUE');
  await sql(`update pairing set ended_on = '2026-07-14' where household_id = '${home.id}'`);
  expect(await status()).toBeUndefined();
});

it('adds up the days of several main helpers, and not those of assistants', async () => {
  await pair({ endedOn: '2026-07-08' });
  const next = await makeCadre(test);
  await pair({ cadre: next, startedOn: '2026-09-24', role: 'ASSISTANT' });
  expect(await status()).toBeUndefined();
  await sql(`update pairing set role = 'MAIN' where cadre_id = '${next.id}'`);
  expect(await duty()).toMatchObject({ status: 'DUE', cadre: { id: next.globalId } });
});

it('is owed by the last helper with enough days in the quarter, otherwise by the last one', async () => {
  const next = await makeCadre(test);
  await pair({ endedOn: '2026-09-15' });
  await pair({ cadre: next, startedOn: '2026-09-16' });
  expect((await duty())?.cadre?.id).toBe(next.globalId);
  await sql(`update pairing set ended_on = '2026-09-16' where cadre_id = '${cadre.id}'`);
  await sql(`update pairing set started_on = '2026-09-17' where cadre_id = '${next.id}'`);
  expect((await duty())?.cadre?.id).toBe(cadre.globalId);
  expect((await duty('2026-Q4'))?.cadre?.id).toBe(next.globalId);
});

it('keeps a late upload of the former helper; a visit by either of them does the duty', async () => {
  const next = await makeCadre(test);
  const former = await pair({ endedOn: '2026-08-15' });
  await pair({ cadre: next, startedOn: '2026-08-16' });
  const visit = await makeVisit(test, {
    ...{ household: home, pairing: former, cadre },
    ...{ visitedOn: '2026-08-01', recordedOn: '2026-09-20' },
  });
  expect(await duty()).toMatchObject({
    ...{ status: 'DONE', cadre: { id: next.globalId }, visit: { id: visit.globalId } },
  });
});

it('is late-done when the visit is recorded after the quarter', async () => {
  const pairing = await pair();
  const place = { household: home, pairing, cadre };
  await makeVisit(test, { ...place, visitedOn: '2026-09-29', recordedOn: '2026-10-01' });
  test.clock.set('2026-10-02T04:00:00Z');
  expect(await status()).toBe('LATE_DONE');
  // A visit recorded in time does the duty in time, though its day is later.
  const timely = await makeVisit(test, { ...place, visitedOn: '2026-09-30' });
  expect(await duty()).toMatchObject({ status: 'DONE', visit: { id: timely.globalId } });
});

it('counts the first of two visits, and the other one when the first is withdrawn or moved', async () => {
  const pairing = await pair();
  const place = { household: home, pairing, cadre };
  const second = await makeVisit(test, { ...place, visitedOn: '2026-09-10' });
  const first = await makeVisit(test, { ...place, visitedOn: '2026-07-10' });
  expect((await duty())?.visit?.id).toBe(first.globalId);
  const send = (verb: string, type: string, input: object) =>
    test.send(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { visit { id } } }`,
      { input: { reason: '误录', ...input } },
      desk.session,
    );
  await send('withdrawVisit', 'WithdrawVisitInput', { id: first.globalId });
  expect((await duty())?.visit?.id).toBe(second.globalId);
  await send('correctVisit', 'CorrectVisitInput', {
    ...{ id: second.globalId, expectedVersion: 1, visitedOn: '2026-06-10' },
  });
  expect(await duty()).toMatchObject({ status: 'DUE', visit: null });
  expect(await status('2026-Q2')).toBe('LATE_DONE');
});

it('counts phone calls only where the rule says so', async () => {
  const pairing = await pair();
  await makeVisit(test, { household: home, pairing, cadre, visitedOn: '2026-08-01', mode: 'PHONE' });
  expect(await status()).toBe('DONE');
  await setRule(test, 'UNSTABLE', { modes: ['IN_PERSON', 'VIDEO'] });
  expect(await status()).toBe('DUE');
  await setRule(test, 'UNSTABLE', { modes: ['IN_PERSON', 'PHONE', 'VIDEO'] });
});

it('excuses the quarter in which a household leaves the register, and owes nothing afterwards', async () => {
  await pair({ endedOn: '2026-08-31' });
  for (const left of ['CLOSED', 'MOVED', 'MERGED']) {
    await sql(`update household set status = '${left}', closed_on = '2026-08-31' where id = '${home.id}'`);
    expect(await status(), left).toBe('EXCUSED');
    expect(await status('2026-Q4')).toBeUndefined();
    expect(await status('2026-Q2')).toBe('MISSED');
  }
});

it('moves with the household to another village', async () => {
  await pair();
  await moveHomes(test, [{ householdId: home.id, from: places.village, to: places.otherVillage }]);
  const answer = await test.send<{ visitDuties: { nodes: { household: { id: string } }[] } }>(
    'query ($in: String) { visitDuties(filter: { period: "2026-Q3", divisionCode: $in }) { nodes { household { id } } } }',
    { in: places.otherVillage },
    desk.session,
  );
  expect(answer.data?.visitDuties.nodes).toEqual([{ household: { id: home.globalId } }]);
});

it('follows the category of the current day', async () => {
  await pair();
  await sql(
    `update household_category set to_on = '2026-09-10' where household_id = '${home.id}';
     insert into household_category (county_code, id, household_id, village_code, category, from_on)
     values ('${places.county}', '${newId()}', '${home.id}', '${places.village}', 'ORDINARY', '2026-09-11')`,
  );
  expect(await status()).toBeUndefined();
  expect(await status('2026-Q2')).toBe('MISSED');
});

it('uses the rule of each quarter, also after the rule changed', async () => {
  await setRule(test, 'SUDDEN', { toOn: '2026-06-30' });
  await addRule(test, {
    ...{ category: 'SUDDEN', frequency: 'MONTH', modes: ['IN_PERSON'], minDays: 15, deadlineDays: 5 },
    fromOn: '2026-07-01',
  });
  home = await makeHousehold(test, { category: 'SUDDEN' });
  await pair();
  expect((await dutiesOf(test, desk, home.globalId, '2026-Q2')).map(({ period }) => period)).toEqual([
    '2026-Q2',
  ]);
  expect(await dutiesOf(test, desk, home.globalId, '2026-Q3')).toMatchObject([
    { period: '2026-07', status: 'MISSED', dueOn: '2026-07-26' },
    { period: '2026-08', status: 'MISSED' },
    { period: '2026-09', status: 'DUE', dueOn: '2026-09-25' },
  ]);
  expect((await dutiesOf(test, desk, home.globalId, '2026-08')).map(({ period }) => period)).toEqual([
    '2026-08',
  ]);
});

it('is monthly while a risk is open, where the rule says so', async () => {
  await setRule(test, 'RELIEVED', { riskFrequency: 'MONTH' });
  home = await makeHousehold(test, { category: 'RELIEVED' });
  await pair();
  const periods = async () =>
    (await dutiesOf(test, desk, home.globalId, '2026-Q3')).map(({ period }) => period);
  expect(await periods()).toEqual(['2026-Q3']);
  await test.owner.db.insert(householdRisk).values({
    ...{ countyCode: places.county, id: newId(), householdId: home.id, villageCode: places.village },
    ...{ kind: 'ILLNESS', identifiedOn: '2026-07-20' },
  });
  expect(await periods()).toEqual(['2026-07', '2026-08', '2026-09']);
  await sql(
    `update household_risk set status = 'HELPED', eliminated_on = '2026-08-31' where household_id = '${home.id}'`,
  );
  expect(await periods()).toEqual(['2026-07', '2026-Q3']);
});

it('can be read by its id and on the pages of its household and cadre', async () => {
  await pair();
  const answer = await test.send(
    `query ($id: ID!, $home: ID!, $cadre: ID!) {
      node(id: $id) { id ... on VisitDuty { period status household { currentDuty { id } } } }
      cadre(id: $cadre) { duties { totalCount nodes { id } } }
      nodes(ids: [$id, $home]) { id } }`,
    {
      ...{ id: `VisitDuty:${places.county}:${home.id}:2026-Q3`, home: home.globalId, cadre: cadre.globalId },
    },
    desk.session,
  );
  const id = `VisitDuty:${places.county}:${home.id}:2026-Q3`;
  expect(answer.data).toEqual({
    node: { id, period: '2026-Q3', status: 'DUE', household: { currentDuty: { id } } },
    cadre: { duties: { totalCount: 1, nodes: [{ id }] } },
    nodes: [{ id }, { id: home.globalId }],
  });
  const unknown = await test.send(
    'query ($id: ID!) { node(id: $id) { id } }',
    { id: id.replace('2026-Q3', 'nonsense') },
    desk.session,
  );
  expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

const excuse = (input: object, session = desk.session) =>
  test.send<{ excuseDuty: { excuse: { id: string }; duty: { status: string } } }>(
    `mutation ($input: ExcuseDutyInput!) { excuseDuty(input: $input) {
      duty { status excuse { reason note } } excuse { id } } }`,
    { input: { householdId: home.globalId, period: '2026-Q3', reason: 'LEAVE', ...input } },
    session,
  );

it('is excused with a reason, owed again when that is withdrawn, and done if a visit takes place all the same', async () => {
  const pairing = await pair();
  const made = await excuse({ note: '全家外出务工' });
  expect(made.data?.excuseDuty.duty).toEqual({
    status: 'EXCUSED',
    excuse: { reason: 'LEAVE', note: '全家外出务工' },
  });
  expect((await excuse({})).errors?.[0]?.extensions.code).toBe('DUTY_NOT_OPEN');
  const withdraw = () =>
    test.send(
      'mutation ($input: WithdrawExcuseInput!) { withdrawExcuse(input: $input) { duty { status } excuse { withdrawnAt } } }',
      { input: { id: made.data?.excuseDuty.excuse.id } },
      desk.session,
    );
  expect((await withdraw()).data).toMatchObject({ withdrawExcuse: { duty: { status: 'DUE' } } });
  expect((await withdraw()).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await excuse({});
  await makeVisit(test, { household: home, pairing, cadre, visitedOn: '2026-09-01' });
  expect(await status()).toBe('DONE');
});

it('excuses nothing that is not owed, already done, or out of reach', async () => {
  expect((await excuse({})).errors?.[0]?.extensions.code).toBe('DUTY_NOT_OPEN');
  const pairing = await pair();
  expect((await excuse({ period: '2026-08' })).errors?.[0]?.extensions.code).toBe('DUTY_NOT_OPEN');
  expect((await excuse({ period: '2026-Q5' })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  const neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  expect((await excuse({}, neighbour.session)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const helper = await signedIn(test, 'HELPER', places.county);
  expect((await excuse({}, helper.session)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  await makeVisit(test, { household: home, pairing, cadre, visitedOn: '2026-09-01' });
  expect((await excuse({})).errors?.[0]?.extensions.code).toBe('DUTY_NOT_OPEN');
});
