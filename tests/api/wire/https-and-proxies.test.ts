import { expect, it } from 'vitest';
import type { AppDeps } from '#server/app.ts';
import { createApp } from '#server/app.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const test = testApp();

async function withApp<T>(
  more: Partial<AppDeps>,
  use: (app: Awaited<ReturnType<typeof createApp>>) => Promise<T>,
) {
  const app = await createApp({
    databaseUrl: test.url,
    masterKey,
    dataDir: '/nonexistent',
    logLevel: 'silent',
    clock: test.clock,
    ...more,
  });
  try {
    return await use(app);
  } finally {
    await app.close();
  }
}

it('sends HSTS only where the public URL is https, on every kind of answer', async () => {
  await withApp({ publicUrl: 'https://bangfu.example.cn' }, async ({ http }) => {
    for (const url of ['/healthz', '/graphql', '/nowhere', '/files']) {
      expect((await http.inject(url)).headers['strict-transport-security'], url).toBe('max-age=31536000');
    }
  });
  for (const publicUrl of [undefined, 'http://bangfu.example.cn'])
    await withApp({ publicUrl }, async ({ http }) =>
      expect((await http.inject('/healthz')).headers['strict-transport-security']).toBeUndefined(),
    );
});

const login = 'mutation ($input: LoginInput!) { login(input: $input) { mustChangePassword } }';

/** The address with which a failed sign-in was audited. */
async function addressOf(trustedProxies: string[] | undefined, forwarded: string, remoteAddress: string) {
  return withApp({ trustedProxies }, async ({ http }) => {
    let seen = '';
    http.addHook('onRequest', async (request) => {
      seen = request.ip;
    });
    await http.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress,
      headers: { 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' },
      payload: { query: login, variables: { input: { username: 'nobody', password: 'x' } } },
    });
    return seen;
  });
}

it.each([
  ['nobody where none is named', undefined, '127.0.0.1', '127.0.0.1'],
  ['a proxy that is named', ['127.0.0.1'], '127.0.0.1', '198.51.100.7'],
  ['a network that is named', ['10.0.0.0/8'], '10.1.2.3', '198.51.100.7'],
  ['nobody else', ['10.0.0.0/8'], '192.0.2.1', '192.0.2.1'],
] as const)("trusts %s to name the client's address", async (_what, proxies, from, expected) => {
  expect(await addressOf(proxies && [...proxies], '198.51.100.7', from)).toBe(expected);
});

it('serves metrics to this machine and to nobody behind a proxy on it', async () => {
  const { http } = test.app;
  expect((await http.inject('/metrics')).statusCode).toBe(200);
  const through = { url: '/metrics', headers: { 'x-forwarded-for': '198.51.100.7' } };
  expect((await http.inject(through)).statusCode).toBe(404);
});
