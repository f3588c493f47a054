import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt, stepAt } from '#modules/identity/second-factor/totp.rules.ts';
import { holder, type Running, runHere, startServer, temporaryFolder } from '#tests/cli/processes.ts';
import { secretOf } from '#tests/factories/people/second-factors.ts';

const folder = temporaryFolder();
const { dataDir } = folder;
const bangfu = (...args: string[]) => runHere(args, { BANGFU_DATA: dataDir });
let server: Running;

beforeAll(async () => {
  server = await startServer({ BANGFU_DATA: dataDir });
  expect(holder(dataDir).pid).toBe(server.child.pid);
  expect((await bangfu('divisions', 'load', '130434')).code).toBe(0);
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function sendQuery(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { body: await answer.json(), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

const login =
  'mutation ($input: LoginInput!) { login(input: $input) { mustChangePassword user { username } } }';

test('the first administrator signs in with the password printed once, changes it, and may do all that a new office needs', async () => {
  const password = /password ([\w-]{19})/.exec(server.stdout)?.[1];
  const entered = await sendQuery(login, { input: { username: 'admin', password } });
  expect(entered.body.data.login).toEqual({ mustChangePassword: true, user: { username: 'admin' } });
  const { cookie } = entered;
  const refused = await sendQuery('{ users { totalCount } }', {}, { cookie });
  expect(refused.body.errors[0].extensions.code).toBe('PASSWORD_CHANGE_REQUIRED');
  const input = { currentPassword: password, newPassword: '漳河-Zhang-71' };
  await sendQuery(
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ok } }',
    { input },
    { cookie },
  );
  const me = await sendQuery('{ me { rights grants { role division { code } } } }', {}, { cookie });
  expect(me.body.data.me.grants).toEqual([
    { role: 'COUNTY_DESK', division: null },
    { role: 'SYSTEM_ADMINISTRATOR', division: null },
  ]);
  expect(me.body.data.me.rights).toEqual(
    expect.arrayContaining(['division.write', 'import.run', 'pairing.write']),
  );
});

test('a user is added with a link on standard output, with which the password is chosen', async () => {
  const added = await bangfu(
    'user',
    'add',
    'wei-desk',
    '--role',
    'COUNTY_DESK',
    '--division',
    '130434',
    '--name',
    '魏县专班',
  );
  expect(added.code).toBe(0);
  const token = /^http:\/\/\S+\/#\/reset\/([\w-]{43})\n$/.exec(added.stdout)?.[1];
  const input = { token, newPassword: 'Weihe-river-2026' };
  const reset = await sendQuery(
    'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { username } }',
    { input },
  );
  expect(reset.body).toMatchObject({ data: { resetPassword: { username: 'wei-desk' } } });
  const entered = await sendQuery(login, { input: { username: 'wei-desk', password: 'Weihe-river-2026' } });
  const { body } = await sendQuery(
    '{ me { user { displayName } grants { role division { name } } } }',
    {},
    { cookie: entered.cookie },
  );
  expect(body.data.me).toEqual({
    user: { displayName: '魏县专班' },
    grants: [{ role: 'COUNTY_DESK', division: { name: '魏县' } }],
  });

  const again = await bangfu('user', 'reset', 'WEI-DESK');
  expect(again.stdout).toMatch(/#\/reset\/[\w-]{43}\n$/);
});

test("a token is issued in a user's name, within that user's rights", async () => {
  const make = (rights: string) =>
    bangfu('token', 'create', 'wei-desk', '--division', '130434', '--rights', rights);
  const issued = await make('household.read,visit.read');
  expect(issued).toMatchObject({ code: 0 });
  const { body } = await sendQuery(
    '{ me { rights } }',
    {},
    { authorization: `Bearer ${issued.stdout.trim()}` },
  );
  // Divisions are public; every token reads them.
  expect(body).toMatchObject({ data: { me: { rights: ['division.read', 'household.read', 'visit.read'] } } });
  const refused = await make('division.write');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('GRANT_EXCEEDS_OWN');
});

test('a second factor is reset on the command line, with the reason in the trail', async () => {
  const enter = () => sendQuery(login, { input: { username: 'wei-desk', password: 'Weihe-river-2026' } });
  const { cookie } = await enter();
  const send = async (name: string, selection: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`;
    return (await sendQuery(document, { input }, { cookie })).body.data[name];
  };
  const { secret } = await send('beginSecondFactor', 'secret', { currentPassword: 'Weihe-river-2026' });
  const code = codeAt(secretOf(secret), stepAt(new Date()));
  expect((await send('confirmSecondFactor', 'recoveryCodes', { code })).recoveryCodes).toHaveLength(10);
  expect((await enter()).body.data.login.user).toBeNull();

  const unsaid = await bangfu('user', 'reset-second-factor', 'wei-desk');
  expect(unsaid).toMatchObject({ code: 1, stdout: '' });
  expect(unsaid.stderr).toContain('--reason');
  expect((await enter()).body.data.login.user).toBeNull();
  const done = await bangfu('user', 'reset-second-factor', 'Wei-Desk', '--reason', '手机丢失，当面核实');
  expect(done).toMatchObject({ code: 0 });
  expect((await enter()).body.data.login.user).toEqual({ username: 'wei-desk' });
  expect((await sendQuery('{ me { rights } }', {}, { cookie })).body.errors[0].extensions.code).toBe(
    'UNAUTHENTICATED',
  );
  const again = await bangfu('user', 'reset-second-factor', 'wei-desk', '--reason', '手机丢失，当面核实');
  expect(again.stderr).toContain('SECOND_FACTOR_OFF');
});

test.each([
  ['an unknown role', ['user', 'add', 'somebody', '--role', 'KING'], 'SYSTEM_ADMINISTRATOR'],
  ['a taken name', ['user', 'add', 'Wei-Desk', '--role', 'OVERSEER'], 'USERNAME_TAKEN'],
  ['a bad name', ['user', 'add', 'wei desk', '--role', 'OVERSEER'], 'input.username: USERNAME_INVALID'],
  [
    'an unknown division',
    ['user', 'add', 'somebody', '--role', 'OVERSEER', '--division', '999999'],
    'NOT_FOUND',
  ],
  ['nobody to reset', ['user', 'reset', 'nobody'], 'NOT_FOUND'],
  ['no division', ['token', 'create', 'wei-desk', '--rights', 'household.read'], '--division'],
  [
    'too many days',
    ['token', 'create', 'wei-desk', '--division', '130434', '--rights', 'household.read', '--days', '400'],
    'EXPIRY_TOO_FAR',
  ],
])('%s is refused with exit code 1', async (_, args, said) => {
  const outcome = await bangfu(...args);
  expect(outcome).toMatchObject({ code: 1, stdout: '' });
  expect(outcome.stderr).toContain(said);
});
