import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { startOfTests, testApp } from '#tests/setup/app.ts';
import { isCluster } from '#tests/setup/cluster-nodes.ts';

/** Points a minute of each token: more than any operation may cost, and enough for three of the dear ones below. */
const budget = 27_000;
const statements: string[] = [];
const test = testApp(async () => ({
  // Prices are exact here, however slow a busy machine is.
  rateLimits: {
    tokenPoints: budget,
    userPoints: 1e9,
    longestPause: 0,
    millisecondPoints: 0,
    numberSearches: 1,
  },
  onStatement: (text) => statements.push(text),
}));
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  await makeHousehold(test, { villageCode: places.village });
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const document = (name: string) => `query ${name}($first: Int, $visits: Int, $filter: HouseholdFilter) {
  households(first: $first, filter: $filter) { nodes { id visits(first: $visits) { nodes { id } } } } }`;
let names = 0;
const newDocument = () => {
  names += 1;
  return document(`Fresh${names}`);
};

const small = { first: 1, visits: 1 };

/** One that has sent `document('Known')` before, so that its plan and the viewer are cached. */
async function knownCaller() {
  const { bearer } = await makeToken(test, {
    ownerId: desk.userId,
    divisionCode: places.county,
    rights: ['household.read', 'visit.read'],
  });
  // The first use of a token is recorded, which changes its row.
  for (let time = 0; time < 3; time += 1) await test.send(document('Known'), small, null, bearer);
  return bearer;
}

/** What the caller gets, and what it cost: the budget that is left to the next operation. */
async function answerTo(text: string, variables: object, times: number) {
  const bearer = await knownCaller();
  const sendAll = async (left: number): Promise<Awaited<ReturnType<typeof test.send>>> => {
    const answer = await test.send(text, variables, null, bearer);
    return left > 1 ? sendAll(left - 1) : answer;
  };
  const { status, data, errors, headers } = await sendAll(times);
  const next = await test.send('{ __typename }', {}, null, bearer);
  const { 'x-request-id': _, date: __, 'content-length': ___, connection: ____, ...told } = headers;
  return { status, data, errors, told, left: next.headers['ratelimit-remaining'] };
}

const tooDeep = { in: { in: { in: { in: { in: { in: { in: { in: { in: { in: {} } } } } } } } } } };

it.each([
  ['answers', small, 1, 200, null],
  [
    'refuses too long a list',
    { ...small, filter: { status: Array(300).fill('ACTIVE') } },
    1,
    400,
    'INVALID_INPUT',
  ],
  ['refuses a value too deep', { ...small, other: tooDeep }, 1, 400, 'INVALID_INPUT'],
  ['refuses too large a page', { first: 101, visits: 1 }, 1, 400, 'INVALID_INPUT'],
  ['refuses a wrong type', { first: 'many', visits: 1 }, 1, 400, 'INVALID_INPUT'],
  ['refuses an unknown field', { ...small, filter: { nobody: 1 } }, 1, 400, 'INVALID_INPUT'],
  ['refuses a price beyond the limit', { first: 100, visits: 100 }, 1, 400, 'OPERATION_TOO_EXPENSIVE'],
  ['refuses when the budget is spent', { first: 80, visits: 100 }, 4, 429, 'RATE_LIMITED'],
  [
    'refuses a second search by number',
    { ...small, filter: { search: '13800001234' } },
    2,
    429,
    'RATE_LIMITED',
  ],
])(
  '%s, at the same cost, whether or not the plan is known',
  async (_what, variables, times, status, code) => {
    const known = await answerTo(document('Known'), variables, times);
    desk = await signedIn(test, 'COUNTY_DESK', places.county);
    const fresh = await answerTo(newDocument(), variables, times);
    expect(known).toEqual(fresh);
    expect(known.status).toBe(status);
    expect(known.errors?.[0]?.extensions.code ?? null).toBe(code);
  },
);

it('answers a known plan by one statement, which is the way that is compared here', async () => {
  const bearer = await knownCaller();
  statements.length = 0;
  await test.send(document('Known'), small, null, bearer);
  expect(statements).toHaveLength(isCluster ? 2 : 1);
  statements.length = 0;
  await test.send(newDocument(), small, null, bearer);
  expect(statements.length).toBeGreaterThan(1);
});
