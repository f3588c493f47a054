import { getIntrospectionQuery } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { makeUser, type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';
import { withLimits } from './lifted.ts';

const test = testApp();
const password = '苹果树下3只猫';
let administrator: Person;
let token = '';

beforeAll(async () => {
  await makeDivisions(test);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const made = await test.send<{ createToken: { secret: string } }>(
    'mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }',
    {
      input: {
        name: '测试',
        divisionCode: places.county,
        rights: ['household.read'],
        expiresOn: '2026-12-10',
      },
    },
    desk.session,
  );
  token = made.data?.createToken.secret ?? '';
});

const introspection = getIntrospectionQuery();
const sendAnonymously = (document: string, send = test.send) => send(document);

/** Differences between two refusals must not depend on what exists. */
const refusalFor = async (document: string) => {
  const { status, errors, data } = await sendAnonymously(document);
  return { status, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
};

const nothing = { status: 401, data: null, code: 'UNAUTHENTICATED', message: '请先登录' };

it('anonymous users may query the name of the root type, and nothing else of the schema', async () => {
  const answer = await sendAnonymously('{ __typename }');
  expect(answer).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  for (const document of [
    introspection,
    '{ __type(name: "Household") { name } }',
    '{ ...f } fragment f on Query { __schema { queryType { name } } }',
    '{ ... on Query { ... { __schema { types { name } } } } }',
    'query A { __typename } query B { __schema { types { name } } }',
  ]) {
    expect(await refusalFor(document), document).toEqual(nothing);
  }
});

it('anonymous answers do not depend on whether a field, type, argument or fragment exists', async () => {
  for (const document of [
    '{ households { nodes { id } } }',
    '{ houshold { id } }',
    '{ households(frist: 1) { nope } }',
    '{ me { user { username } } }',
    'mutation { logout { ok } }',
    'mutation { nonsense }',
    'query ($x: Nonsense!) { node(id: $x) { id } }',
    '{ ...f } fragment f on Nonsense { id }',
    '{ ...unknown }',
    'subscription { anything }',
    'mutation { resetPassword(input: {}) { ok } households { id } }',
    'query A { __typename } query B { households { totalCount } }',
  ]) {
    expect(await refusalFor(document), document).toEqual(nothing);
  }
});

it('anonymous users may use only public root fields', async () => {
  const schema = createSchema();
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ kind: type?.name.toLowerCase(), field })),
  );
  const open: string[] = [];
  for (const { kind, field } of fields) {
    const { code } = await refusalFor(`${kind} { ${field.name} }`);
    if (code !== 'UNAUTHENTICATED') open.push(field.name);
  }
  expect(open.sort()).toEqual(['completeLogin', 'login', 'resetPassword']);
});

it('lets a user sign in, and change a first password before anything else', async () => {
  const { username } = await makeUser(test, { password, mustChangePassword: true });
  const login = 'mutation ($input: LoginInput!) { login(input: $input) { mustChangePassword } }';
  const answer = await test.send(login, { input: { username, password } });
  expect(answer.data).toEqual({ login: { mustChangePassword: true } });
  const session = /bangfu=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';
  const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ok } }';
  const input = { currentPassword: password, newPassword: `${password}也在` };
  const early = await test.send('{ households { totalCount } }', {}, session);
  expect(early.errors?.[0]?.extensions.code).toBe('PASSWORD_CHANGE_REQUIRED');
  expect((await test.send(change, { input }, session)).data).toEqual({ changePassword: { ok: true } });
});

it('shows the schema to signed-in users and tokens', async () => {
  const ways: Record<string, string>[] = [
    { cookie: `bangfu=${administrator.session}` },
    { authorization: `Bearer ${token}` },
  ];
  for (const headers of ways) {
    const answer = await test.send(introspection, {}, null, headers);
    expect(answer).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
  }
});

it('names wrong fields to signed-in users, several at once, without suggestions', async () => {
  const answer = await test.send('{ houshold { id } me { usr } }', {}, administrator.session);
  expect(answer.status).toBe(400);
  expect(answer.errors).toHaveLength(2);
  expect(JSON.stringify(answer.errors)).toContain('houshold');
  expect(JSON.stringify(answer.errors)).not.toContain('Did you mean');
});

it('would show all of it without the guard', async () => {
  const answer = await withLimits(test, { openToStrangers: true }, (send) => send(introspection));
  expect(answer).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
});
