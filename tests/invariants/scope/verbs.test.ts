import { sql } from 'drizzle-orm';
import type { GraphQLField } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId } from '#platform/core/ids.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { catalog } from '#server/modules.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';
import { allRows } from './everything.ts';
import { type SampleWorld, sampleInput } from './sample-input.ts';
import { employAtInsurer } from './viewers.ts';
import { makeWorld } from './world.ts';

const test = testApp();
const schema = createSchema();
const roles = Object.keys(rightsOfRole) as RoleKey[];
/** A user of each role in the neighbouring county, who must not change anything here. */
const neighbours = new Map<RoleKey, string>();
/** The same in another township of this county, to which none of the input's records belong. */
const sideways = new Map<RoleKey, string>();
/** Ids by type, of this county if there are any. */
const ids = new Map<string, readonly string[]>();

beforeAll(async () => {
  await makeWorld(test);
  for (const role of roles) neighbours.set(role, (await signedIn(test, role, places.otherCounty)).session);
  for (const role of roles.filter((one) => one !== 'SYSTEM_ADMINISTRATOR'))
    sideways.set(role, (await signedIn(test, role, places.otherTownship)).session);
  for (const entity of entitiesIn(catalog)) await noteId(entity.name);
}, 60_000);

async function noteId(name: string): Promise<void> {
  const entity = entitiesIn(catalog).find((one) => one.name === name);
  if (!entity) return;
  const rows: Record<string, unknown>[] = entity.source
    ? await allRows(test, entity)
    : await test.owner.db.select().from(entity.table);
  const here = rows.filter((row) =>
    String(row.countyCode ?? row.divisionCode ?? row.code ?? '').startsWith(places.county),
  );
  const found = here.length > 0 ? here : rows;
  ids.set(
    name,
    found.map((row) => globalId(name, ...entity.key.map((column) => String(row[column])))),
  );
}

const idAt = (type: string, index: number) =>
  ids.get(type)?.at(index) ?? globalId(type, places.county, '0192f0c1-0000-7000-8000-000000000000');

const world: SampleWorld = { idOf: (type) => idAt(type, 0), anotherOf: (type) => idAt(type, 1) };

/** Verbs on one's own account only. */
const ownVerbs = [
  ...['logout', 'changePassword', 'beginSecondFactor', 'confirmSecondFactor'],
  ...['stepUp', 'renewRecoveryCodes', 'removeSecondFactor'],
];
const isOwn = ({ extensions }: GraphQLField<unknown, unknown>): boolean =>
  extensions.permission === 'ownAccount';

/** The codes with which a verb refuses what is outside the scope. */
const outOfReach = /^(NOT_FOUND|GRANT_EXCEEDS_OWN|OUTSIDE_SCOPE|FORBIDDEN)$/;

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
  (field) => field.extensions.permission !== 'public',
);

/** `mutation ($input: X!) { name(input: $input) { __typename } }` with a valid input. */
function call(field: GraphQLField<unknown, unknown>): [document: string, variables: object] {
  const [input] = field.args;
  const selection = '{ __typename }';
  if (!input) return [`mutation { ${field.name} ${selection} }`, {}];
  const document = `mutation ($input: ${input.type}) { ${field.name}(input: $input) ${selection} }`;
  return [document, { input: sampleInput(field.name, input.type, world) }];
}

function holds(role: RoleKey, { extensions }: GraphQLField<unknown, unknown>): boolean {
  const { permission } = extensions;
  return permission === 'ownAccount' || (rightsOfRole[role] as readonly unknown[]).includes(permission);
}

/** A trace that every write changes. */
async function trace(): Promise<string> {
  const [row] = await test.owner.db.execute(sql`select (select count(*) from audit_event) as events,
    (select count(*) from app_user) as users, (select count(*) from visit) as visits,
    (select sum(version) from household) as versions, (select count(*) from pairing) as pairings`);
  return JSON.stringify(row);
}

describe.each(mutations.map((field) => [field.name, field] as const))('%s', (_name, field) => {
  it('is refused to anonymous users, and to every role without the right', async () => {
    const [document, variables] = call(field);
    const before = await trace();
    const anonymous = await test.send(document, variables);
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of roles.filter((one) => !holds(one, field))) {
      const answer = await test.send(document, variables, neighbours.get(role));
      expect(answer.errors?.[0]?.extensions.code, role).toBe('FORBIDDEN');
    }
    expect(await trace()).toBe(before);
  });

  it('changes nothing here for the neighbouring county', async () => {
    // One's own account has no division.
    if (isOwn(field)) return expect(ownVerbs).toContain(field.name);
    const [document, variables] = call(field);
    const before = await trace();
    for (const role of roles.filter((one) => holds(one, field))) {
      const answer = await test.send(document, variables, neighbours.get(role));
      const code = answer.errors?.[0]?.extensions.code;
      const results = JSON.stringify(answer.data ?? {});
      expect(code, `${role} ${results}`).toMatch(outOfReach);
    }
    expect(await trace()).toBe(before);
  });
});

/** Refused for each record separately, in the results. */
const refusedByRecord = ['transferPairings'];
/** The export holds what the viewer may read; see the tests of exports. */
const narrowedToOwn = ['startExport'];
/** Refused before scope is checked: the batch is not at this step. */
const refusedBefore = ['checkImport'];

describe.each(mutations.filter((field) => !isOwn(field)).map((field) => [field.name, field] as const))(
  '%s',
  (_name, field) => {
    it('changes nothing here for another township', async () => {
      const [document, variables] = call(field);
      const before = await trace();
      for (const role of roles.filter((one) => sideways.has(one) && holds(one, field))) {
        const answer = await test.send(document, variables, sideways.get(role));
        const code = answer.errors?.[0]?.extensions.code;
        if (narrowedToOwn.includes(field.name)) return expect(code).toBeUndefined();
        if (refusedByRecord.includes(field.name)) expect(code).toBeUndefined();
        else if (refusedBefore.includes(field.name)) expect(code).toBe('INVALID_INPUT');
        else expect(code, `${role} ${JSON.stringify(answer.data ?? {})}`).toMatch(outOfReach);
      }
      expect(await trace()).toBe(before);
    });
  },
);

/** Only for the record's creator, whatever the division: here nobody else passes. */
const makersAlone = ['cancelExport', 'checkImport', 'receivePaymentResult', 'retryExport'];
/** These end or replace what the others need. */
const last = ['loadDivisions', 'removeWebhook'];
const inOrder = mutations
  .filter((field) => !isOwn(field) && !makersAlone.includes(field.name))
  .sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name));

/** Otherwise the refusals above could have other reasons than the scope. */
it.each(inOrder.map((field) => [field.name, field] as const))(
  'users of this county pass the check of scope with the same input: %s',
  async (_name, field) => {
    const [document, variables] = call(field);
    const codes: string[] = [];
    for (const role of roles.filter((one) => holds(one, field))) {
      const place = role === 'SYSTEM_ADMINISTRATOR' ? null : places.county;
      const { session, userId } = await signedIn(test, role, place);
      if (role === 'INSURER') await employAtInsurer(test, userId, places.county);
      const answer = await test.send(document, variables, session);
      codes.push(answer.errors?.[0]?.extensions.code ?? 'done');
    }
    const past = codes.filter((code) => code !== 'INVALID_INPUT' && !outOfReach.test(code));
    expect(past, codes.join(' ')).not.toEqual([]);
  },
);
