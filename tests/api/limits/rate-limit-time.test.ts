import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { waiting, whileLocked } from '#tests/factories/database/locks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';

/** A read of half a second would be charged; the delay of a busy machine is not. */
const rateLimits = { tokenPoints: 50_000, userPoints: 50_000, longestPause: 0, millisecondPoints: 100 };
const test = testApp(async () => ({ rateLimits }));
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  await makeHousehold(test, { villageCode: places.village });
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  rateLimits.millisecondPoints = 100;
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const page = '{ households(first: 20) { nodes { id headName } } }';

/** Requests a page so many times at once, each delayed by 700 milliseconds. */
async function sendSlowQueries(times: number) {
  let slow: ReturnType<typeof test.send>[] = [];
  await whileLocked(test, async () => {
    slow = Array.from({ length: times }, () => test.send(page, {}, desk.session));
    expect(await waiting(test, times)).toBe(times);
    await new Promise((resolve) => setTimeout(resolve, 700));
  });
  for (const answer of await Promise.all(slow)) expect(answer.status).toBe(200);
}

it('charges afterwards for time beyond what the price covers', async () => {
  await sendSlowQueries(3);
  const refused = await test.send(page, {}, desk.session);
  expect(refused.status).toBe(429);
  expect(refused.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  const neighbour = await signedIn(test, 'COUNTY_DESK', places.county);
  expect((await test.send(page, {}, neighbour.session)).status).toBe(200);
  test.clock.set('2026-11-10T04:01:00Z');
  expect((await test.send(page, {}, desk.session)).status).toBe(200);
});

it("one slow operation does not cost a whole minute's budget", async () => {
  await sendSlowQueries(1);
  const next = await test.send(page, {}, desk.session);
  expect(next.status).toBe(200);
  expect(Number(next.headers['ratelimit-remaining'])).toBeGreaterThan(rateLimits.userPoints / 2);
});

it('charges a read once, also where the cached viewer turns out to be outdated', async () => {
  // Time is charged besides, which a busy machine would add to.
  rateLimits.millisecondPoints = 0;
  const remaining = async () =>
    Number((await test.send(page, {}, desk.session)).headers['ratelimit-remaining']);
  const first = await remaining();
  const price = first - (await remaining());
  expect(price).toBe(Number((await test.send(page, {}, desk.session)).headers['x-cost']));
  const before = await remaining();
  // The next read finds its cached viewer outdated and starts again.
  await test.owner.db.execute(
    sql`update app_user set display_name = display_name || '改' where id = ${desk.userId}`,
  );
  expect(before - (await remaining())).toBe(price);
});

it('charges whole points for costs in tenths, until the budget is spent and after', async () => {
  const board = (rows: number) =>
    `{ quarterBoard(period: "2026-Q4", divisionCode: "${places.county}") { rows(by: VILLAGE, first: ${rows}) { households } } }`;
  const statuses = new Set<number>();
  for (let turn = 0; turn < 40 && !statuses.has(429); turn += 1) {
    const { status, headers } = await test.send(board((turn % 9) + 1), {}, desk.session);
    statuses.add(status);
    if (status === 200) expect(headers['x-cost']).toMatch(/^\d+$/);
    expect(headers['ratelimit-remaining'] ?? '0').toMatch(/^-?\d+$/);
  }
  expect([...statuses]).toEqual([200, 429]);
});
