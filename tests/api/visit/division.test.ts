import { and, eq, ne } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { county, dutyRule } from '#schema/county/county.table.ts';
import { division, divisionChange } from '#schema/division/division.table.ts';
import { household } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { userGrant } from '#schema/identity/identity.table.ts';
import { webhookActs } from '#tests/factories/database/webhooks.ts';
import { exportSteps, linesOf } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp(async () => ({ webhooksAnywhere: true }));
expectWords(test);
let administrator: Person;
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', '13');
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
});

const load = `mutation ($input: LoadDivisionsInput!) {
  loadDivisions(input: $input) { created updated unchanged counties { countyCode division { name } } } }`;
const move = `mutation ($input: MoveDivisionsInput!) {
  moveDivisions(input: $input) { moves { oldCode newCode households cadres grants } } }`;
const change = (oldCode: string, newCode: string, effectiveOn = '2026-11-01') => ({
  oldCode,
  newCode,
  effectiveOn,
});

it('loads a county with its parents and the usual duty rules', async () => {
  const answer = await test.send<{ loadDivisions: { created: number } }>(
    load,
    { input: { codes: ['130432'] } },
    administrator.session,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.loadDivisions).toMatchObject({
    counties: [{ countyCode: '130432', division: { name: '广平县' } }],
  });
  const { db } = test.owner;
  const villages = await db.select().from(division).where(eq(division.parentCode, '130432100'));
  expect(villages.length).toBeGreaterThan(10);
  expect(villages.find((row) => /委员?会$/.test(row.name))?.shortName).not.toMatch(/委员?会$/);
  expect(await db.select().from(county).where(eq(county.countyCode, '130432'))).toMatchObject([
    { maxLoad: 15, loadPolicy: 'WARN' },
  ]);
  const rules = await db.select().from(dutyRule).where(eq(dutyRule.countyCode, '130432'));
  expect(rules.map((rule) => rule.category).sort()).toEqual(['MARGINAL', 'RELIEVED', 'SUDDEN', 'UNSTABLE']);
});

it('updates names when run again, and keeps settings and villages missing from the list', async () => {
  const { db } = test.owner;
  await db.update(division).set({ name: '旧名' }).where(eq(division.code, '130432100'));
  await db.insert(division).values({
    code: '130432100999',
    level: 'VILLAGE',
    parentCode: '130432100',
    name: '新设村',
    shortName: '新设村',
    path: '',
    pinyin: '',
  });
  const answer = await test.send<{ loadDivisions: { created: number; updated: number; unchanged: number } }>(
    load,
    { input: { codes: ['130432'] } },
    administrator.session,
  );
  expect(answer.data?.loadDivisions).toMatchObject({ created: 0, updated: 1 });
  const [kept] = await db.select().from(division).where(eq(division.code, '130432100999'));
  expect(kept?.name).toBe('新设村');
  expect(await db.select().from(dutyRule).where(eq(dutyRule.countyCode, '130432'))).toHaveLength(4);
});

it('refuses an unknown code at its field and loads nothing', async () => {
  const answer = await test.send(load, { input: { codes: ['130722', '139999'] } }, administrator.session);
  expect(answer.errors?.[0]?.extensions.fields).toMatchObject({
    'input.codes.1': { code: 'DIVISION_UNKNOWN' },
  });
  expect(await test.owner.db.select().from(county).where(eq(county.countyCode, '130722'))).toEqual([]);
});

it('lets only users who maintain divisions change them, within their reach', async () => {
  const answer = await test.send(load, { input: { codes: ['130434'] } }, desk.session);
  expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const elsewhere = await test.send(load, { input: { codes: ['14'] } }, administrator.session);
  expect(elsewhere.errors?.[0]?.extensions).toMatchObject({
    code: 'NOT_FOUND',
    fields: { 'input.codes.0': { code: 'NOT_FOUND' } },
  });
});

it('moves a village to its new code with its households, cadres and records', async () => {
  const { db } = test.owner;
  const made = await makeHousehold(test, { villageCode: places.otherVillage });
  await makeCadre(test, { divisionCode: places.otherVillage });
  const villager = await signedIn(test, 'VILLAGE_CADRE', places.otherVillage);
  const answer = await test.send(
    move,
    { input: { changes: [change(places.otherVillage, places.sisterVillage)] } },
    administrator.session,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual({
    moveDivisions: {
      moves: [
        {
          oldCode: places.otherVillage,
          newCode: places.sisterVillage,
          households: 1,
          cadres: 1,
          grants: 1,
        },
      ],
    },
  });
  const [moved] = await db.select().from(household).where(eq(household.id, made.id));
  expect(moved).toMatchObject({ villageCode: places.sisterVillage, version: 2 });
  const [head] = await db.select().from(member).where(eq(member.householdId, made.id));
  expect(head?.villageCode).toBe(places.sisterVillage);
  const [grant] = await db.select().from(userGrant).where(eq(userGrant.userId, villager.userId));
  expect(grant?.divisionCode).toBe(places.sisterVillage);
  const [old] = await db.select().from(division).where(eq(division.code, places.otherVillage));
  expect(old?.abolishedOn).toBe('2026-11-01');
  expect(await db.select().from(divisionChange)).toHaveLength(1);
  const [audited] = await db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'moveDivision'), eq(auditEvent.entity, 'Division')));
  expect(audited).toMatchObject({ countyCode: places.county, entityId: places.otherVillage });
  expect(JSON.parse(String(audited?.after))).toMatchObject({ code: places.sisterVillage, households: 1 });
  const again = await test.send<{ moveDivisions: { moves: object[] } }>(
    move,
    { input: { changes: [change(places.otherVillage, places.sisterVillage)] } },
    administrator.session,
  );
  expect(again.data?.moveDivisions.moves).toMatchObject([{ households: 0 }]);
});

it('refuses a move to another county or to an unknown code, and moves nothing', async () => {
  const made = await makeHousehold(test, { villageCode: places.village });
  const changes = [
    change(places.village, places.sisterVillage),
    change(places.sisterVillage, places.foreignVillage),
    change('130434100299', places.village),
  ];
  const answer = await test.send(move, { input: { changes } }, administrator.session);
  expect(answer.errors?.[0]?.extensions.fields).toMatchObject({
    'input.changes.1.newCode': { code: 'OTHER_COUNTY' },
    'input.changes.2.oldCode': { code: 'DIVISION_UNKNOWN' },
  });
  const [kept] = await test.owner.db.select().from(household).where(eq(household.id, made.id));
  expect(kept?.villageCode).toBe(places.village);
});

it('moves tokens, webhooks and exports of a township with its code, and they go on working', async () => {
  const { township, otherTownship, village, otherVillage } = places;
  const { id: householdId } = await makeHousehold(test, { villageCode: village });
  const person = await signedIn(test, 'COUNTY_DESK', township);
  const token = await makeToken(test, { ownerId: person.userId, divisionCode: township });
  const hooks = webhookActs(test);
  const webhook = await hooks.made(person, { divisionCode: township, url: 'http://127.0.0.1:9/' });
  const exporting = exportSteps(test);
  const job = await exporting.run(person, { type: 'Household' });
  // The village of the former tests is in use again under its code in the other township.
  await test.owner.db.update(division).set({ abolishedOn: null }).where(eq(division.code, otherVillage));

  const changes = [change(village, otherVillage), change(township, otherTownship)];
  const moved = await test.send(move, { input: { changes } }, administrator.session);
  expect(moved.errors).toBeUndefined();
  const onTrail = await test.owner.db
    .select({
      type: auditEvent.entity,
      id: auditEvent.entityId,
      before: auditEvent.before,
      after: auditEvent.after,
    })
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'moveDivision'), ne(auditEvent.entity, 'Division')));
  const [before, after] = [{ divisionCode: township }, { divisionCode: otherTownship }].map((row) =>
    JSON.stringify(row),
  );
  expect(onTrail).toHaveLength(2);
  expect(onTrail).toContainEqual({ type: 'ApiToken', id: token.tokenId, before, after });
  expect(onTrail).toContainEqual(expect.objectContaining({ type: 'Webhook', before, after }));

  const list = `query ($in: String!) { households(filter: { divisionCode: $in }, first: 100) { nodes { id } } }`;
  const read = await test.send<{ households: { nodes: { id: string }[] } }>(
    list,
    { in: otherTownship },
    null,
    token.bearer,
  );
  expect(read.data?.households.nodes.map(({ id }) => id.split(':').at(-1))).toContain(householdId);

  expect(await exporting.read(person, job.id)).toMatchObject({ status: 'DONE', divisionCode: otherTownship });
  const file = await exporting.download(person, job.id);
  expect(linesOf(file.body).map(({ id }) => String(id).split(':').at(-1))).toContain(householdId);

  await hooks.deliverer(person).round();
  const shown = await test.send(
    `query ($id: ID!) { webhook(id: $id) { status division { code } deliveries(first: 1) { nodes { kind } } } }`,
    { id: webhook.id },
    person.session,
  );
  // What it follows is another place now, so its program is asked to read all of it.
  expect(shown.data).toEqual({
    webhook: {
      status: 'ACTIVE',
      division: { code: otherTownship },
      deliveries: { nodes: [{ kind: 'RESET' }] },
    },
  });
});
