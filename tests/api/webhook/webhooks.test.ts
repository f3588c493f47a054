import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { applyTo, follow, newestCursor } from '#tests/factories/database/changes.ts';
import { webhookActs } from '#tests/factories/database/webhooks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp(async () => ({ webhooksAnywhere: true }));

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Message {
  readonly type: string;
  readonly data: { readonly changes?: { kind: string; type: string; id: string }[] };
}
let receiver: Server;
let url: string;
const received: Received[] = [];
/** The receiver's next answers; 200 when none is planned. */
const answers: { status: number; headers?: Record<string, string> }[] = [];
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  receiver = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      const { status, headers } = answers.shift() ?? { status: 200 };
      answer.writeHead(status, headers).end('x'.repeat(200_000));
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook?key=1`;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  received.length = 0;
  answers.length = 0;
  await test.owner.db.execute(sql`delete from webhook`);
  test.clock.set('2026-11-10T04:00:00Z');
});

const acts = webhookActs(test);
const mutate = (name: string, input: object, by: Person = desk, selection?: string) =>
  acts.mutate(by, name, input, selection);
const made = (more: object = {}) => acts.made(desk, { url, ...more });
/** One round of deliveries, until all are sent or failed. */
const round = () => acts.deliverer(desk).round();
const drain = () => test.app.jobs.drain();

const create = (villageCode: string = places.village) =>
  test.send(
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }',
    { input: { villageCode, headName: '方相奎', headResidentId: residentId(), category: 'UNSTABLE' } },
    desk.session,
  );

const messages = () => received.map(({ body }) => JSON.parse(body) as Message);
const deliveredChanges = () => messages().flatMap(({ data }) => data.changes ?? []);

function isSigned({ headers, body }: Received, secret: string): boolean {
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const mine = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(mine);
}

interface State {
  webhook: {
    status: string;
    pauseReason: string | null;
    nextTryAt: string | null;
    deliveries: { nodes: Delivery[] };
  };
}
interface Delivery {
  id: string;
  kind: string;
  status: string;
  attempts: number;
  responseCode: number | null;
  failure: string | null;
  durationMs: number | null;
}
async function stateOf(id: string): Promise<State['webhook']> {
  const answer = await test.send<State>(
    `query ($id: ID!) { webhook(id: $id) { status pauseReason nextTryAt
      deliveries(first: 100) { nodes { id kind status attempts responseCode failure durationMs } } } }`,
    { id },
    desk.session,
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.webhook;
}

it('reports what happens after its creation, signed, by ids and kinds only', async () => {
  await create();
  const { secret } = await made();
  await create();
  await round();
  expect(received).toHaveLength(1);
  expect(
    deliveredChanges()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['CATEGORY_PERIOD', 'HOUSEHOLD', 'MEMBER']);
  const [message] = received;
  expect(message && isSigned(message, secret)).toBe(true);
  expect(message && isSigned({ ...message, body: `${message.body} ` }, secret)).toBe(false);
  expect(message?.body).not.toMatch(/方相奎|130499/);
  await round();
  expect(received).toHaveLength(1);
});

it('reports only its types and its division, all in order', async () => {
  const { id } = await made({ divisionCode: places.village, types: ['MEMBER'] });
  const before = await newestCursor(test, desk.session);
  for (const place of [places.village, places.otherVillage, places.village]) await create(place);
  await round();
  const all = await follow(test, desk.session, before, { types: ['MEMBER'] });
  const copy = new Set<string>();
  applyTo(copy, all.changes);
  expect(copy.size).toBe(3);
  expect(deliveredChanges()).toHaveLength(2);
  const order = all.changes.map((one) => one.id);
  const places2 = deliveredChanges().map((one) => order.indexOf(one.id));
  expect(places2).toEqual([...places2].sort());
  expect((await stateOf(id)).deliveries.nodes).toMatchObject([
    { status: 'DELIVERED', responseCode: 200, attempts: 1 },
  ]);
});

it('retries after growing waits, the same message first, and keeps the order', async () => {
  const { id } = await made();
  answers.push({ status: 500 }, { status: 503 });
  await create();
  await round();
  await create();
  await round();
  expect(received).toHaveLength(1);
  const waiting = await stateOf(id);
  expect(waiting.deliveries.nodes).toMatchObject([
    { status: 'WAITING', failure: 'STATUS', responseCode: 500 },
  ]);
  expect(waiting.nextTryAt).not.toBeNull();
  test.clock.set('2026-11-10T04:00:15Z');
  await round();
  expect(received).toHaveLength(2);
  test.clock.set('2026-11-10T04:00:25Z');
  await round();
  expect(received).toHaveLength(2);
  test.clock.set('2026-11-10T04:01:00Z');
  await round();
  expect(received).toHaveLength(4);
  expect(
    new Set(received.slice(0, 3).map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size,
  ).toBe(1);
  expect(
    (await stateOf(id)).deliveries.nodes.map(({ attempts, status }) => `${attempts} ${status}`).sort(),
  ).toEqual(['1 DELIVERED', '3 DELIVERED']);
});

it('pauses by itself after three days of failure, and resumes where it stopped', async () => {
  const { id } = await made();
  answers.push({ status: 500 }, { status: 500 });
  await create();
  await round();
  test.clock.set('2026-11-13T04:00:01Z');
  await round();
  expect(await stateOf(id)).toMatchObject({ status: 'PAUSED', pauseReason: 'FAILING' });
  await round();
  expect(received).toHaveLength(2);
  await mutate('resumeWebhook', { webhookId: id });
  await round();
  expect(await stateOf(id)).toMatchObject({ status: 'ACTIVE', pauseReason: null });
  expect(received).toHaveLength(3);
});

it('sends nothing while paused by hand, and everything afterwards', async () => {
  const { id } = await made();
  await mutate('pauseWebhook', { webhookId: id });
  await create();
  await round();
  expect(received).toEqual([]);
  await mutate('resumeWebhook', { webhookId: id });
  await round();
  expect(deliveredChanges()).toHaveLength(3);
});

it('follows no redirect', async () => {
  const { id } = await made();
  answers.push({ status: 302, headers: { location: url } });
  await create();
  await round();
  expect(received).toHaveLength(1);
  expect((await stateOf(id)).deliveries.nodes).toMatchObject([{ failure: 'REDIRECT', responseCode: 302 }]);
});

it('signs with both secrets for a while after a rotation, then with the new one', async () => {
  const { id, secret } = await made();
  const answer = await mutate('rotateWebhookSecret', { webhookId: id }, desk, 'secret');
  const fresh = answer.data?.rotateWebhookSecret?.secret ?? '';
  expect(fresh).toMatch(/^whsec_/);
  await create();
  await round();
  test.clock.set('2026-11-13T04:00:00Z');
  await create();
  await round();
  const signed = received.map((one) => [isSigned(one, secret), isSigned(one, fresh)]);
  expect(signed).toEqual([
    [true, true],
    [false, true],
  ]);
});

it('stores no secret unencrypted', async () => {
  const { secret } = await made();
  const [row] = await test.owner.db.execute<{ all: string }>(
    sql`select (select string_agg(w::text, '') from webhook w) || (select string_agg(a::text, '') from audit_event a) as all`,
  );
  expect(row?.all).not.toContain(secret);
  expect(row?.all).not.toContain(Buffer.from(secret).toString('hex'));
});

it('sends a test at once, and repeats any message under its id', async () => {
  const { id } = await made();
  await mutate('testWebhook', { webhookId: id });
  await drain();
  expect(messages().filter(({ type }) => type === 'test')).toHaveLength(1);
  const [delivery] = (await stateOf(id)).deliveries.nodes;
  expect(delivery).toMatchObject({ kind: 'TEST', status: 'DELIVERED' });
  await mutate('redeliverWebhook', { deliveryId: delivery?.id });
  await drain();
  const trials = received.filter(({ body }) => body.includes('"test"'));
  expect(trials).toHaveLength(2);
  expect(trials[0]?.headers['webhook-id']).toBe(trials[1]?.headers['webhook-id']);
});

it('stops once its owner loses the right', async () => {
  const maker = await signedIn(test, 'COUNTY_DESK', places.county);
  const input = { name: '同步', url, divisionCode: places.county };
  const answer = await mutate('createWebhook', input, maker, 'webhook { id }');
  await test.owner.db.execute(sql`update user_grant set revoked_at = now() where user_id = ${maker.userId}`);
  await create();
  await round();
  expect(received).toEqual([]);
  expect(await stateOf(answer.data?.createWebhook?.webhook.id ?? '')).toMatchObject({ pauseReason: 'OWNER' });
});

it('says to start again where changes may be missing', async () => {
  await made();
  await test.owner.db.execute(
    sql`update app_meta set value = 'another ' || value where key = 'change_epoch'`,
  );
  await round();
  expect(messages().map(({ type }) => type)).toEqual(['reset']);
});
