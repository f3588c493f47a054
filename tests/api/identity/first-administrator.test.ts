import { expect, it } from 'vitest';
import { ensureFirstAdministrator } from '#modules/identity/account/first-administrator.service.ts';
import { ConfigError } from '#platform/config/env.ts';
import { appUser } from '#schema/identity/identity.table.ts';
import { identityActs } from '#tests/factories/people/identity-acts.ts';
import { testApp } from '#tests/setup/app.ts';

const refused = testApp();
const chosen = testApp();
const raced = testApp();

it('refuses a weak password by the name of its variable and creates no account', async () => {
  const attempt = ensureFirstAdministrator(refused.app, 'password123');
  await expect(attempt).rejects.toThrow(ConfigError);
  await expect(attempt).rejects.toThrow('BANGFU_ADMIN_PASSWORD');
  expect(await refused.owner.db.select().from(appUser)).toEqual([]);
});

it('accepts a chosen password, does not ask for another, and never overwrites it', async () => {
  const { login, mayRead } = identityActs(chosen);
  const made = await ensureFirstAdministrator(chosen.app, '漳河-Zhang-71');
  expect(made).toEqual({ username: 'admin', oneTimePassword: null, created: true });
  const again = await ensureFirstAdministrator(chosen.app, 'Another-one-99');
  expect(again).toEqual({ username: 'admin', oneTimePassword: null, created: false });
  expect((await login('admin', 'Another-one-99')).code).toBe('WRONG_CREDENTIALS');
  const { session } = await login('admin', '漳河-Zhang-71');
  expect(await mayRead(session)).toBeNull();
});

it('creates one administrator however many servers start at once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => ensureFirstAdministrator(raced.app)));
  expect(all.filter((one) => one.created)).toHaveLength(1);
  expect(all.filter((one) => one.oneTimePassword !== null)).toHaveLength(1);
  expect(await raced.owner.db.select().from(appUser)).toHaveLength(1);
});
