import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';
import { webhookActs } from '#tests/factories/database/webhooks.ts';
import { exportDocuments, exportSteps } from '#tests/factories/lists/exports.ts';
import { importDocuments, importSteps, type Payload, roster } from '#tests/factories/lists/imports.ts';
import { makeUser, signedIn } from '#tests/factories/people/people.ts';
import { password, secondFactorActs, secretOf } from '#tests/factories/people/second-factors.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp(async () => ({ webhooksAnywhere: true }));
const { begin, codeOf, confirm, enrolled, login } = secondFactorActs(test);
const { startAccepted, read } = exportSteps(test);
const { uploadAndCheck } = importSteps(test, places.county);
let household: string;

beforeAll(async () => {
  await makeDivisions(test);
  household = (await makeHousehold(test)).globalId;
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  await requireOf();
});

const requireOf = (...requiredRoles: string[]) =>
  test.owner.db.update(secondFactorPolicy).set({ requiredRoles, version: 1 });

const exchange = (clientId: string, clientSecret: string) =>
  test.app.http.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }).toString(),
  });

it('refuses an access token to a program whose owner must enrol, says why and audits it', async () => {
  const owner = await signedIn(test, 'COUNTY_DESK', places.county);
  const token = await makeToken(test, { ownerId: owner.userId, divisionCode: places.county });
  expect((await exchange(token.tokenId, token.secret)).statusCode).toBe(200);
  await requireOf('COUNTY_DESK');
  const refused = await exchange(token.tokenId, token.secret);
  expect(refused.statusCode).toBe(400);
  expect(refused.json()).toEqual({
    error: 'unauthorized_client',
    error_description: expect.stringContaining('SECOND_FACTOR_REQUIRED'),
  });
  // Without the secret nothing is revealed about the owner.
  expect((await exchange(token.tokenId, `${token.secret}x`)).json().error).toBe('invalid_client');
  const noted = await test.owner.db.select().from(auditEvent).where(eq(auditEvent.entityId, token.tokenId));
  const outcomes = noted.map(({ after }) => JSON.parse(String(after)).outcome);
  expect(outcomes).toEqual(['SUCCEEDED', 'SECOND_FACTOR_REQUIRED', 'WRONG_CREDENTIALS']);
  const other = await enrolled('COUNTY_DESK', places.county);
  const sound = await makeToken(test, { ownerId: other.userId, divisionCode: places.county });
  expect((await exchange(sound.tokenId, sound.secret)).statusCode).toBe(200);
});

it('fails exports of a person and of a program, which can be retried after enrolment', async () => {
  const { userId, username } = await makeUser(test, {
    role: 'COUNTY_DESK',
    divisionCode: places.county,
    password,
  });
  const session = (await login(username)).session ?? '';
  const { bearer } = await makeToken(test, {
    ownerId: userId,
    divisionCode: places.county,
    rights: ['export.run', 'household.read'],
  });
  const callers: { session?: string; headers?: Record<string, string> }[] = [
    { session },
    { headers: bearer },
  ];
  const input = { type: 'Household', divisionCode: places.county };
  const ids = [await startAccepted(callers[0] ?? {}, input), await startAccepted(callers[1] ?? {}, input)];
  await requireOf('COUNTY_DESK');
  await test.app.jobs.drain();
  await requireOf();
  for (const [at, id] of ids.entries())
    expect(await read(callers[at] ?? {}, id)).toMatchObject({
      status: 'FAILED',
      failure: 'SECOND_FACTOR_REQUIRED',
      byteSize: null,
    });
  await requireOf('COUNTY_DESK');
  const secret = secretOf((await begin(session)).answer?.secret ?? '');
  expect((await confirm(session, codeOf(secret))).code).toBeNull();
  for (const [at, id] of ids.entries()) {
    const caller = callers[at] ?? {};
    const again = await test.send(
      exportDocuments.retry,
      { input: { exportId: id } },
      caller.session,
      caller.headers,
    );
    expect(again.errors).toBeUndefined();
    await test.app.jobs.drain();
    expect(await read(caller, id)).toMatchObject({ status: 'DONE', total: 1 });
  }
});

it('fails the check of an import, which another user may start again', async () => {
  const owner = await signedIn(test, 'COUNTY_DESK', places.county);
  const other = await enrolled('COUNTY_DESK', places.county);
  const handed = await uploadAndCheck(owner, await roster({}));
  const batchId = handed.data?.checkImport.importBatch.id ?? '';
  await requireOf('COUNTY_DESK');
  await test.app.jobs.drain();
  const stand = async () =>
    (await test.send<Payload>(importDocuments.read, { id: batchId }, other.session)).data?.importBatch;
  expect(await stand()).toMatchObject({ status: 'FAILED', failure: 'SECOND_FACTOR_REQUIRED', total: 0 });
  await test.send(importDocuments.retryCheck, { input: { batchId } }, other.session);
  await test.app.jobs.drain();
  expect(await stand()).toMatchObject({ status: 'CHECKED', total: 1 });
});

it('sends nothing to a webhook whose owner must enrol, and everything afterwards', async () => {
  const received: string[] = [];
  const receiver = createServer((request, answer) => {
    request.on('data', (piece) => received.push(String(piece)));
    request.on('end', () => answer.writeHead(200).end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const maker = await signedIn(test, 'COUNTY_DESK', places.county);
  const other = await signedIn(test, 'OVERSEER', places.county);
  const input = { name: '同步', url, divisionCode: places.county };
  const made = await test.send<{ createWebhook: { webhook: { id: string } } }>(
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }',
    { input },
    maker.session,
  );
  const { round } = webhookActs(test).deliverer(other);
  const change = (note: string, expectedVersion: number) =>
    test.send(
      'mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { household { id } } }',
      { input: { id: household, expectedVersion, note } },
      maker.session,
    );
  expect((await change('甲', 1)).errors).toBeUndefined();
  await requireOf('COUNTY_DESK');
  await round();
  expect(received).toEqual([]);
  await requireOf();
  // Checked once a minute, and not in each round.
  await round();
  expect(received).toEqual([]);
  test.clock.set(new Date(test.clock.now().getTime() + 61_000).toISOString());
  await round();
  expect(received.join()).toContain(household);
  const id = made.data?.createWebhook.webhook.id;
  const state = await test.send('query ($id: ID!) { webhook(id: $id) { status } }', { id }, maker.session);
  expect(state.data).toEqual({ webhook: { status: 'ACTIVE' } });
  // Changes are delivered once no older transaction is open, in any database of the server.
}, 120_000);

it('lists the accounts that sign in with the password alone', async () => {
  const administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
  const without = await signedIn(test, 'VILLAGE_CADRE', places.village);
  const person = await enrolled('VILLAGE_CADRE', places.village);
  const list = async (noSecondFactor: boolean) => {
    const answer = await test.send<{ users: { nodes: { id: string }[] } }>(
      'query ($filter: UserFilter) { users(first: 100, filter: $filter) { nodes { id } } }',
      { filter: { noSecondFactor, role: ['VILLAGE_CADRE'] } },
      administrator.session,
    );
    return answer.data?.users.nodes.map(({ id }) => id);
  };
  expect(await list(true)).toEqual([`User:${without.userId}`]);
  expect(await list(false)).toEqual([`User:${person.userId}`]);
});

it('says of which accounts the viewer may reset it, in agreement with the reset itself', async () => {
  const people = {
    administrator: await signedIn(test, 'SYSTEM_ADMINISTRATOR', null),
    desk: await signedIn(test, 'COUNTY_DESK', places.county),
    auditor: await signedIn(test, 'SECURITY_AUDITOR', places.county),
    otherAuditor: await signedIn(test, 'SECURITY_AUDITOR', places.county),
    villager: await signedIn(test, 'VILLAGE_CADRE', places.village),
  };
  type Name = keyof typeof people;
  const outcomes: string[] = [];
  for (const viewer of ['administrator', 'desk', 'auditor'] as const) {
    for (const name of Object.keys(people) as Name[]) {
      if (name === viewer) continue;
      const id = `User:${people[name].userId}`;
      const seen = await test.send<{ user: { isManageable: boolean } | null }>(
        'query ($id: ID!) { user(id: $id) { isManageable } }',
        { id },
        people[viewer].session,
      );
      const reset = await test.send(
        'mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { user { id } } }',
        { input: { userId: id, reason: '本人到场核实' } },
        people[viewer].session,
      );
      // For a managed account without one there is nothing to reset; otherwise it is refused before that is checked.
      const isManaged = reset.errors?.[0]?.extensions.code === 'SECOND_FACTOR_OFF';
      expect([viewer, name, seen.data?.user?.isManageable ?? false]).toEqual([viewer, name, isManaged]);
      if (isManaged) outcomes.push(`${viewer} ${name}`);
    }
  }
  expect(outcomes).toContain('desk villager');
  expect(outcomes).toContain('auditor otherAuditor');
  expect(outcomes).not.toContain('desk auditor');
});
