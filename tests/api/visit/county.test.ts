import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditEvent } from '#schema/audit/audit.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let villager: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  villager = await signedIn(test, 'VILLAGE_CADRE', places.village);
});

const id = `County:${places.county}`;
const update = `mutation ($input: UpdateCountyInput!) {
  updateCounty(input: $input) { county { maxLoad loadPolicy version } } }`;
const setRule = `mutation ($input: SetDutyRuleInput!) {
  setDutyRule(input: $input) { dutyRule { id category frequency minDays fromOn toOn version } } }`;
const rules = `query ($category: [HouseholdCategory!]) { dutyRules(filter: { category: $category }, orderBy: [{ field: FROM_ON }]) {
  nodes { frequency fromOn toOn } } }`;
const rule = (more: object = {}) => ({
  countyCode: places.county,
  category: 'MARGINAL',
  frequency: 'MONTH',
  modes: ['IN_PERSON'],
  fromOn: '2026-12-01',
  ...more,
});

it("shows a county's settings to everyone with a grant anywhere in it, and of no other county", async () => {
  const answer = await test.send(
    '{ counties { nodes { countyCode division { name } dutyRules { category } } } }',
    {},
    villager.session,
  );
  expect(answer.data).toMatchObject({
    counties: {
      nodes: [{ countyCode: places.county, division: { name: '魏县' }, dutyRules: { length: 4 } }],
    },
  });
});

it('changes settings and refuses a stale change', async () => {
  const input = { id, expectedVersion: 1, maxLoad: 8, loadPolicy: 'REFUSE' };
  const fresh = await test.send(update, { input }, desk.session);
  expect(fresh.data).toEqual({ updateCounty: { county: { maxLoad: 8, loadPolicy: 'REFUSE', version: 2 } } });
  const stale = await test.send(update, { input }, desk.session);
  expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  const [audited] = await test.owner.db
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.action, 'updateCounty'), eq(auditEvent.countyCode, places.county)));
  expect(JSON.parse(String(audited?.before))).toMatchObject({ maxLoad: 15 });
});

it('refuses settings out of range, and another county as if it did not exist', async () => {
  const tooMany = await test.send(
    update,
    { input: { id, expectedVersion: 2, maxLoad: 1_000 } },
    desk.session,
  );
  expect(tooMany.errors?.[0]?.extensions.fields).toMatchObject({ 'input.maxLoad': { code: 'OUT_OF_RANGE' } });
  const foreign = `County:${places.otherCounty}`;
  const other = await test.send(update, { input: { id: foreign, expectedVersion: 1 } }, desk.session);
  expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const notMine = await test.send(update, { input: { id, expectedVersion: 2 } }, villager.session);
  expect(notMine.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('adds a rule and ends the former one the day before', async () => {
  const answer = await test.send(setRule, { input: rule() }, desk.session);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({ setDutyRule: { dutyRule: { frequency: 'MONTH', toOn: null } } });
  const list = await test.send(rules, { category: ['MARGINAL'] }, desk.session);
  expect(list.data).toEqual({
    dutyRules: {
      nodes: [
        { frequency: 'QUARTER', fromOn: '2020-01-01', toOn: '2026-11-30' },
        { frequency: 'MONTH', fromOn: '2026-12-01', toOn: null },
      ],
    },
  });
});

it('replaces a rule that has not begun, and refuses one before it', async () => {
  const replaced = await test.send(setRule, { input: rule({ minDays: 20 }) }, desk.session);
  expect(replaced.data).toMatchObject({ setDutyRule: { dutyRule: { minDays: 20, version: 2 } } });
  const before = await test.send(setRule, { input: rule({ fromOn: '2026-11-15' }) }, desk.session);
  expect(before.errors?.[0]?.extensions.fields).toMatchObject({
    'input.fromOn': { code: 'DUTY_RULE_EXISTS' },
  });
});

it('changes nothing in a quarter that is over', async () => {
  const answer = await test.send(
    setRule,
    { input: rule({ category: 'SUDDEN', fromOn: '2026-09-30' }) },
    desk.session,
  );
  expect(answer.errors?.[0]?.extensions.fields).toMatchObject({ 'input.fromOn': { code: 'DATE_TOO_EARLY' } });
  const foreign = await test.send(setRule, { input: rule({ countyCode: places.otherCounty }) }, desk.session);
  expect(foreign.errors?.[0]?.extensions.fields).toMatchObject({ 'input.countyCode': { code: 'NOT_FOUND' } });
});

it('ends a rule without a successor, once', async () => {
  const list = await test.send<{ dutyRules: { nodes: { id: string }[] } }>(
    '{ dutyRules(filter: { category: [RELIEVED] }) { nodes { id } } }',
    {},
    desk.session,
  );
  const end = `mutation ($input: EndDutyRuleInput!) { endDutyRule(input: $input) { dutyRule { toOn } } }`;
  const input = { id: list.data?.dutyRules.nodes[0]?.id, expectedVersion: 1, toOn: '2026-12-31' };
  const ended = await test.send(end, { input }, desk.session);
  expect(ended.data).toEqual({ endDutyRule: { dutyRule: { toOn: '2026-12-31' } } });
  const again = await test.send(end, { input: { ...input, expectedVersion: 2 } }, desk.session);
  expect(again.errors?.[0]?.extensions.code).toBe('DUTY_RULE_ENDED');
});
