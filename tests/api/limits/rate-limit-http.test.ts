import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '#server/app.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { masterKey, startOfTests, testApp } from '#tests/setup/app.ts';

// Prices are exact here, however slow a busy machine is.
const rateLimits = { tokenPoints: 10_000, userPoints: 20_000, longestPause: 0, millisecondPoints: 0 };
const test = testApp(async () => ({ rateLimits }));
let other: App;
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  await makeHousehold(test, { villageCode: places.village });
  other = await createApp({
    databaseUrl: test.url,
    masterKey,
    dataDir: '/nonexistent',
    clock: test.clock,
    logLevel: 'silent',
    rateLimits,
  });
  return () => other.close();
});
beforeEach(() => test.clock.set(startOfTests));

const program = (pointsPerMinute?: number) =>
  makeToken(test, { ownerId: desk.userId, divisionCode: places.county, pointsPerMinute });

/** A page of twenty households, which has a fixed price. */
const page = '{ households(first: 20) { nodes { id headName village { name } } } }';

async function sendQuery(app: App, headers: Record<string, string>, query = page) {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: { query },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

/** How many pages all servers together serve in a minute, asked in turn until each has refused. */
async function pagesOf(apps: App[], headers: Record<string, string>): Promise<number> {
  let pages = 0;
  const refusedBy = new Set<App>();
  for (let turn = 0; refusedBy.size < apps.length; turn += 1) {
    const app = apps[turn % apps.length];
    if (!app || refusedBy.has(app)) continue;
    const { status } = await sendQuery(app, headers);
    if (status === 200) pages += 1;
    else if (status === 429) refusedBy.add(app);
    else throw new Error(`status ${status}`);
  }
  return pages;
}

async function priceOfPage(): Promise<number> {
  const { bearer } = await program();
  return Number((await sendQuery(test.app, bearer)).headers['x-cost']);
}

it('refuses over budget with 429, Retry-After and the rest of the budget, and serves again the next minute', async () => {
  const price = await priceOfPage();
  const { bearer } = await program(1_000);
  test.clock.set('2026-11-10T04:00:15Z');
  expect(await pagesOf([test.app], bearer)).toBe(Math.floor(1_000 / price));
  const refused = await sendQuery(test.app, bearer);
  expect(refused.status).toBe(429);
  expect(refused.headers).toMatchObject({
    'retry-after': '45',
    'ratelimit-limit': '1000',
    'ratelimit-remaining': String(1_000 % price),
    'ratelimit-reset': '45',
  });
  expect(refused.body.errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 45 });
  expect(refused.body.data ?? null).toBeNull();
  test.clock.set('2026-11-10T04:01:00Z');
  expect((await sendQuery(test.app, bearer)).status).toBe(200);
});

it('shares one budget between two servers on one database', async () => {
  const price = await priceOfPage();
  const most = Math.floor(1_000 / price);
  const { bearer } = await program(1_000);
  const pages = await pagesOf([test.app, other], bearer);
  expect(pages).toBeLessThanOrEqual(most);
  // A server that was refused may keep a lease of at most one page.
  expect(pages).toBeGreaterThanOrEqual(most - 1);
});

it('would notice servers with separate budgets: two tokens get twice as much', async () => {
  const price = await priceOfPage();
  const [one, two] = [await program(1_000), await program(1_000)];
  const pages = (await pagesOf([test.app], one.bearer)) + (await pagesOf([other], two.bearer));
  expect(pages).toBe(2 * Math.floor(1_000 / price));
});

it("serves others while one program is over budget: other tokens, people, the token's owner", async () => {
  const [greedy, modest] = [await program(1_000), await program(1_000)];
  await pagesOf([test.app], greedy.bearer);
  expect((await sendQuery(test.app, greedy.bearer)).status).toBe(429);
  expect((await sendQuery(test.app, modest.bearer)).status).toBe(200);
  expect((await sendQuery(test.app, { cookie: `bangfu=${desk.session}` })).status).toBe(200);
});

it('charges invalid requests as well', async () => {
  const { bearer } = await program(1_000);
  const statuses: number[] = [];
  for (let turn = 0; turn < 12; turn += 1)
    statuses.push((await sendQuery(test.app, bearer, '{ nonsense }')).status);
  expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429]);
});

it('charges short-lived tokens to the token they were made from', async () => {
  const { tokenId, secret, bearer } = await program(1_000);
  const given = await test.app.http.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `grant_type=client_credentials&client_id=${tokenId}&client_secret=${secret}`,
  });
  const access = { authorization: `Bearer ${given.json().access_token}` };
  await pagesOf([test.app], access);
  expect((await sendQuery(test.app, bearer)).status).toBe(429);
});

it('shows the daily use of each token in the list of tokens', async () => {
  const price = await priceOfPage();
  const { tokenId, bearer } = await program();
  test.clock.set('2026-11-10T04:10:00Z');
  await sendQuery(test.app, bearer);
  test.clock.set('2026-11-10T16:00:00Z');
  await sendQuery(test.app, bearer);
  const list =
    '{ tokens(first: 100) { nodes { id pointsPerMinute usage { day operations points refusals } } } }';
  const { body } = await sendQuery(test.app, { cookie: `bangfu=${desk.session}` }, list);
  const shown = body.data.tokens.nodes.find(({ id }: { id: string }) => id === `ApiToken:${tokenId}`);
  expect(shown).toMatchObject({
    pointsPerMinute: null,
    usage: [
      { day: '2026-11-11', operations: 1, points: price, refusals: 0 },
      { day: '2026-11-10', operations: 1, points: price, refusals: 0 },
    ],
  });
});

it.each([
  ['a county desk as much as every token gets', 'COUNTY_DESK', places.county, 10_000, null],
  ['a county desk no more', 'COUNTY_DESK', places.county, 10_001, 'OUT_OF_RANGE'],
  ['an administrator of the whole country more', 'SYSTEM_ADMINISTRATOR', null, 1_000_000, null],
  ['nobody next to nothing', 'SYSTEM_ADMINISTRATOR', null, 999, 'OUT_OF_RANGE'],
] as const)('lets %s', async (_, role, place, pointsPerMinute, refusal) => {
  const maker = await signedIn(test, role, place);
  const input = {
    name: '交换',
    divisionCode: places.county,
    rights: ['division.read'],
    expiresOn: '2026-11-20',
    pointsPerMinute,
  };
  const document =
    'mutation ($input: CreateTokenInput!) { createToken(input: $input) { token { pointsPerMinute } } }';
  const answer = await test.send(document, { input }, maker.session);
  const fault = answer.errors?.[0]?.extensions.fields['input.pointsPerMinute']?.code ?? null;
  expect(fault).toBe(refusal);
  if (!refusal) expect(answer.data).toEqual({ createToken: { token: { pointsPerMinute } } });
});
