import { beforeAll, beforeEach, expect, it } from 'vitest';
import { globalId, newId } from '#platform/core/ids.ts';
import type { RoleKey } from '#schema/codes/rights.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import {
  type ClaimPeople,
  claimInput,
  makeClaim,
  makeClaimPeople,
  makeInsurer,
  sendClaimVerb,
} from '#tests/factories/money/claims.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';

const test = testApp();
const plain = plainApp(test);
let people: ClaimPeople;
let home: MadeHousehold;

beforeAll(async () => {
  await makeDivisions(test);
  people = await makeClaimPeople(test);
});
beforeEach(async () => {
  home = await makeHousehold(test);
});

/** Gives a person one more role. */
async function grant({ userId }: Person, role: RoleKey): Promise<void> {
  const createdAt = test.clock.now().toISOString();
  const row = { id: newId(), userId, role, divisionCode: places.county, fromOn: '2020-01-01', createdAt };
  await test.owner.db.insert(userGrant).values(row);
}

it('lets nobody act on two sides of a claim, whatever roles they hold', async () => {
  const all = await signedIn(test, 'COUNTY_DESK', places.county);
  for (const role of ['TOWNSHIP_REVIEWER', 'VILLAGE_CADRE', 'INSURER'] as const) await grant(all, role);
  await makeCadre(test, { userId: all.userId, organizationId: people.insurer.id });
  const claim = await makeClaim(test, home, { ...people, maker: all }, 'SUBMITTED');
  const passed = { id: claim.id, expectedVersion: claim.version, passed: true };
  const own = await sendClaimVerb(test, 'checkClaim', passed, all);
  expect(own.error).toMatchObject({ code: 'MAKER_IS_CHECKER' });
  const checked = await sendClaimVerb(test, 'checkClaim', passed, people.checker);
  const sent = await sendClaimVerb(
    test,
    'sendToInsurer',
    { id: claim.id, expectedVersion: checked.claim?.version, insurerId: people.insurer.globalId },
    all,
  );
  const found = { assessedOwn: '1.00', income: '1.00', heads: 1, findings: '查勘' };
  const assess = { id: claim.id, expectedVersion: sent.claim?.version, ...found };
  expect((await sendClaimVerb(test, 'assessClaim', assess, all)).error?.code).toBe('MAKER_IS_CHECKER');
  const done = await sendClaimVerb(test, 'assessClaim', assess, people.insurer.clerk);
  expect(done.claim?.status).toBe('ASSESSED');
});

it('counts who changed a draft among its makers', async () => {
  const claim = await makeClaim(test, home, people, 'DRAFT');
  const change = { id: claim.id, expectedVersion: claim.version, cause: '乡镇代为修改' };
  const changed = await sendClaimVerb(test, 'updateClaim', change, people.checker);
  const submit = { id: claim.id, expectedVersion: changed.claim?.version };
  const submitted = await sendClaimVerb(test, 'submitClaim', submit, people.maker);
  const check = { id: claim.id, expectedVersion: submitted.claim?.version, passed: true };
  expect((await sendClaimVerb(test, 'checkClaim', check, people.checker)).error?.code).toBe(
    'MAKER_IS_CHECKER',
  );
});

const openAll = `query ($claim: ID!, $household: ID!) {
  claims { totalCount nodes { id personName diagnosis steps { id } expenses { receiptNumber } layers { amount } } }
  byHousehold: claims(filter: { household: $household }) { totalCount }
  claim(id: $claim) { id } node(id: $claim) { id } }`;

interface Opened {
  claims: { nodes: { id: string }[] };
}

it.each([
  ['one statement', test],
  ['resolvers', plain],
] as const)('shows an insurer the claims sent to it and nothing else, by %s', async (_way, { send }) => {
  const sent = await makeClaim(test, home, people, 'WITH_INSURER', { diagnosis: '样例诊断' });
  const other = await makeHousehold(test);
  const waits = await makeClaim(test, other, people, 'CHECKED');
  const { clerk } = people.insurer;
  const { data } = await send<Opened>(openAll, { claim: sent.id, household: home.globalId }, clerk.session);
  const { nodes: claims } = data?.claims ?? { nodes: [] };
  expect(claims.find(({ id }) => id === sent.id)).toMatchObject({
    diagnosis: '样例诊断',
    steps: [{}, {}, {}, {}],
  });
  expect(claims.map(({ id }) => id)).not.toContain(waits.id);
  const hidden = await send(openAll, { claim: waits.id, household: other.globalId }, clerk.session);
  expect(hidden.data).toMatchObject({ byHousehold: null, claim: null, node: null });
  // Another insurer, and somebody who holds the role and works nowhere.
  const stranger = await makeInsurer(test);
  const unplaced = await signedIn(test, 'INSURER', places.county);
  for (const { session } of [stranger.clerk, unplaced]) {
    const none = await send(openAll, { claim: sent.id, household: home.globalId }, session);
    expect(none.data).toMatchObject({ claims: { totalCount: 0, nodes: [] }, claim: null, node: null });
  }
  for (const field of ['household { id }', 'member { id }', 'insurer { id }', 'problem { id }']) {
    const answer = await send(
      `query ($id: ID!) { claim(id: $id) { ${field} } }`,
      { id: sent.id },
      clerk.session,
    );
    expect(answer.errors?.[0]?.extensions.code, field).toBe('FORBIDDEN');
  }
});

it('lets an insurer do nothing with a claim that was not sent to it', async () => {
  const sent = await makeClaim(test, home, people, 'WITH_INSURER');
  const stranger = await makeInsurer(test);
  const found = { assessedOwn: '1.00', income: '1.00', heads: 1, findings: '查勘' };
  const input = { id: sent.id, expectedVersion: sent.version, ...found };
  const refused = await sendClaimVerb(test, 'assessClaim', input, stranger.clerk);
  expect(refused.error?.code).toBe('NOT_FOUND');
});

it('gives a token of somebody of an insurer no right to claims', async () => {
  const claim = await makeClaim(test, home, people, 'WITH_INSURER');
  const { bearer } = await makeToken(test, {
    ownerId: people.insurer.clerk.userId,
    divisionCode: places.county,
    rights: ['claim.read'],
  });
  const answer = await test.send(
    'query ($id: ID!) { claim(id: $id) { id } }',
    { id: claim.id },
    null,
    bearer,
  );
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('shows no diagnosis to who may not see it', async () => {
  const { claim } = await sendClaimVerb(
    test,
    'openClaim',
    claimInput(home, { diagnosis: '样例诊断' }),
    people.maker,
  );
  const overseer = await signedIn(test, 'OVERSEER', places.county);
  const answer = await test.send(
    'query ($id: ID!) { claim(id: $id) { personName diagnosis } }',
    { id: claim?.id },
    overseer.session,
  );
  expect(answer.data?.claim).toMatchObject({ personName: expect.any(String), diagnosis: null });
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', right: 'claim.diagnosis' });
});

it('takes a claim from a problem of the same household, and from none of another', async () => {
  const raise = async (household: MadeHousehold) => {
    const { data } = await test.send<{ raiseProblem: { problem: { id: string } } }>(
      `mutation ($input: RaiseProblemInput!) { raiseProblem(input: $input) { problem { id } } }`,
      { input: { householdId: household.globalId, kind: 'MEDICAL', description: '大病住院' } },
      people.decider.session,
    );
    return data?.raiseProblem.problem.id;
  };
  const more = { source: 'PROBLEM', problemId: await raise(home) };
  const made = await sendClaimVerb(test, 'openClaim', claimInput(home, more), people.maker);
  expect(made.error).toBeUndefined();
  const other = await makeHousehold(test);
  const foreign = await sendClaimVerb(
    test,
    'openClaim',
    claimInput(home, { ...more, problemId: await raise(other), allowSimilar: true }),
    people.maker,
  );
  expect(foreign.error?.fields).toHaveProperty(['input.problemId']);
  const absent = claimInput(home, { visitId: globalId('Visit', places.county, newId()), allowSimilar: true });
  expect((await sendClaimVerb(test, 'openClaim', absent, people.maker)).error?.code).toBe('NOT_FOUND');
});
