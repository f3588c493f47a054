import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { webhookActs } from '#tests/factories/database/webhooks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp(async () => ({ webhooksAnywhere: true }));
const { made, deliverer } = webhookActs(test);
const received: string[] = [];
/** Runs while the receiver delays its answer to a new message. */
let meanwhile = async (): Promise<void> => undefined;
let isBusy = false;
let receiver: Server;

beforeAll(async () => {
  await makeDivisions(test);
  receiver = createServer(async (request, answer) => {
    const id = String(request.headers['webhook-id']);
    const isFirst = !isBusy && !received.includes(id);
    received.push(id);
    request.resume();
    if (isFirst) {
      isBusy = true;
      await meanwhile();
      isBusy = false;
    }
    answer.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

/** A name server and a receiver that both use all the time they are given. */
const longestGo = 20_000;

it('keeps a webhook for the process that sends to it, however long that takes', async () => {
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const { id } = await made(desk, { url });
  const waiting = Array.from({ length: 6 }, () => newId());
  for (const one of waiting)
    await test.owner.db.execute(sql`insert into webhook_delivery (id, webhook_id, kind, body, change_count, created_at)
      values (${one}, ${id.split(':').at(-1)}, 'CHANGES', '{}', 1, ${test.clock.now().toISOString()})`);
  const [mine, other] = [deliverer(desk), deliverer(desk)];
  meanwhile = async () => {
    test.clock.set(new Date(test.clock.now().getTime() + longestGo).toISOString());
    // Another process that found the webhook free would send the message that is under way.
    await other.round();
  };
  await mine.round();
  await other.round();
  expect(received).toEqual(waiting.map((one) => `msg_${one}`));
});
