import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { App } from '#server/app.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';

const test = testApp();
const plain = plainApp(test);
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  await makeHousehold(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const query = '{ households { nodes { category number members { health name } } } }';
const injected = 'ORDINARY","number":"injected","more":"\\';

/** The bytes of an answer, whether or not they are JSON. */
async function read(app: App): Promise<string> {
  const { body } = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', cookie: `bangfu=${desk.session}` },
    payload: { query },
  });
  return body;
}

it.each([
  ['household', 'category', sql`${injected}`],
  ['member', 'health', sql`array[${injected}]`],
])('accepts nothing but codes in %s.%s', async (table, column, value) => {
  const place = sql.identifier(table);
  await expect(
    test.owner.db.execute(sql`update ${place} set ${sql.identifier(column)} = ${value}`),
  ).rejects.toMatchObject({
    // On a cluster the number of the shard follows the name.
    cause: {
      code: '23514',
      message: expect.stringMatching(new RegExp(`"${table}_${column}_code(_\\d{6})?"`)),
    },
  });
});

it("keeps a stored value inside its JSON string, whatever passed the table's checks", async () => {
  await test.owner.db.execute(sql`alter table household drop constraint household_category_code`);
  await test.owner.db.execute(sql`alter table member drop constraint member_health_code`);
  await test.owner.db.execute(sql`update household set number = 'mine', category = ${injected}`);
  await test.owner.db.execute(sql`update member set health = array['CHRONIC', ${injected}], name = '张三'`);
  const before = { ...test.app.reads };
  const answer = await read(test.app);
  expect(test.app.reads.statement).toBe(before.statement + 1);
  expect(JSON.parse(answer).data).toEqual({
    households: {
      nodes: [
        {
          category: injected,
          number: 'mine',
          members: [{ health: ['CHRONIC', injected], name: '张三' }],
        },
      ],
    },
  });
  expect(answer).toBe(await read(plain.app));
});
