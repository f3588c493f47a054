import { beforeAll, beforeEach, expect, it } from 'vitest';
import { charge } from '#modules/identity/rate-limit/rate-limit.service.ts';
import { saveUsage } from '#modules/identity/token/usage.service.ts';
import type { Viewer } from '#platform/access/viewer.ts';
import { fixedClock } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { rateLimitWindow, tokenUsage } from '#schema/identity/rate-limit.table.ts';
import { type App, createApp } from '#server/app.ts';
import { makeUser } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { masterKey, startOfTests, testApp } from '#tests/setup/app.ts';

const settings = { tokenPoints: 1_000, userPoints: 5_000, longestPause: 0 };
const test = testApp(async () => ({ rateLimits: settings }));
const otherClock = fixedClock(startOfTests);
let other: App;

beforeAll(async () => {
  await makeDivisions(test);
  other = await createApp({
    databaseUrl: test.url,
    masterKey,
    dataDir: '/nonexistent',
    clock: otherClock,
    logLevel: 'silent',
    rateLimits: settings,
  });
  return () => other.close();
});
beforeEach(() => setClocks(startOfTests));

function setClocks(instant: string): void {
  test.clock.set(instant);
  otherClock.set(instant);
}

const contextOf = (app: App, viewer: Viewer): Context => ({ ...app.systemContext(), viewer });
const person = (): Viewer => ({
  userId: newId(),
  username: 'x',
  displayName: 'x',
  sessionId: null,
  tokenId: null,
  holdings: [],
  cadres: [],
});
const program = (more: Partial<Viewer> = {}): Viewer => ({ ...person(), tokenId: newId(), ...more });

/** A real token, whose use is counted. */
async function realProgram(): Promise<Viewer & { tokenId: string }> {
  const { userId } = await makeUser(test, { role: 'COUNTY_DESK', divisionCode: places.county });
  const { tokenId } = await makeToken(test, { ownerId: userId, divisionCode: places.county });
  return { ...program(), userId, tokenId };
}

/** Whether an operation of this price may run. */
async function spend(ctx: Context, points: number): Promise<boolean> {
  try {
    await charge(ctx, points);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'RATE_LIMITED') return false;
    throw error;
  }
}

/** Many operations at once, spread over the servers: how many points were granted. */
async function spendAll(contexts: Context[], times: number, points: number): Promise<number> {
  const spendings = Array.from({ length: times }, (_, at) => {
    const ctx = contexts[at % contexts.length];
    return ctx ? spend(ctx, points) : false;
  });
  return (await Promise.all(spendings)).filter(Boolean).length * points;
}

it('lets a program spend its budget to the last point in a minute, and refuses more', async () => {
  const ctx = contextOf(test.app, program());
  expect(await spendAll([ctx], 300, 7)).toBe(994);
  expect(await spend(ctx, 7)).toBe(false);
  expect(await spend(ctx, 6)).toBe(true);
  expect(await spend(ctx, 1)).toBe(false);
});

it('returns the rest of the budget, and the waiting time on refusal', async () => {
  const ctx = contextOf(test.app, program());
  setClocks('2026-11-10T04:00:20Z');
  expect(await charge(ctx, 400)).toEqual({ limit: 1_000, remaining: 600, resetSeconds: 40 });
  await expect(charge(ctx, 601)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: 40, limit: 1_000, remaining: 600, resetSeconds: 40 },
  });
});

it('shares one budget between two servers on one database', async () => {
  const viewer = program();
  const both = [contextOf(test.app, viewer), contextOf(other, viewer)];
  const spent = await spendAll(both, 400, 5);
  expect(spent).toBeLessThanOrEqual(1_000);
  // Points leased and unspent by one are not available to the other: at most one lease.
  expect(spent).toBeGreaterThan(900);
});

it('would notice servers that do not share a budget', async () => {
  const viewer = program();
  const first = await spendAll([contextOf(test.app, viewer)], 400, 5);
  await test.owner.db.delete(rateLimitWindow);
  const second = await spendAll([contextOf(other, viewer)], 400, 5);
  expect(first + second).toBe(2_000);
});

it('renews the whole budget each minute, whatever was leased and unspent', async () => {
  const viewer = program();
  const both = [contextOf(test.app, viewer), contextOf(other, viewer)];
  for (const ctx of both) await charge(ctx, 1);
  setClocks('2026-11-10T04:00:59.999Z');
  expect(await spendAll(both, 400, 5)).toBeLessThanOrEqual(995);
  setClocks('2026-11-10T04:01:00Z');
  const spent = await spendAll(both, 400, 5);
  expect(spent).toBeLessThanOrEqual(1_000);
  expect(spent).toBeGreaterThan(900);
});

it('gives no second budget to a server whose clock is behind', async () => {
  const viewer = program();
  const [ahead, behind] = [contextOf(other, viewer), contextOf(test.app, viewer)];
  otherClock.set('2026-11-10T04:01:00Z');
  let spent = await spendAll([ahead], 100, 5);
  spent += await spendAll([behind], 400, 5);
  spent += await spendAll([ahead], 400, 5);
  expect(spent).toBeLessThanOrEqual(1_000);
});

it('tolerates a clock that was once far ahead', async () => {
  const viewer = program();
  setClocks('2026-12-10T04:00:00Z');
  expect(await spendAll([contextOf(test.app, viewer)], 400, 5)).toBe(1_000);
  setClocks(startOfTests);
  expect(await spendAll([contextOf(test.app, viewer)], 400, 5)).toBe(1_000);
});

it('gives a token its own budget and a person a larger one, and charges anonymous users nothing', async () => {
  expect(await charge(contextOf(test.app, program({ pointsPerMinute: 50 })), 20)).toMatchObject({
    remaining: 30,
  });
  expect(await charge(contextOf(test.app, person()), 20)).toMatchObject({ limit: 5_000, remaining: 4_980 });
  expect(await charge(test.app.systemContext(), 20)).toBeNull();
});

it('one program over budget leaves others alone', async () => {
  const [greedy, modest] = [contextOf(test.app, program()), contextOf(test.app, program())];
  expect(await spendAll([greedy], 400, 5)).toBe(1_000);
  expect(await spendAll([modest], 100, 5)).toBe(500);
});

it('says that an operation dearer than the whole budget is too expensive, instead of asking to wait', async () => {
  const refused = charge(contextOf(test.app, program()), 1_001);
  await expect(refused).rejects.toMatchObject({ code: 'OPERATION_TOO_EXPENSIVE', details: { limit: 1_000 } });
});

it('charges from memory: a thousand small reads of a person cost a few statements', async () => {
  const ctx = contextOf(test.app, person());
  let statements = 0;
  const counting = new Proxy(ctx.db, {
    get(db, name) {
      if (name === 'insert' || name === 'execute' || name === 'select') statements += 1;
      return Reflect.get(db, name);
    },
  });
  expect(await spendAll([{ ...ctx, db: counting }], 1_000, 1)).toBe(1_000);
  expect(statements).toBeLessThanOrEqual(5);
});

it('counts the daily use of a token over all servers', async () => {
  const viewer = await realProgram();
  const both = [contextOf(test.app, viewer), contextOf(other, viewer)];
  setClocks('2026-11-10T15:59:30Z');
  for (const ctx of both) for (let turn = 0; turn < 10; turn += 1) await charge(ctx, 3);
  expect(await spend(contextOf(other, viewer), 995)).toBe(false);
  // Half past eight in the evening in Greenwich is the next day in Shanghai.
  setClocks('2026-11-10T16:00:00Z');
  await charge(contextOf(test.app, viewer), 8);
  await Promise.all(both.map(saveUsage));
  expect(await usageOf(viewer.tokenId)).toEqual([
    { day: '2026-11-10', operations: 20, points: 60, refusals: 1 },
    { day: '2026-11-11', operations: 1, points: 8, refusals: 0 },
  ]);
});

it('records the first use of a minute at once', async () => {
  const viewer = await realProgram();
  await charge(contextOf(test.app, viewer), 3);
  expect(await usageOf(viewer.tokenId)).toEqual([
    { day: '2026-11-10', operations: 1, points: 3, refusals: 0 },
  ]);
});

it('keeps what it could not write for the next time', async () => {
  const viewer = await realProgram();
  const ctx = contextOf(test.app, viewer);
  await charge(ctx, 3);
  await charge(ctx, 4);
  const broken = new Proxy(ctx.db, {
    get: () => () => {
      throw new Error('the database is away');
    },
  });
  await expect(saveUsage({ ...ctx, db: broken })).rejects.toThrow('away');
  await saveUsage(ctx);
  expect(await usageOf(viewer.tokenId)).toMatchObject([{ operations: 2, points: 7 }]);
});

async function usageOf(tokenId: string) {
  const rows = await test.owner.db.select().from(tokenUsage).orderBy(tokenUsage.day);
  return rows.filter((row) => row.tokenId === tokenId).map(({ tokenId: _, ...counts }) => counts);
}
