import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';
import { type Hostile, hostileDocuments } from './documents.ts';
import { withLimits } from './lifted.ts';

const test = testApp();
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  await makeHousehold(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const byName = (documents: readonly Hostile[]) => documents.map((one) => [one.what, one] as const);
const sendHostile = ({ document, variables }: Hostile, session: string | null = desk.session) =>
  test.send(document, variables, session);

it.each(byName(hostileDocuments))('refuses %s', async (_what, hostile) => {
  const answer = await sendHostile(hostile);
  expect(hostile.code.split('|')).toContain(answer.errors?.[0]?.extensions.code);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.data).toBeNull();
  expect(answer.errors?.[0]?.extensions).toHaveProperty('messages.zh');
  expect(JSON.stringify(answer.errors)).not.toMatch(/node_modules|\bat \w+ \(|call stack|select .* from/i);
});

it.each(byName(hostileDocuments))('refuses %s anonymously', async (_what, hostile) => {
  const answer = await sendHostile(hostile, null);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

it.each(byName(hostileDocuments.filter((one) => one.lift)))(
  'would answer %s without its limit',
  async (_what, { document, variables, lift = {} }) => {
    const answer = await withLimits(test, lift, (send) => send(document, variables, desk.session));
    expect({ status: answer.status, errors: answer.errors }).toMatchObject({ status: 200 });
  },
);

const heap = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
};

it('keeps nothing of what it refused', async () => {
  for (const hostile of hostileDocuments) await sendHostile(hostile);
  const before = heap();
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(
      hostileDocuments.map((one, at) =>
        sendHostile({ ...one, document: `${one.document} # ${round} ${at} ${'x'.repeat(20_000)}` }),
      ),
    );
  }
  expect((heap() - before) / 1_048_576).toBeLessThan(50);
});

it('refuses within a quarter of a second', async () => {
  for (const hostile of hostileDocuments) {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const begun = performance.now();
      await sendHostile({ ...hostile, document: `${hostile.document} # ${round}` });
      times.push(performance.now() - begun);
    }
    // The best of five: the machine may be busy.
    expect(Math.min(...times), hostile.what).toBeLessThan(250);
  }
});
