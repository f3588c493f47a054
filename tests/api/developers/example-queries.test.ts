import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { points } from '#api/price/points.ts';
import { loadDemo } from '#modules/demo/demo.service.ts';
import { type RoleKey, rightsOfRole } from '#schema/codes/rights.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { testApp } from '#tests/setup/app.ts';
import { prices } from '../../../admin/src/developers/price-rules.ts';
import { type ExampleQuery, exampleQueries, variablesOf } from '../../../admin/src/developers/queries.ts';

const test = testApp();
const folder = join(import.meta.dirname, '../../../admin/src/developers/queries');
const roles = Object.keys(rightsOfRole) as RoleKey[];
const textOf = ({ file }: ExampleQuery): string => readFileSync(join(folder, `${file}.graphql`), 'utf8');

/** A viewer of each role over the demo county, with the viewer's division. */
const viewers = new Map<RoleKey, { headers: Record<string, string>; division: string }>();

const login = 'mutation ($input: LoginInput!) { login(input: $input) { user { username } } }';
const grants = '{ me { grants { role division { code } } } }';

const createToken = 'mutation ($input: CreateTokenInput!) { createToken(input: $input) { token { id } } }';

interface Grants {
  me: { grants: { role: RoleKey; division: { code: string } }[] };
}

beforeAll(async () => {
  const { users, password } = await loadDemo(test.app.systemContext());
  // What autovacuum does within a minute after loading so much: without statistics, plans are guesses.
  await test.owner.db.execute(sql`analyze`);
  for (const { username } of users) {
    const { headers } = await test.send(login, { input: { username, password } });
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    const { data } = await test.send<Grants>(grants, {}, null, { cookie });
    for (const { role, division } of data?.me.grants ?? [])
      viewers.set(role, { headers: { cookie }, division: division.code });
  }
  for (const role of roles.filter((one) => !viewers.has(one))) {
    const { session } = await signedIn(test, role, '130434');
    viewers.set(role, { headers: { cookie: `bangfu=${session}` }, division: '130434' });
  }
  const token = {
    name: '示例',
    divisionCode: '130434',
    rights: ['division.read'],
    expiresOn: '2026-12-31',
  };
  const made = await test.send(createToken, { input: token }, null, viewers.get('COUNTY_DESK')?.headers);
  expect(made.errors).toBeUndefined();
}, 90_000);

function run(example: ExampleQuery, role: RoleKey) {
  const viewer = viewers.get(role);
  if (!viewer) throw new Error(`nobody is ${role}`);
  const today = test.clock.now().toISOString().slice(0, 10);
  const variables = variablesOf(example, { division: viewer.division, today });
  return test.send(textOf(example), variables, null, viewer.headers);
}

/** Number of values in an answer; an example that finds nothing shows nothing. */
function sizeOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce((sum: number, part) => sum + 1 + sizeOf(part), 0);
}

it('lists every example file, and has a file for every listed example', () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.graphql$/, ''));
  expect(files.sort()).toEqual(exampleQueries.map(({ file }) => file).sort());
});

it('has something for every role beyond what everyone may ask', () => {
  const withoutOwn = roles.filter((role) => !exampleQueries.some((example) => example.roles?.includes(role)));
  // Their features are not built yet: they see divisions and nothing else.
  expect(withoutOwn).toEqual(['INSURER', 'EVALUATOR']);
});

describe.each(exampleQueries.map((example) => [example.file, example] as const))('%s', (_file, example) => {
  it.each(example.roles ?? roles)('%s gets an answer with data in it', async (role) => {
    const { data, errors } = await run(example, role);
    expect(errors).toBeUndefined();
    // All examples except those with a single value, such as a cursor.
    expect(sizeOf(data)).toBeGreaterThan(example.file === 'what-changed' ? 0 : 5);
  });
});

it('shows the prices that the server charges', () => {
  expect(points).toMatchObject(prices);
});

it('would notice an example offered to a role that may not run it', async () => {
  const audit = exampleQueries.find(({ file }) => file === 'audit-trail');
  const refused = audit && (await run(audit, 'VILLAGE_CADRE'));
  expect(refused?.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
