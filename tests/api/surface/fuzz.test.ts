import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';
import { grantRole, signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { makeWorld } from '#tests/invariants/scope/world.ts';
import { testApp } from '#tests/setup/app.ts';
import { randomMalformed } from './malformed.ts';
import { randomOperation } from './operations.ts';
import { randomFrom } from './random.ts';
import type { Samples } from './values.ts';

const test = testApp();
const schema = createSchema();
const count = Number(process.env.FUZZ_COUNT ?? 10_000);
const seed = Number(process.env.FUZZ_SEED ?? 20261110);
const sessions: (string | null)[] = [null];
let samples: Samples = { ids: [], cursors: [] };

interface Page {
  list: { edges: { cursor: string; node: { id?: string } }[] } | null;
}

/** Ids and cursors of everything an administrator and a desk can list, collected before the test. */
async function gather(session: string): Promise<Samples> {
  const ids: string[] = [];
  const cursors: string[] = [];
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
    const node = getNamedType(type.getFields().nodes?.type ?? type) as GraphQLObjectType;
    const row = node.getFields().id ? 'id' : '__typename';
    const query = `{ list: ${field.name}(first: 10) { edges { cursor node { ${row} } } } }`;
    const answer = await test.send<Page>(query, {}, session);
    for (const edge of answer.data?.list?.edges ?? []) {
      cursors.push(edge.cursor);
      if (edge.node.id) ids.push(edge.node.id);
    }
  }
  return { ids, cursors };
}

beforeAll(async () => {
  await makeWorld(test);
  const seen = await Promise.all(
    (['SYSTEM_ADMINISTRATOR', 'COUNTY_DESK'] as const).map(async (role) =>
      gather((await signedIn(test, role, null)).session),
    ),
  );
  samples = { ids: seen.flatMap(({ ids }) => ids), cursors: seen.flatMap(({ cursors }) => cursors) };
  for (const role of ['SYSTEM_ADMINISTRATOR', 'OVERSEER', 'SECURITY_AUDITOR'] as const)
    sessions.push((await signedIn(test, role, null)).session);
  // More than a third are desks, which keep the books too: the more types there are, the more is refused to everybody else.
  for (let desk = 1; desk <= 4; desk += 1) {
    const { userId, session } = await signedIn(test, 'COUNTY_DESK', null);
    await grantRole(test, userId, 'FUND_ACCOUNTANT', null);
    sessions.push(session);
  }
  for (const role of ['TOWNSHIP_REVIEWER', 'VILLAGE_CADRE', 'HELPER'] as const)
    sessions.push((await signedIn(test, role, places.village.slice(0, 9))).session);
});

interface Fault {
  readonly request: unknown;
  readonly status: number;
  readonly body: string;
}

const inside =
  /node_modules|\bat \w+ \(|call stack|\bselect\b.*\bfrom\b|postgres|syntax error at|relation "/i;

/** What an answer must never be: an internal error, internal details, or one that took longer than a request may (503). */
const isFault = (status: number, body: string): boolean =>
  status >= 500 || body.includes('"INTERNAL"') || inside.test(body.replaceAll(/"data":.*$/gs, ''));

/** Sends so many requests, a few at a time; returns the faults and the slowest. */
async function run(total: number, send: (at: number) => Promise<Fault>) {
  const faults: Fault[] = [];
  const codes = new Map<string, number>();
  let slowest = 0;
  let next = 0;
  const worker = async () => {
    while (next < total && faults.length < 20) {
      const at = next++;
      const begun = performance.now();
      const result = await send(at);
      slowest = Math.max(slowest, performance.now() - begun);
      const code = /"code":"([A-Z_]+)"/.exec(result.body)?.[1] ?? 'none';
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (isFault(result.status, result.body)) faults.push(result);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { faults, slowest, codes };
}

const sessionHeader = (session: string | null): Record<string, string> =>
  session ? { cookie: `bangfu=${session}` } : {};

it(`answers ${count} sound requests with any arguments, as anybody`, { timeout: 300_000 }, async () => {
  expect(samples.ids.length).toBeGreaterThan(30);
  const { faults, slowest, codes } = await run(count, async (at) => {
    const random = randomFrom(seed + at);
    const request = randomOperation(schema, samples, random);
    const response = await test.app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: sessionHeader(random.chance(0.03) ? null : random.pick(sessions)),
      payload: request,
    });
    // What it demands of everybody would keep the rest of the requests from the resolvers.
    if (request.query.includes('setSecondFactorPolicy'))
      await test.owner.db.update(secondFactorPolicy).set({ requiredRoles: [] });
    return { request, status: response.statusCode, body: response.body.slice(0, 2_000) };
  });
  if (process.env.FUZZ_SHOW) console.log(Object.fromEntries(codes), slowest);
  expect(faults).toEqual([]);
  // Most must reach the resolvers, or nothing was tested.
  expect(codes.get('none') ?? 0).toBeGreaterThan(count / 8);
  expect(codes.get('GRAPHQL_INVALID') ?? 0).toBeLessThan(count / 20);
});

it(`turns away ${count} malformed requests without a failure of its own`, { timeout: 300_000 }, async () => {
  const { faults, slowest, codes } = await run(count, async (at) => {
    const random = randomFrom(seed - at);
    const request = randomMalformed(randomOperation(schema, samples, random), random);
    const response = await test.app.http.inject({
      ...request,
      headers: { ...sessionHeader(random.pick(sessions)), ...request.headers },
    });
    return { request, status: response.statusCode, body: response.body.slice(0, 2_000) };
  });
  expect(faults).toEqual([]);
  if (process.env.FUZZ_SHOW) console.log(Object.fromEntries(codes), slowest);
});
