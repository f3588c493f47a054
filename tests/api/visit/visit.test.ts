import { beforeEach, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { type MadePairing, makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
const desk = inventedDesk(test);
expectWords(test);
let helper: Person;
let own: MadeCadre;
let home: MadeHousehold;
let paired: MadePairing;

beforeEach(async () => {
  helper = await signedIn(test, 'HELPER', places.county);
  own = await makeCadre(test, { userId: helper.userId });
  home = await makeHousehold(test);
  paired = await makePairing(test, { household: home, cadre: own, startedOn: '2026-07-01' });
});

interface Logged {
  logVisit: {
    visit: { id: string; version: number; cadre: { id: string }; pairing: { id: string } | null } | null;
  };
}
const document = `mutation ($input: LogVisitInput!) { logVisit(input: $input) {
  clientMutationId visit { id visitedOn mode source status recordedOn version cadre { id } pairing { id }
    checklist { item answer note } problems { kind status raisedOn steps { toStatus } } household { id } } } }`;
const log = (input: object = {}, session = helper.session) =>
  test.send<Logged>(
    document,
    {
      input: {
        householdId: home.globalId,
        visitedOn: '2026-11-09',
        mode: 'IN_PERSON',
        findings: '一切正常',
        ...input,
      },
    },
    session,
  );
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code;
const faultsOf = (answer: Awaited<ReturnType<typeof log>>) => answer.errors?.[0]?.extensions.fields;

it('logs a visit with checklist and problems, credited to the pairing of the day', async () => {
  const answer = await log({
    id: newId(),
    met: '户主',
    checklist: [{ item: 'WATER', answer: 'CONCERN', note: '水压低' }],
    problems: [{ kind: 'WATER', description: '三天没水' }],
    latitude: 36.35,
    longitude: 114.93,
    accuracyMetres: 12,
  });
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.logVisit.visit).toMatchObject({
    mode: 'IN_PERSON',
    source: 'APP',
    status: 'VALID',
    recordedOn: '2026-11-10',
    version: 1,
    cadre: { id: own.globalId },
    pairing: { id: paired.globalId },
    checklist: [{ item: 'WATER', answer: 'CONCERN', note: '水压低' }],
    problems: [{ kind: 'WATER', status: 'OPEN', raisedOn: '2026-11-09', steps: [{ toStatus: 'OPEN' }] }],
    household: { id: home.globalId },
  });
});

it('returns the first answer to a repeated id, with or without a clientMutationId, and keeps one visit', async () => {
  const input = { id: newId(), findings: '一切正常' };
  const first = await log(input);
  const again = await log(input);
  expect(again.data).toEqual(first.data);
  const third = await log({ ...input, clientMutationId: 'again' });
  expect(third.data?.logVisit.visit).toEqual(first.data?.logVisit.visit);
  expect(codeOf(await log({ ...input, findings: '有变化' }))).toBe('IDEMPOTENCY_MISMATCH');
  const count = await test.send(
    'query ($household: ID!) { visits(filter: { household: $household }) { totalCount } }',
    { household: home.globalId },
    desk.session,
  );
  expect(count.data).toEqual({ visits: { totalCount: 1 } });
});

it('keeps one visit of twenty simultaneous requests', async () => {
  const input = { id: newId() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => log(input)));
  expect(new Set(answers.map(({ data }) => data?.logVisit.visit?.id)).size).toBe(1);
  expect(answers.every(({ errors }) => !errors)).toBe(true);
});

it("refuses another person's id and an id that is no UUID of version 7", async () => {
  const id = newId();
  await log({ id });
  expect(codeOf(await log({ id }, desk.session))).toBe('VISIT_EXISTS');
  expect(faultsOf(await log({ id: 'b8f6a1f0-7d3c-4c6e-9a39-111111111111' }))).toMatchObject({
    'input.id': { code: 'INVALID_ID' },
  });
});

it('refuses future days, days before the pairing and days after it', async () => {
  expect(faultsOf(await log({ visitedOn: '2026-11-11' }))).toMatchObject({
    'input.visitedOn': { code: 'DATE_IN_FUTURE' },
  });
  expect(codeOf(await log({ visitedOn: '2026-06-30' }))).toBe('DATE_BEFORE_PAIRING');
  expect((await log({ visitedOn: '2026-07-01' })).errors).toBeUndefined();
});

it('accepts a day that has begun in Shanghai but not in Greenwich', async () => {
  test.clock.set('2026-11-10T16:30:00Z');
  const answer = await log({ visitedOn: '2026-11-11' });
  test.clock.set('2026-11-10T04:00:00Z');
  expect(answer.errors).toBeUndefined();
});

it('keeps the late visit of a former helper, credits it to the pairing of its day, and shows it to them', async () => {
  const next = await makeCadre(test);
  await test.owner.db.execute(
    `update pairing set ended_on = '2026-08-31', end_reason = 'HANDED_OVER' where id = '${paired.id}'`,
  );
  await makePairing(test, { household: home, cadre: next, startedOn: '2026-09-01' });
  const late = await log({ visitedOn: '2026-08-20' });
  expect(late.errors).toBeUndefined();
  expect(late.data?.logVisit.visit).toMatchObject({ cadre: { id: own.globalId }, household: null });
  const seen = await test.send(
    'query ($id: ID!) { visit(id: $id) { pairing { id } recordedOn } }',
    { id: late.data?.logVisit.visit?.id },
    desk.session,
  );
  expect(seen.data).toEqual({ visit: { pairing: { id: paired.globalId }, recordedOn: '2026-11-10' } });
  expect(codeOf(await log({ visitedOn: '2026-09-01' }))).toBe('DATE_AFTER_PAIRING');
});

it('accepts visits of a former cadre while in post, and none after it', async () => {
  const next = await makeCadre(test);
  const left = await test.send(
    'mutation ($input: CadreLeavesInput!) { cadreLeaves(input: $input) { cadre { status } } }',
    { input: { cadreId: own.globalId, leftOn: '2026-11-05', toCadre: next.globalId, reason: '调离' } },
    desk.session,
  );
  expect(left.errors).toBeUndefined();
  const late = await log({ visitedOn: '2026-11-05' });
  expect(late.errors).toBeUndefined();
  expect(codeOf(await log({ visitedOn: '2026-11-06' }))).toBe('DATE_AFTER_PAIRING');
});

it("does not find a household that the helper was never paired with, and refuses visits in another's name", async () => {
  const strange = await makeHousehold(test);
  await makePairing(test, { household: strange, cadre: await makeCadre(test) });
  expect(codeOf(await log({ householdId: strange.globalId }))).toBe('NOT_FOUND');
  const other = await makeCadre(test);
  expect(faultsOf(await log({ cadreId: other.globalId }))).toMatchObject({
    'input.cadreId': { code: 'NOT_FOUND' },
  });
});

it('lets the desk log a visit for the helper, and a village cadre stand in', async () => {
  const entered = await log({}, desk.session);
  expect(entered.data?.logVisit.visit).toMatchObject({ source: 'CONSOLE', cadre: { id: own.globalId } });
  const village = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const cadre = await makeCadre(test, { userId: village.userId });
  const stood = await log({}, village.session);
  expect(stood.data?.logVisit.visit).toMatchObject({
    source: 'APP',
    cadre: { id: cadre.globalId },
    pairing: { id: paired.globalId },
  });
});

it('names every invalid field at once', async () => {
  const answer = await log({
    visitedOn: '2026-11-11',
    nextVisitOn: '2026-11-01',
    latitude: 36,
    checklist: [
      { item: 'FOOD', answer: 'OK' },
      { item: 'FOOD', answer: 'FAILED' },
    ],
  });
  expect(Object.keys(faultsOf(answer) ?? {}).sort()).toEqual([
    'input.checklist.1.item',
    'input.longitude',
    'input.nextVisitOn',
    'input.visitedOn',
  ]);
});

const correct = (input: object, session = helper.session) =>
  test.send(
    `mutation ($input: CorrectVisitInput!) { correctVisit(input: $input) { visit {
      visitedOn findings version checklist { item answer } pairing { id } versions { version reason content } } } }`,
    { input: { reason: '笔误', ...input } },
    session,
  );
const withdraw = (input: object, session = helper.session) =>
  test.send(
    'mutation ($input: WithdrawVisitInput!) { withdrawVisit(input: $input) { visit { status withdrawnReason version } } }',
    { input: { reason: '重复', ...input } },
    session,
  );
const logged = async (input: object = {}) => (await log(input)).data?.logVisit.visit?.id;

it('corrects a visit and keeps the former version', async () => {
  const id = await logged({ findings: '正常', checklist: [{ item: 'FOOD', answer: 'OK' }] });
  const answer = await correct({
    id,
    expectedVersion: 1,
    findings: '房顶漏雨',
    visitedOn: '2026-11-08',
    checklist: [{ item: 'HOUSING', answer: 'FAILED' }],
  });
  expect(answer.errors).toBeUndefined();
  const visit = answer.data?.correctVisit as { visit: { versions: { content: string }[] } };
  expect(visit.visit).toMatchObject({
    visitedOn: '2026-11-08',
    findings: '房顶漏雨',
    version: 2,
    checklist: [{ item: 'HOUSING', answer: 'FAILED' }],
    versions: [{ version: 1, reason: '笔误' }],
  });
  expect(JSON.parse(visit.visit.versions[0]?.content ?? '{}')).toMatchObject({
    visitedOn: '2026-11-09',
    findings: '正常',
    checklist: [{ item: 'FOOD', answer: 'OK' }],
  });
});

it('refuses a stale correction, one outside the pairing and one of a withdrawn visit', async () => {
  const id = await logged();
  expect((await correct({ id, expectedVersion: 2, findings: '新' })).errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    currentVersion: 1,
  });
  expect(codeOf(await correct({ id, expectedVersion: 1, visitedOn: '2026-06-30' }))).toBe(
    'DATE_BEFORE_PAIRING',
  );
  expect((await withdraw({ id })).data).toMatchObject({
    withdrawVisit: { visit: { status: 'WITHDRAWN', withdrawnReason: '重复', version: 2 } },
  });
  expect(codeOf(await withdraw({ id }))).toBe('VISIT_WITHDRAWN');
  expect(codeOf(await correct({ id, expectedVersion: 2 }))).toBe('VISIT_WITHDRAWN');
});

it("lists visits by division, day, period, mode and status, and shows a household's last visit", async () => {
  const first = await logged({ visitedOn: '2026-09-30' });
  const phone = await logged({ visitedOn: '2026-10-01', mode: 'PHONE' });
  const gone = await logged({ visitedOn: '2026-11-01' });
  await withdraw({ id: gone });
  const ids = async (filter: object) => {
    const answer = await test.send<{ visits: { nodes: { id: string }[] } }>(
      'query ($filter: VisitFilter) { visits(filter: $filter) { nodes { id } } }',
      { filter: { household: home.globalId, ...filter } },
      desk.session,
    );
    return answer.data?.visits.nodes.map(({ id }) => id);
  };
  expect(await ids({ period: '2026-Q3' })).toEqual([first]);
  expect(await ids({ period: '2026-10' })).toEqual([phone]);
  expect(await ids({ visitedFrom: '2026-10-01', status: ['VALID'] })).toEqual([phone]);
  expect(await ids({ mode: ['IN_PERSON'] })).toEqual([gone, first]);
  expect(await ids({ divisionCode: places.otherTownship })).toEqual([]);
  const last = await test.send(
    'query ($id: ID!) { household(id: $id) { lastVisit { id } visits(first: 1) { totalCount } } }',
    { id: home.globalId },
    desk.session,
  );
  expect(last.data).toEqual({ household: { lastVisit: { id: phone }, visits: { totalCount: 3 } } });
});

it('hides visits from everyone outside the division', async () => {
  const id = await logged();
  const neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  const foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  for (const { session } of [neighbour, foreigner]) {
    expect(codeOf(await test.send('query ($id: ID!) { visit(id: $id) { id } }', { id }, session))).toBe(
      'NOT_FOUND',
    );
    expect(codeOf(await withdraw({ id }, session))).toBe('NOT_FOUND');
    expect(codeOf(await log({}, session))).toBe('NOT_FOUND');
  }
});
