import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { verifyChains } from '#modules/audit/audit.service.ts';
import { record } from '#platform/audit/audit.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;
let householdId: string;

interface Events {
  auditEvents: {
    nodes: { action: string; entity: string; after: string; seq: number }[];
    totalCount: number;
  };
}
const events = `query ($filter: AuditEventFilter) {
  auditEvents(filter: $filter) { totalCount nodes { action entity after seq } }
}`;
const create = `mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }`;
const secretId = residentId();

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const household = { headName: '丙测试', category: 'MARGINAL', phone: '13800009999' };
  for (const [villageCode, headResidentId] of [
    [places.village, secretId],
    [places.otherVillage, residentId()],
  ]) {
    const answer = await test.send<{ createHousehold: { household: { id: string } } }>(
      create,
      { input: { ...household, villageCode, headResidentId } },
      desk.session,
    );
    householdId ??= answer.data?.createHousehold.household.id ?? '';
  }
});

const brokenAt = async () => (await verifyChains(test.app.systemContext())).map((chain) => chain.brokenAt);

/** Changes the trail behind the API's back, as the database owner could, and restores everything. */
async function tamper(statement: ReturnType<typeof sql>): Promise<(number | null)[]> {
  await test.owner.db.execute(sql`create table kept as table audit_event`);
  try {
    await test.owner.db.execute(statement);
    return await brokenAt();
  } finally {
    await test.owner.db.execute(sql`truncate audit_event`);
    await test.owner.db.execute(sql`insert into audit_event select * from kept`);
    await test.owner.db.execute(sql`drop table kept`);
  }
}

it('audits a change in its own transaction, without unmasked personal data', async () => {
  const answer = await test.send<Events>(events, { filter: { record: householdId } }, desk.session);
  expect(answer.data?.auditEvents.nodes).toMatchObject([{ action: 'createHousehold', entity: 'Household' }]);
  const trail = JSON.stringify(await test.owner.db.execute(sql`select * from audit_event`));
  expect(trail).not.toContain(secretId);
  expect(trail).not.toContain('13800009999');
  expect(trail).toContain('****9999');
});

it('shows a township only the events of its own villages', async () => {
  const township = await signedIn(test, 'TOWNSHIP_REVIEWER', places.township);
  const answer = await test.send<Events>(events, {}, township.session);
  expect(answer.data?.auditEvents.totalCount).toBe(1);
});

it('audits nothing when the change itself is refused', async () => {
  const count = () => test.owner.db.execute(sql`select count(*) from audit_event`);
  const before = await count();
  const input = { id: householdId, expectedVersion: 7, note: '丁' };
  const update =
    'mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { household { id } } }';
  const answer = await test.send(update, { input }, desk.session);
  expect(answer.errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect(await count()).toEqual(before);
});

it('verifies an untouched chain, and finds an edit, a removal, a swap, an insertion and a truncation', async () => {
  expect(await brokenAt()).toEqual([null]);
  expect(await tamper(sql`update audit_event set actor_name = '别人' where seq = 1`)).toEqual([1]);
  expect(await tamper(sql`delete from audit_event where seq = 1`)).toEqual([1]);
  expect(await tamper(sql`delete from audit_event where seq = 2`)).toEqual([2]);
  expect(
    await tamper(sql`do $$ begin
      update audit_event set seq = 100 where seq = 1;
      update audit_event set seq = 1 where seq = 2;
      update audit_event set seq = 2 where seq = 100;
    end $$`),
  ).toEqual([1]);
  expect(
    await tamper(sql`insert into audit_event (county_code, seq, division_code, at, actor_name, request_id, action, entity, entity_id, hash)
      select county_code, 3, division_code, at, actor_name, request_id, action, entity, entity_id, hash
      from audit_event where seq = 2`),
  ).toEqual([3]);
  expect(await brokenAt()).toEqual([null]);
});

it.each([1, 2, 40, 900])('chains %i changes of a transaction so that they verify', async (changes) => {
  const county = '130499';
  const ctx = test.app.systemContext();
  const write = () =>
    withTransaction(ctx, async (work) => {
      for (let at = 0; at < changes; at += 1) {
        const after = { note: `第${at}条 "quoted" \\ \n \ud800 50%` };
        record(work, { countyCode: county, action: 'testChain', entity: 'Test', entityId: `${at}`, after });
      }
    });
  const length = async () => (await verifyChains(ctx, county))[0]?.length ?? 0;
  const before = await length();
  await Promise.all([write(), write(), write()]);
  expect(await verifyChains(ctx, county)).toMatchObject([{ length: before + 3 * changes, brokenAt: null }]);
});

it.each(['update audit_event set action = action', 'delete from audit_event', 'truncate audit_event'])(
  'the application cannot: %s',
  async (statement) => {
    const { db } = test.app.systemContext();
    await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
  },
);
