import { sql } from 'drizzle-orm';
import type { GraphQLField } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema.ts';
import { globalId } from '#platform/ids.ts';
import { allEntities } from '#platform/read/entity.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { places } from '#tests/factories/divisions.ts';
import { signedIn } from '#tests/factories/people.ts';
import { testApp } from '#tests/setup/app.ts';
import { allRows } from './everything.ts';
import { type SampleWorld, sampleInput } from './sample-input.ts';
import { makeWorld } from './world.ts';

const test = testApp();
const schema = createSchema();
const roles = Object.keys(rightsOfRole) as RoleKey[];
/** One of each role in the county next door, who must not touch anything here. */
const neighbours = new Map<RoleKey, string>();
const ids = new Map<string, string>();

beforeAll(async () => {
  await makeWorld(test);
  for (const role of roles) neighbours.set(role, (await signedIn(test, role, places.otherCounty)).session);
  for (const entity of allEntities()) await noteId(entity.name);
}, 60_000);

async function noteId(name: string): Promise<void> {
  const entity = allEntities().find((one) => one.name === name);
  if (!entity) return;
  const rows: Record<string, unknown>[] = entity.source
    ? await allRows(test, entity)
    : await test.owner.db.select().from(entity.table);
  const here = rows.find((row) =>
    String(row.countyCode ?? row.divisionCode ?? row.code ?? '').startsWith(places.county),
  );
  const row = here ?? rows[0];
  if (row) ids.set(name, globalId(name, ...entity.key.map((column) => String(row[column]))));
}

const world: SampleWorld = {
  idOf: (type) => ids.get(type) ?? globalId(type, places.county, '0192f0c1-0000-7000-8000-000000000000'),
};

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
  (field) => field.extensions.permission !== 'public',
);

/** `mutation ($input: X!) { name(input: $input) { __typename } }` with a sound input. */
function call(field: GraphQLField<unknown, unknown>): [document: string, variables: object] {
  const [input] = field.args;
  const selection = '{ __typename }';
  if (!input) return [`mutation { ${field.name} ${selection} }`, {}];
  const document = `mutation ($input: ${input.type}) { ${field.name}(input: $input) ${selection} }`;
  return [document, { input: sampleInput(field.name, input.type, world) }];
}

/** Everything that is written leaves a trace here. */
async function trace(): Promise<string> {
  const [row] = await test.owner.db.execute(sql`select (select count(*) from audit_event) as events,
    (select count(*) from app_user) as users, (select count(*) from visit) as visits,
    (select sum(version) from household) as versions, (select count(*) from pairing) as pairings`);
  return JSON.stringify(row);
}

describe.each(mutations.map((field) => [field.name, field] as const))('%s', (_name, field) => {
  const permission = String(field.extensions.permission);
  const holds = (role: RoleKey) =>
    permission === 'signedIn' || (rightsOfRole[role] as readonly string[]).includes(permission);

  it('is refused to nobody in particular, and to every role without the right', async () => {
    const [document, variables] = call(field);
    const before = await trace();
    const anonymous = await test.send(document, variables);
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of roles.filter((one) => !holds(one))) {
      const answer = await test.send(document, variables, neighbours.get(role));
      expect(answer.errors?.[0]?.extensions.code, role).toBe('FORBIDDEN');
    }
    expect(await trace()).toBe(before);
  });

  it('does nothing here for the county next door', async () => {
    // What people do to themselves has no place.
    if (permission === 'signedIn') return expect(['logout', 'changePassword']).toContain(field.name);
    const [document, variables] = call(field);
    const before = await trace();
    for (const role of roles.filter(holds)) {
      const answer = await test.send(document, variables, neighbours.get(role));
      const code = answer.errors?.[0]?.extensions.code;
      const results = JSON.stringify(answer.data ?? {});
      expect(code, `${role} ${results}`).toMatch(
        /^(NOT_FOUND|INVALID_INPUT|GRANT_EXCEEDS_OWN|OUTSIDE_SCOPE|FORBIDDEN|SAME_CADRE)$/,
      );
    }
    expect(await trace()).toBe(before);
  });
});
