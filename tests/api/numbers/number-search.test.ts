import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createCipher } from '#platform/core/cipher.ts';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { numberSearch } from '#schema/identity/rate-limit.table.ts';
import { exportSteps } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { masterKey, startOfTests, testApp } from '#tests/setup/app.ts';
import { isCluster } from '#tests/setup/cluster-nodes.ts';

const statements: string[] = [];
const rateLimits = { tokenPoints: 1e9, userPoints: 1e9, numberSearches: 5 };
const test = testApp(async () => ({ rateLimits, onStatement: (text) => statements.push(text) }));
const exporting = exportSteps(test);
const find = 'query ($text: String) { households(filter: { search: $text }) { nodes { id } } }';
let villager: Person;
let id: string;

beforeAll(async () => {
  await makeDivisions(test);
  id = (await makeHousehold(test, { villageCode: places.village, headName: '甲测试' })).headResidentId;
});
beforeEach(async () => {
  test.clock.set(startOfTests);
  villager = await signedIn(test, 'VILLAGE_CADRE', places.village);
});

const search = (text: string, person = villager, headers = {}) =>
  test.send<{ households: { nodes: unknown[] } }>(find, { text }, person.session, headers);
const notes = () => test.owner.db.select().from(auditEvent).where(eq(auditEvent.action, 'searchByNumber'));
const phone = (end: number) => `1380000${String(end).padStart(4, '0')}`;

/** How many searches are answered before the first refusal, and the waiting time. */
async function until(send: (at: number) => Promise<{ status: number; headers: Record<string, unknown> }>) {
  for (let at = 0; at < 50; at += 1) {
    const { status, headers } = await send(at);
    if (status === 429) return { answered: at, retryAfter: Number(headers['retry-after']) };
    if (status !== 200) throw new Error(`status ${status}`);
  }
  throw new Error('never refused');
}

it('finds by a whole number and audits who searched which kind, never the number', async () => {
  const before = (await notes()).length;
  const { data } = await search(id);
  expect(data?.households.nodes).toHaveLength(1);
  const [noted, ...others] = (await notes()).slice(before);
  expect(others).toEqual([]);
  const fingerprint = createCipher(masterKey).hash('resident-id', id).toString('hex');
  expect(noted).toMatchObject({
    countyCode: places.county,
    divisionCode: places.village,
    actorId: villager.userId,
    entity: 'Household',
  });
  expect(JSON.parse(noted?.after ?? '')).toEqual({ kind: 'RESIDENT_ID', fingerprint });
  expect(JSON.stringify(noted)).not.toContain(id);
});

it('allows few searches per hour and per day, and says when more are allowed', async () => {
  expect(await until((at) => search(phone(at)))).toEqual({ answered: 5, retryAfter: 3600 });
  test.clock.set('2026-11-10T04:59:30Z');
  expect(await until((at) => search(phone(at)))).toEqual({ answered: 0, retryAfter: 30 });
  for (const hour of ['05', '06', '07']) {
    test.clock.set(`2026-11-10T${hour}:00:00Z`);
    expect((await until((at) => search(phone(at)))).answered).toBe(5);
  }
  test.clock.set('2026-11-10T08:00:00Z');
  expect(await until((at) => search(phone(at)))).toEqual({ answered: 0, retryAfter: 8 * 3600 });
  test.clock.set('2026-11-10T16:00:00Z');
  expect((await until((at) => search(phone(at)))).answered).toBe(5);
});

it('is shared by all tokens of a person, and by simultaneous requests', async () => {
  const tokens = [0, 1].map(() =>
    makeToken(test, { ownerId: villager.userId, divisionCode: places.village }),
  );
  const headers = (await Promise.all(tokens)).map(({ bearer }) => bearer);
  const nobody = { ...villager, session: '' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => search(phone(at), nobody, headers[at % 2])),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  expect((await search(phone(1))).status).toBe(429);
});

const inOneDocument = (fields: string) => test.send(`{ ${fields} }`, {}, villager.session);
const aliases = (count: number, field: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `a${at}: ${field(at)} { totalCount }`).join(' ');

it.each([
  ['households', (at: number) => `households(filter: { search: "${phone(at)}" })`],
  ['members', (at: number) => `members(filter: { search: "${phone(at)}", present: true })`],
  ['cadres', (at: number) => `cadres(filter: { search: "+86 138 0000 000${at}" })`],
])('counts each alias of %s, and runs none of too many', async (_list, field) => {
  expect((await inOneDocument(aliases(3, field))).status).toBe(200);
  expect((await inOneDocument(aliases(3, field))).status).toBe(429);
  expect((await inOneDocument(aliases(2, field))).status).toBe(200);
  expect((await inOneDocument(aliases(1, field))).status).toBe(429);
});

it('counts searches in fragments, in nested fields and in export filters', async () => {
  const nested = `{ ...F } fragment F on Query { organizations { nodes { cadres(filter: { search: "${phone(1)}" }) { totalCount } } } }`;
  for (let at = 0; at < 5; at += 1) await test.send(nested, {}, villager.session);
  expect((await test.send(nested, {}, villager.session)).status).toBe(429);
  const desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const filter = { households: { search: phone(1) } };
  const started = await exporting.start(desk, { type: 'Household', filter });
  expect(started.errors).toBeUndefined();
  const [row] = await test.owner.db.select().from(numberSearch).where(eq(numberSearch.userId, desk.userId));
  expect(row?.inHour).toBe(1);
  await test.app.jobs.drain();
});

it('counts neither names nor last digits nor the public hotline; lists without numbers stay one statement', async () => {
  for (let at = 0; at < 12; at += 1)
    for (const text of ['甲', id.slice(14), '1380000', '12317'])
      expect((await search(text)).status).toBe(200);
  await search('甲');
  statements.length = 0;
  await search('甲');
  // On a cluster the viewer is read separately.
  expect(statements).toHaveLength(isCluster ? 2 : 1);
});

it('finds no part of a number except the last digits, which masks show', async () => {
  for (const text of [
    id.slice(0, 17),
    `${id.slice(0, 14)}%`,
    id.slice(6, 14),
    `${id.slice(0, 17)}_`,
    `${id}0`,
  ])
    expect((await search(text)).data?.households.nodes).toEqual([]);
});
