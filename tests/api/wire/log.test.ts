import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '#server/app.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { masterKey, testApp } from '#tests/setup/app.ts';

const test = testApp();
const lines: string[] = [];
let app: App;
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const logTo = { write: (line: string) => void lines.push(line) };
  app = await createApp({
    databaseUrl: test.url,
    masterKey,
    dataDir: '/nonexistent',
    clock: test.clock,
    logTo,
  });
});
afterAll(() => app.close());

const headResidentId = residentId();
const person = { headName: '无名氏甲', headResidentId, phone: '13800007777', category: 'UNSTABLE' };

async function create() {
  const query =
    'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
  const response = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', cookie: `bangfu=${desk.session}` },
    payload: { query, variables: { input: { villageCode: places.village, ...person } } },
  });
  return response.body;
}

it('reports an unexpected failure without personal data, in the log and in the answer', async () => {
  await test.owner.db.execute(sql`alter table household_category rename to household_category_away`);
  const answer = await create();
  await test.owner.db.execute(sql`alter table household_category_away rename to household_category`);
  expect(answer).toContain('INTERNAL');
  const log = lines.join('');
  expect(log).toContain('unexpected error');
  expect(log).toContain('42P01');
  for (const secret of Object.values(person).slice(0, 3)) {
    expect(log).not.toContain(secret);
    expect(answer).not.toContain(secret);
  }
  expect(answer).not.toMatch(/insert into|household_category|node_modules/);
});

it('writes one log line per request, with its route and nothing more of the URL', async () => {
  lines.length = 0;
  await create();
  const [line] = lines.map((text) => JSON.parse(text)).filter((entry) => entry.msg === 'request');
  expect(line).toMatchObject({ method: 'POST', route: '/graphql', status: 200 });
  expect(lines.join('')).not.toContain(headResidentId);
});
