import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { type MadeCadre, makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let home: MadeHousehold;
let helper: MadeCadre;
const rights = ['household.read', 'cadre.read', 'pairing.read', 'visit.read', 'visit.write', 'problem.write'];
const tokens: Awaited<ReturnType<typeof makeToken>>[] = [];

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  home = await makeHousehold(test);
  helper = await makeCadre(test);
  await makePairing(test, { household: home, cadre: helper, startedOn: '2026-07-01' });
  for (let made = 0; made < 2; made += 1)
    tokens.push(await makeToken(test, { ownerId: desk.userId, divisionCode: places.county, rights }));
});

interface Logged {
  logVisit: { clientMutationId: string; visit: Record<string, unknown> & { id: string } } | null;
}
const document = `mutation ($input: LogVisitInput!) { logVisit(input: $input) { clientMutationId
  visit { id recordedBy recordedByToken problems { id version steps { recordedBy recordedByToken } } } } }`;
const log = (visitedOn: string, key: string, bearer?: Record<string, string>, more: object = {}) => {
  const input = {
    householdId: home.globalId,
    cadreId: helper.globalId,
    visitedOn,
    mode: 'IN_PERSON',
    findings: '安好',
    ...more,
  };
  const variables = { input: { ...input, clientMutationId: key } };
  return test.send<Logged>(document, variables, bearer ? null : desk.session, bearer ?? {});
};

it("keeps the mutation ids of a session and of each token apart: nobody gets another caller's answer", async () => {
  const callers = [undefined, tokens[0]?.bearer, tokens[1]?.bearer];
  const ids: (string | undefined)[] = [];
  for (const [at, bearer] of callers.entries()) {
    // Other input: with a shared key this would be refused as a mismatch.
    const first = await log(`2026-11-0${at + 1}`, 'same key', bearer);
    expect(first.errors).toBeUndefined();
    expect(await log(`2026-11-0${at + 1}`, 'same key', bearer)).toMatchObject({ data: first.data });
    ids.push(first.data?.logVisit?.visit.id);
  }
  expect(new Set(ids).size).toBe(3);
});

it.each([
  ['nothing', ''],
  ['blanks', ' \u3000 '],
  ['a mark that nobody sees', '\u200b'],
])('does not accept %s as a mutation id, and says so at its field', async (_what, key) => {
  const answer = await log('2026-11-05', key);
  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'input.clientMutationId': { code: 'REQUIRED_MISSING' } },
  });
});

it('names the person and the token for visits that a program logged, corrected and withdrew', async () => {
  const bearer = tokens[0]?.bearer;
  const problems = [{ kind: 'WATER', description: '缺水' }];
  const made = await log('2026-11-06', 'named', bearer, { problems });
  const visit = made.data?.logVisit?.visit;
  const person = { recordedBy: expect.stringMatching(/^测试人员/), recordedByToken: '测试令牌' };
  expect(visit).toMatchObject({ ...person, problems: [{ steps: [person] }] });
  const corrected = await test.send(
    `mutation ($input: CorrectVisitInput!) { correctVisit(input: $input) { visit { versions { replacedBy replacedByToken } } } }`,
    { input: { id: visit?.id, expectedVersion: 1, findings: '已通水', reason: '补记' } },
    null,
    bearer,
  );
  expect(corrected.data).toMatchObject({
    correctVisit: { visit: { versions: [{ replacedByToken: '测试令牌' }] } },
  });
  const withdrawn = await test.send(
    `mutation ($input: WithdrawVisitInput!) { withdrawVisit(input: $input) { visit { withdrawnBy withdrawnByToken } } }`,
    { input: { id: visit?.id, reason: '重复' } },
    null,
    bearer,
  );
  expect(withdrawn.data).toMatchObject({ withdrawVisit: { visit: { withdrawnByToken: '测试令牌' } } });
  const own = await log('2026-11-07', 'own');
  expect(own.data?.logVisit?.visit).toMatchObject({ recordedByToken: null });
  const trail = await test.send<{ auditEvents: { nodes: { action: string; tokenName: string | null }[] } }>(
    '{ auditEvents(first: 50) { nodes { action actorName tokenName } } }',
    {},
    desk.session,
  );
  const by = (action: string) =>
    trail.data?.auditEvents.nodes
      .filter((event) => event.action === action)
      .map(({ tokenName }) => tokenName);
  expect(by('withdrawVisit')).toEqual(['测试令牌']);
  expect(by('logVisit')).toContain(null);
});
