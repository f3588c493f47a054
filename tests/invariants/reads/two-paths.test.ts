import { sql } from 'drizzle-orm';
import type { GraphQLField } from 'graphql';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { loadDemo } from '#modules/demo/demo.service.ts';
import { globalId } from '#platform/core/ids.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { Node } from '#schema/node/node.type.ts';
import { pairing } from '#schema/pairing/pairing.table.ts';
import type { App } from '#server/app.ts';
import { catalog } from '#server/modules.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { allRows } from '#tests/invariants/scope/everything.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';
import { leaveOut } from '#tests/setup/sent-statements.ts';
import { randomBy } from './random.ts';
import { type Pool, randomOperation } from './random-operations.ts';

const failures: string[] = [];
const test = testApp(async () => ({ logLevel: 'error', logTo: { write: (line) => failures.push(line) } }));
const plain = plainApp(test);
const schema = createSchema();
let pool: Pool;
const viewers: { label: string; session: string; role: RoleKey }[] = [];

beforeAll(async () => {
  await loadDemo(test.app.systemContext());
  pool = await poolOf();
  const village = pool.divisions.find((code) => code.length === 12) ?? '';
  for (const role of Object.keys(rightsOfRole) as RoleKey[]) {
    for (const place of [village, village.slice(0, 9), '130434', '13', null]) {
      const { session, userId } = await signedIn(test, role, place);
      if (role === 'HELPER') await beSomeHelper(userId);
      viewers.push({ label: `${role} of ${place}`, session, role });
    }
  }
}, 120_000);

/** Links an account to a cadre who helps households. */
async function beSomeHelper(userId: string): Promise<void> {
  await test.owner.db.execute(sql`update ${cadre} set user_id = ${userId}
    where id = (select cadre_id from ${pairing} join ${cadre} as free on free.id = cadre_id and free.user_id is null
      where ended_on is null limit 1)`);
}

async function poolOf(): Promise<Pool> {
  const ids = new Map<string, string[]>();
  for (const entity of entitiesIn(catalog)) {
    if (!(entity.type.prototype instanceof Node)) continue;
    const rows = entity.source ? [] : await allRows(test, entity);
    const some = rows.filter((_, at) => at % Math.ceil(rows.length / 40) === 0);
    ids.set(
      entity.name,
      some.map((row) => globalId(entity.name, ...entity.key.map((name) => String(row[name])))),
    );
  }
  const homes = await test.owner.db.execute<{ villageCode: string; headName: string }>(
    sql`select village_code as "villageCode", head_name as "headName" from household order by id limit 12`,
  );
  const villages = [...new Set(homes.map(({ villageCode }) => villageCode))];
  return {
    ids,
    divisions: [...villages, ...villages.map((code) => code.slice(0, 9)), '130434', '1304', '13', '11', '中'],
    texts: [...homes.map(({ headName }) => headName.slice(0, 1)), 'w', 'zh', '12', '_', '%', '张', 'login'],
  };
}

/** The answer as sent, without the price. */
async function answerOf(app: App, operation: object, session: string): Promise<string> {
  const response = await app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', cookie: `bangfu=${session}` },
    payload: operation,
  });
  return response.body
    .replace(/,"extensions":\{"cost":\{[^{}]*\}\}\}$/, '}')
    .replaceAll(/"errorId":"[^"]*"/g, '');
}

const mayRead = (role: RoleKey) => (field: GraphQLField<unknown, unknown>) => {
  const permission = String(field.extensions.permission);
  return (
    permission === 'signedIn' ||
    permission === 'ownAccount' ||
    rightsOfRole[role].some((right) => right === permission)
  );
};

/** Sorts errors of several fields, whose order is not promised. */
function inOrder(answer: string): string {
  const { errors, ...rest } = JSON.parse(answer);
  if (!Array.isArray(errors) || errors.length < 2) return answer;
  const sorted = errors.map((error) => JSON.stringify(error)).sort();
  return `${JSON.stringify(rest)}${sorted.join()}`;
}

const operations = Number(process.env.TWO_PATHS ?? 3_000);

it('one statement and resolvers answer the same, to the byte, for every role', async () => {
  const differing: string[] = [];
  for (let seed = 1; seed <= operations && differing.length < 5; seed += 1) {
    const random = randomBy(seed);
    const viewer = random.of(viewers);
    const operation = randomOperation(schema, random, pool, mayRead(viewer.role));
    const [one, other] = await Promise.all([
      answerOf(test.app, operation, viewer.session),
      answerOf(plain.app, operation, viewer.session),
    ]);
    // Of several faults, whichever is found first is reported.
    const bothRefuse = [one, other].every((answer) => answer.endsWith('"data":null}'));
    if (one !== other && !bothRefuse && inOrder(one) !== inOrder(other))
      differing.push([`seed ${seed}, ${viewer.label}`, JSON.stringify(operation), one, other].join('\n'));
  }
  expect(differing.join('\n\n')).toBe('');
  const { statement, resolvers } = test.app.reads;
  expect(statement / (statement + resolvers), 'share by one statement').toBeGreaterThan(0.5);
  expect(failures).toEqual([]);
}, 600_000);

it('would notice a difference: a scope removed from one of the two', async () => {
  onTestFinished(await leaveOut(test.ownerUrl));
  const samples = Array.from({ length: 150 }, (_, at) => {
    const random = randomBy(operations + at + 1);
    const viewer = random.of(viewers.filter(({ role }) => role === 'VILLAGE_CADRE' || role === 'HELPER'));
    return { viewer, operation: randomOperation(schema, random, pool, mayRead(viewer.role)) };
  });
  const honest: string[] = [];
  for (const { viewer, operation } of samples)
    honest.push(await answerOf(plain.app, operation, viewer.session));
  const entities = entitiesIn(catalog).filter(({ key }) => key[0] === 'countyCode');
  const scopes = entities.map(({ scope }) => scope);
  const wide: string[] = [];
  for (const entity of entities) Object.assign(entity, { scope: () => sql`true` });
  try {
    for (const { viewer, operation } of samples)
      wide.push(await answerOf(test.app, operation, viewer.session));
  } finally {
    for (const [at, entity] of entities.entries()) Object.assign(entity, { scope: scopes[at] });
  }
  expect(wide.filter((answer, at) => answer !== honest[at]).length).toBeGreaterThan(20);
});
