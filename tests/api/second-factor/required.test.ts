import { eq } from 'drizzle-orm';
import type { GraphQLField } from 'graphql';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId, newId } from '#platform/core/ids.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { loginFailure } from '#schema/identity/identity.table.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';
import { makeUser, type Person, signedIn } from '#tests/factories/people/people.ts';
import { password, secondFactorActs, secretOf } from '#tests/factories/people/second-factors.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { sampleInput } from '#tests/invariants/scope/sample-input.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act, begin, codeOf, confirm, enrolled, login, mayRead } = secondFactorActs(test);
let administrator: Person;

beforeAll(async () => {
  await makeDivisions(test);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  await test.owner.db.delete(loginFailure);
  await requireOf();
});

/** Writes the policy directly into the database. */
const requireOf = (...requiredRoles: string[]) =>
  test.owner.db.update(secondFactorPolicy).set({ requiredRoles, version: 1 });

const setPolicy = (input: object, by: Person | null = administrator) =>
  act<{ policy: { requiredRoles: string[]; version: number } }>(
    'setSecondFactorPolicy',
    'policy { requiredRoles stepUpToReveal stepUpMinutes version }',
    { expectedVersion: 1, requiredRoles: [], stepUpToReveal: false, ...input },
    by?.session ?? null,
  );

it('is set for the whole country by its administrators, once per version, and audited', async () => {
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const wanted = { requiredRoles: ['SECURITY_AUDITOR', 'COUNTY_DESK'], stepUpMinutes: 15 };
  expect((await setPolicy(wanted, desk)).code).toBe('FORBIDDEN');
  const set = await setPolicy(wanted);
  const policy = { requiredRoles: ['COUNTY_DESK', 'SECURITY_AUDITOR'], stepUpToReveal: false };
  expect(set.answer?.policy).toEqual({ ...policy, stepUpMinutes: 15, version: 2 });
  expect((await setPolicy(wanted)).code).toBe('CONFLICT');
  const read = '{ secondFactorPolicy { requiredRoles stepUpToReveal version } }';
  const seen = await test.send(read, {}, administrator.session);
  expect(seen.data?.secondFactorPolicy).toEqual({ ...policy, version: 2 });
  const [noted] = await test.owner.db
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.action, 'setSecondFactorPolicy'));
  expect(noted).toMatchObject({ actorId: administrator.userId, entity: 'SecondFactorPolicy' });
  expect(JSON.parse(String(noted?.before))).toMatchObject({ requiredRoles: [] });
  expect(JSON.parse(String(noted?.after))).toMatchObject(policy);
  const again = { requiredRoles: ['HELPER', 'HELPER'], expectedVersion: 2 };
  expect((await setPolicy(again)).fields).toEqual({ 'input.requiredRoles': 'DUPLICATE_VALUE' });
  for (const stepUpMinutes of [0, 241]) {
    const { fields } = await setPolicy({ stepUpMinutes, expectedVersion: 2 });
    expect(fields).toEqual({ 'input.stepUpMinutes': 'OUT_OF_RANGE' });
  }
});

it('an account without one can only enrol, from the next request on', async () => {
  const { username } = await makeUser(test, { role: 'COUNTY_DESK', divisionCode: places.county, password });
  const session = (await login(username)).session ?? '';
  const me = async () =>
    (await test.send<{ me: object }>('{ me { rights grants { role } mustEnrolSecondFactor } }', {}, session))
      .data?.me;
  expect(await mayRead(session)).toBeNull();
  await requireOf('SECURITY_AUDITOR');
  expect(await mayRead(session)).toBeNull();
  await requireOf('COUNTY_DESK');
  expect(await mayRead(session)).toBe('SECOND_FACTOR_REQUIRED');
  expect(await me()).toEqual({ rights: [], grants: [{ role: 'COUNTY_DESK' }], mustEnrolSecondFactor: true });
  const begun = await begin(session);
  await confirm(session, codeOf(secretOf(begun.answer?.secret ?? '')));
  expect(await mayRead(session)).toBeNull();
  expect(await me()).toMatchObject({ mustEnrolSecondFactor: false });
});

describe('refuses everything except enrolment', () => {
  const schema = createSchema();
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => [String(root?.name.toLowerCase()), field] as const),
  );
  const ids: Record<string, string> = { User: globalId('User', newId()), Division: 'Division:130434' };
  const world = {
    idOf: (type: string) => ids[type] ?? globalId(type, places.county, newId()),
    anotherOf: (type: string) => globalId(type, places.county, newId()),
  };
  /** Valid arguments, so that nothing else is refused first. */
  const argumentsOf = (field: GraphQLField<unknown, unknown>) =>
    field.args.filter((arg) => arg.type.toString().endsWith('!') && arg.defaultValue === undefined);
  const sample = (field: GraphQLField<unknown, unknown>, name: string, type: string): unknown => {
    if (name === 'input') {
      const [input] = field.args;
      return input && sampleInput(field.name, input.type, world);
    }
    if (type.startsWith('[')) return ['Division:130434'];
    return type === 'ID!' ? 'Division:130434' : type === 'Period!' ? '2026-Q4' : '2026-Q4';
  };
  function call(root: string, field: GraphQLField<unknown, unknown>): [string, object] {
    const args = argumentsOf(field);
    const heads = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
    const selection = /^(Boolean|String|Int|ID|Instant)!?$/.test(String(field.type)) ? '' : '{ __typename }';
    const document = `${root} ${heads && `(${heads})`} { ${field.name} ${given && `(${given})`} ${selection} }`;
    const values = args.map(({ name, type }) => [name, sample(field, name, String(type))] as const);
    return [document, Object.fromEntries(values)];
  }
  const open = ['me', 'secondFactor', 'beginSecondFactor', 'confirmSecondFactor', 'changePassword', 'logout'];
  const isOpenToAll = ({ extensions }: GraphQLField<unknown, unknown>) => extensions.permission === 'public';
  const closed = fields.filter(([, field]) => !open.includes(field.name) && !isOpenToAll(field));
  let restricted: Person;
  beforeAll(async () => {
    restricted = await signedIn(test, 'COUNTY_DESK', places.county);
  });

  it('finds fields to refuse', () => expect(closed.length).toBeGreaterThan(100));

  it.each(closed.map(([root, field]) => [field.name, root, field] as const))(
    '%s',
    async (_name, root, field) => {
      await requireOf('COUNTY_DESK');
      const [document, variables] = call(root, field);
      const answer = await test.send(document, variables, restricted.session);
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['SECOND_FACTOR_REQUIRED']);
      expect(answer.data).toBeNull();
    },
  );

  it.each([
    ['GET', `/exports/${newId()}`],
    ['POST', `/imports/ImportBatch:${places.county}:${newId()}/rejected.xlsx`],
    ['POST', `/files/Attachment:${places.county}:${newId()}`],
  ] as const)('%s %s', async (method, url) => {
    await requireOf('COUNTY_DESK');
    const headers = { cookie: `bangfu=${restricted.session}`, 'content-type': 'application/json' };
    const payload = method === 'POST' ? { payload: { purpose: '与台账核对一遍' } } : {};
    const answer = await test.app.http.inject({ method, url, headers, ...payload });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().errors[0].extensions.code).toBe('SECOND_FACTOR_REQUIRED');
  });
});

it('tokens are restricted like their owner, and cannot be made without a second factor', async () => {
  const owner = await signedIn(test, 'COUNTY_DESK', places.county);
  const input = {
    name: '数据交换',
    divisionCode: places.county,
    rights: ['household.read'],
    expiresOn: '2027-05-01',
  };
  const make = (by: { session: string }) =>
    act<{ secret: string }>('createToken', 'secret', input, by.session);
  const token = (await make(owner)).answer?.secret;
  const use = async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await test.send('{ households { totalCount } }', {}, null, headers);
    return answer.errors?.[0]?.extensions.code ?? null;
  };
  expect(await use()).toBeNull();
  await requireOf('COUNTY_DESK');
  expect(await use()).toBe('SECOND_FACTOR_REQUIRED');
  expect((await make(owner)).code).toBe('SECOND_FACTOR_REQUIRED');
  const person = await enrolled('COUNTY_DESK', places.county);
  expect((await make(person)).code).toBeNull();
  for (const name of ['stepUp', 'removeSecondFactor']) {
    const headers = { authorization: `Bearer ${token}` };
    await requireOf();
    expect((await act(name, '__typename', { code: '123456' }, null, headers)).code).toBe('TOKEN_NOT_ALLOWED');
  }
});

it('a second factor that a role requires cannot be removed', async () => {
  const person = await enrolled('COUNTY_DESK', places.county);
  await requireOf('COUNTY_DESK');
  const remove = () => act('removeSecondFactor', 'ok', { code: codeOf(person.secret) }, person.session);
  expect((await remove()).code).toBe('SECOND_FACTOR_MANDATORY');
  await requireOf('OVERSEER');
  expect((await remove()).code).toBeNull();
});

it('a grant of such a role requires enrolment at the next sign-in', async () => {
  const giver = await enrolled('SYSTEM_ADMINISTRATOR', null);
  await requireOf('SYSTEM_ADMINISTRATOR');
  const { userId, username } = await makeUser(test, {
    role: 'EVALUATOR',
    divisionCode: places.county,
    password,
  });
  const divisions = '{ divisions { totalCount } }';
  const before = (await login(username)).session;
  expect(await mayRead(before, divisions)).toBeNull();
  const grant = { userId: `User:${userId}`, role: 'SYSTEM_ADMINISTRATOR', divisionCode: places.county };
  expect((await act('addGrant', 'user { id }', grant, giver.session)).code).toBeNull();
  expect(await mayRead(before, divisions)).toBe('UNAUTHENTICATED');
  const after = (await login(username)).session ?? '';
  expect(await mayRead(after, divisions)).toBe('SECOND_FACTOR_REQUIRED');
  const secret = secretOf((await begin(after)).answer?.secret ?? '');
  expect((await confirm(after, codeOf(secret))).code).toBeNull();
  expect(await mayRead(after, divisions)).toBeNull();
});
