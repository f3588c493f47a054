import { createServer, type Server, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newWebhookSecret, post } from '#modules/webhook/post.ts';
import { webhookActs } from '#tests/factories/database/webhooks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp(async () => ({ webhooksAnywhere: true }));
const { mutate, made, deliverer } = webhookActs(test);
let desk: Person;
let other: Person;
const servers: Server[] = [];
const sockets: Socket[] = [];

/** A receiver that answers with exactly these bytes, or with nothing. */
async function receiver(answer: (request: string) => string | null): Promise<string> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      const text = answer(String(piece));
      if (text !== null) socket.write(text, () => (text.endsWith('\r\n') ? undefined : socket.end()));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`;
}

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  other = await signedIn(test, 'COUNTY_DESK', places.county);
});
beforeEach(() => test.owner.db.execute(sql`delete from webhook`));
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

const message = () => ({ id: 'msg_1', at: new Date(), body: '{}', secrets: [newWebhookSecret()] });

it.each([
  [
    'changes the protocol',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    'STATUS',
    101,
  ],
  ['begins an answer and goes', 'HTTP/1.1 200 O', 'UNREACHABLE', null],
  ['goes in the middle of an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc', 'UNREACHABLE', null],
  ['says something else', 'SSH-2.0-x', 'UNREACHABLE', null],
])('gives up on a receiver that %s', async (_what, answer, failure, responseCode) => {
  const url = await receiver(() => answer);
  expect(await post(url, message(), { anywhere: true })).toMatchObject({ failure, responseCode });
});

it('sends to all other webhooks while one receiver never answers', async () => {
  const received: string[] = [];
  const silent = await receiver(() => null);
  const healthy = await receiver((request) => {
    if (request.includes('"changes"')) received.push(request);
    return 'HTTP/1.1 204 No Content\r\n\r\n';
  });
  // Created first, and more of them than one person may have in delivery.
  for (let count = 0; count < 6; count += 1) await made(desk, { url: silent });
  await made(other, { url: healthy });
  const { begin } = deliverer(other);
  for (const count of [1, 2]) {
    const input = {
      villageCode: places.village,
      headName: '方相奎',
      headResidentId: residentId(),
      category: 'UNSTABLE',
    };
    const document =
      'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
    expect((await test.send(document, { input }, other.session)).errors).toBeUndefined();
    await vi.waitFor(
      async () => {
        await begin();
        expect(received.length).toBeGreaterThanOrEqual(count);
      },
      { timeout: 8_000 },
    );
  }
  const [{ waiting } = {}] = await test.owner.db.execute(
    sql`select count(*)::int as waiting from webhook_delivery where attempts = 0 and status = 'WAITING'`,
  );
  expect(waiting).toBe(4);
});

it('queues a few manual messages per person, and refuses more until they are sent', async () => {
  const url = await receiver(() => 'HTTP/1.1 204 No Content\r\n\r\n');
  const mine = await made(desk, { url });
  const theirs = await made(other, { url });
  const send = async (by: Person, webhookId: string) =>
    (await mutate(by, 'testWebhook', { webhookId })).errors?.[0]?.extensions;
  for (let count = 0; count < 3; count += 1) expect(await send(desk, mine.id)).toBeUndefined();
  expect(await send(desk, mine.id)).toMatchObject({
    code: 'WEBHOOK_BUSY',
    fields: { 'input.webhookId': { code: 'WEBHOOK_BUSY' } },
  });
  expect(await send(other, theirs.id)).toBeUndefined();
  await test.app.jobs.drain();
  expect(await send(desk, mine.id)).toBeUndefined();
});
