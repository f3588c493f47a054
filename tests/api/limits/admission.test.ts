import { beforeAll, beforeEach, expect, it } from 'vitest';
import { waiting, whileLocked } from '#tests/factories/database/locks.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const admission = { perCaller: 2, dearPerCaller: 1, dearInAll: 2, waitingPerCaller: 5, waitingMs: 5_000 };
const test = testApp(async () => ({
  rateLimits: { tokenPoints: 1e9, userPoints: 1e9, longestPause: 0, admission },
}));
let desk: Person;
let neighbour: Person;

beforeAll(async () => {
  await makeDivisions(test);
  await makeHousehold(test, { villageCode: places.village });
});
beforeEach(async () => {
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  neighbour = await signedIn(test, 'COUNTY_DESK', places.county);
});

const page = '{ households(first: 20) { nodes { id headName } } }';
const board = '{ quarterBoard(period: "2026-Q4") { totals { done } } }';

it('runs two operations of one person at a time, tokens included, beside those of others', async () => {
  const { bearer } = await makeToken(test, { ownerId: desk.userId, divisionCode: places.county });
  let answers: Promise<{ status: number }>[] = [];
  await whileLocked(test, async () => {
    answers = [
      test.send(page, {}, desk.session),
      test.send(page, {}, desk.session),
      test.send(page, {}, desk.session),
      test.send(page, {}, null, bearer),
    ];
    expect(await waiting(test, 2)).toBe(2);
    answers.push(test.send(page, {}, neighbour.session));
    expect(await waiting(test, 3)).toBe(3);
  });
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

it('runs one expensive operation per person at a time, and few of all people', async () => {
  let answers: Promise<{ status: number }>[] = [];
  const third = await signedIn(test, 'COUNTY_DESK', places.county);
  await whileLocked(test, async () => {
    answers = [test.send(board, {}, desk.session)];
    // A board consists of several statements side by side.
    const ofOne = await waiting(test, 1);
    answers.push(...[desk, neighbour, third].map(({ session }) => test.send(board, {}, session)));
    expect(await waiting(test, 2 * ofOne)).toBe(2 * ofOne);
  });
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

it('runs long pages of one person in parallel: many rows are cheap, only what is computed from far more is not', async () => {
  const visits = 'visits(first: 4) { nodes { id checklist { item answer } problems { id kind status } } }';
  const pairings = 'pairings(first: 5) { nodes { id cadre { id name organization { id name } } } }';
  const long = `{ households(first: 25) { nodes { id members { id name relation birthYear } ${pairings} ${visits} } } }`;
  let answers: Promise<{ status: number }>[] = [];
  await whileLocked(test, async () => {
    answers = [test.send(long, {}, desk.session), test.send(long, {}, desk.session)];
    expect(await waiting(test, 2)).toBe(2);
  });
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
});

it('refuses a person with far too many waiting operations, and nobody else', async () => {
  let answers: Promise<{ status: number }>[] = [];
  await whileLocked(test, async () => {
    answers = Array.from({ length: 9 }, () => test.send(page, {}, desk.session));
    expect(await waiting(test, 2)).toBe(2);
    answers.push(test.send(page, {}, neighbour.session));
    expect(await waiting(test, 3)).toBe(3);
  });
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses.slice(0, 9).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 429, 429]);
  expect(statuses[9]).toBe(200);
});
