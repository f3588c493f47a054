import { beforeEach, expect, it } from 'vitest';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
const desk = inventedDesk(test);
expectWords(test);
let home: MadeHousehold;

beforeEach(async () => {
  home = await makeHousehold(test);
});

interface Payload {
  problem: { id: string; version: number; status: string; steps: object[] };
}
const send = async (verb: string, input: object, session = desk.session) => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const answer = await test.send<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { problem {
      id version kind status handler raisedOn closedOn outcome visit { id } household { id }
      steps { fromStatus toStatus happenedOn note recordedBy } } } }`,
    { input },
    session,
  );
  return { problem: answer.data?.[verb]?.problem, error: answer.errors?.[0]?.extensions };
};
const raise = (more: object = {}) =>
  send('raiseProblem', { householdId: home.globalId, kind: 'HOUSING', description: '房顶漏雨', ...more });

it('goes from found to solved, with each step on record', async () => {
  const { problem } = await raise({ raisedOn: '2026-11-01' });
  const id = problem?.id;
  await send('takeProblem', { id, expectedVersion: 1, handler: '住建局', note: '下周勘察' });
  const closed = await send('closeProblem', { id, expectedVersion: 2, status: 'SOLVED', outcome: '已修好' });
  expect(closed.error).toBeUndefined();
  expect(closed.problem).toMatchObject({
    status: 'SOLVED',
    handler: '住建局',
    closedOn: '2026-11-10',
    outcome: '已修好',
    version: 3,
    steps: [
      { fromStatus: null, toStatus: 'OPEN', happenedOn: '2026-11-01', note: null },
      { fromStatus: 'OPEN', toStatus: 'IN_HAND', note: '下周勘察' },
      {
        fromStatus: 'IN_HAND',
        toStatus: 'SOLVED',
        note: '已修好',
        recordedBy: expect.stringContaining('测试人员'),
      },
    ],
  });
  const reopened = await send('reopenProblem', { id, expectedVersion: 3, reason: '又漏了' });
  expect(reopened.problem).toMatchObject({ status: 'OPEN', closedOn: null, outcome: null });
  expect(reopened.problem?.steps).toHaveLength(4);
});

it('refuses steps out of order, stale ones, and days out of order', async () => {
  const { problem } = await raise({ raisedOn: '2026-11-05' });
  const id = problem?.id;
  const close = (more: object) =>
    send('closeProblem', { id, expectedVersion: 1, status: 'SOLVED', outcome: '好', ...more });
  expect((await close({ status: 'OPEN' })).error?.fields['input.status']?.code).toBe('PROBLEM_STEP_INVALID');
  expect((await close({ closedOn: '2026-11-04' })).error?.fields['input.closedOn']?.code).toBe(
    'END_BEFORE_START',
  );
  expect((await close({ closedOn: '2026-11-11' })).error?.fields['input.closedOn']?.code).toBe(
    'DATE_IN_FUTURE',
  );
  expect((await close({ expectedVersion: 9 })).error?.code).toBe('CONFLICT');
  expect((await close({ outcome: ' ' })).error?.fields['input.outcome']?.code).toBe('REQUIRED_MISSING');
  expect((await send('reopenProblem', { id, expectedVersion: 1, reason: '再' })).error?.code).toBe(
    'PROBLEM_STEP_INVALID',
  );
  expect((await close({})).error).toBeUndefined();
  expect((await close({ expectedVersion: 2 })).error?.code).toBe('PROBLEM_CLOSED');
  expect((await raise({ raisedOn: '2026-11-11' })).error?.fields['input.raisedOn']?.code).toBe(
    'DATE_IN_FUTURE',
  );
});

it('takes the day of the visit that found it, and refuses a visit of another household', async () => {
  const cadre = await makeCadre(test);
  const pairing = await makePairing(test, { household: home, cadre });
  const visit = await makeVisit(test, { household: home, pairing, cadre, visitedOn: '2026-10-20' });
  const { problem } = await raise({ visitId: visit.globalId });
  expect(problem).toMatchObject({ raisedOn: '2026-10-20', visit: { id: visit.globalId } });
  const other = await makeHousehold(test);
  const strange = await raise({ householdId: other.globalId, visitId: visit.globalId });
  expect(strange.error?.fields['input.visitId']?.code).toBe('NOT_FOUND');
});

it('lists problems by status, kind, division, household, day and helper', async () => {
  const cadre = await makeCadre(test);
  await makePairing(test, { household: home, cadre });
  const open = (await raise({ raisedOn: '2026-10-01' })).problem?.id;
  const solved = (await raise({ kind: 'WATER', raisedOn: '2026-11-01' })).problem?.id;
  await send('closeProblem', { id: solved, expectedVersion: 1, status: 'UNSOLVABLE', outcome: '无水源' });
  const ids = async (filter: object, session = desk.session) => {
    const answer = await test.send<{ problems: { nodes: { id: string }[]; totalCount: number } }>(
      'query ($filter: ProblemFilter) { problems(filter: $filter) { totalCount nodes { id } } }',
      { filter: { household: home.globalId, ...filter } },
      session,
    );
    return answer.data?.problems.nodes.map(({ id }) => id);
  };
  expect(await ids({ status: ['OPEN', 'IN_HAND'] })).toEqual([open]);
  expect(await ids({ kind: ['WATER'] })).toEqual([solved]);
  expect(await ids({ raisedFrom: '2026-10-02' })).toEqual([solved]);
  expect(await ids({ cadre: cadre.globalId })).toEqual([solved, open]);
  expect(await ids({ cadre: (await makeCadre(test)).globalId })).toEqual([]);
  expect(await ids({ search: '漏雨' })).toEqual([solved, open]);
  const neighbour = await signedIn(test, 'TOWNSHIP_REVIEWER', places.otherTownship);
  expect(await ids({}, neighbour.session)).toEqual([]);
  expect(
    (await send('takeProblem', { id: open, expectedVersion: 1, handler: '我' }, neighbour.session)).error
      ?.code,
  ).toBe('NOT_FOUND');
});
