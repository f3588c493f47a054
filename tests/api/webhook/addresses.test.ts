import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { webhookJobs } from '#modules/webhook/webhook.jobs.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const desk = inventedDesk(test);

const register = (url: string, divisionCode: string = places.county, name = '同步') =>
  test.send<{ createWebhook: { webhook: { id: string } } }>(
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }',
    { input: { name, url, divisionCode } },
    desk.session,
  );

it.each([
  ['http://1.1.1.1/', 'URL_NOT_HTTPS'],
  ['https://127.0.0.1/', 'URL_FORBIDDEN'],
  ['https://localhost/', 'URL_FORBIDDEN'],
  ['https://169.254.169.254/latest/meta-data', 'URL_FORBIDDEN'],
  ['https://[::1]:8443/', 'URL_FORBIDDEN'],
  ['https://[::ffff:10.0.0.1]/', 'URL_FORBIDDEN'],
  ['https://2130706433/', 'URL_FORBIDDEN'],
  // Answered like a name that resolves to a private address.
  ['https://nobody.invalid/', 'URL_FORBIDDEN'],
  ['https://a:b@1.1.1.1/', 'URL_INVALID'],
  ['nonsense', 'URL_INVALID'],
  ['https://1.1.1.1/\r\nX: y', 'URL_INVALID'],
  ['https://1.1.1.1/\u0085', 'URL_INVALID'],
  ['https://1.1.1.1/\0', 'INVALID_TEXT'],
])('refuses to register %s', async (url, code) => {
  const answer = await register(url);
  expect(answer.errors?.[0]?.extensions.fields['input.url']?.code).toBe(code);
});

it('refuses a name with a control character', async () => {
  for (const name of ['同步\r\n二', '同步\t', '同\0步', '同\u0085步']) {
    const answer = await register('https://1.1.1.1/', places.county, name);
    expect(answer.errors?.[0]?.extensions.fields['input.name']?.code).toBe('INVALID_TEXT');
  }
});

it('refuses a name that contains a personal number', async () => {
  for (const name of ['张三13900001234', '同步 130499 19700101 0011', '电话一三九零零零零一二三四']) {
    const answer = await register('https://1.1.1.1/', places.county, name);
    expect(answer.errors?.[0]?.extensions.fields['input.name']?.code).toBe('NAME_HOLDS_NUMBER');
  }
});

it('registers a public address, and no division out of reach', async () => {
  expect((await register('https://1.1.1.1/')).errors).toBeUndefined();
  const elsewhere = await register('https://1.1.1.1/', places.otherCounty);
  expect(elsewhere.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('checks the address again on connecting: one that has become private is not contacted', async () => {
  const id = (await register('https://1.1.1.1/')).data?.createWebhook.webhook.id ?? '';
  await test.owner.db.execute(sql`update webhook set url = 'https://localhost:1/'`);
  const made = await test.send<{ testWebhook: { delivery: { id: string } } }>(
    'mutation ($input: WebhookInput!) { testWebhook(input: $input) { delivery { id } } }',
    { input: { webhookId: id } },
    desk.session,
  );
  const delivery = made.data?.testWebhook.delivery.id ?? '';
  const send = webhookJobs(() => test.app.systemContext()).handlers['webhook-send'];
  await send?.({ id: delivery.split(':')[1] ?? '' }, new AbortController().signal);
  const after = await test.send(
    'query ($id: ID!) { node(id: $id) { ... on WebhookDelivery { failure status } } }',
    { id: delivery },
    desk.session,
  );
  expect(after.data?.node).toEqual({ failure: 'ADDRESS', status: 'FAILED' });
});
