import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/core/ids.ts';
import { householdIncome, householdRisk } from '#schema/household/household.table.ts';
import { dutyExcuse, problem } from '#schema/visit/visit.table.ts';
import { catalog } from '#server/modules.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold, moveHomes } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { act } = registerActs(test, places.county);
let desk: Person;
let administrator: Person;

/**
 * What a county table depends on, by its keys: `HOUSEHOLD`, whose village it carries; `ROW`, another row with a place;
 * `DIVISION`, one of its own; or `COUNTY` as a whole.
 */
type Hanging = 'HOUSEHOLD' | 'ROW' | 'DIVISION' | 'COUNTY';

/** Tables without such a key, and why. */
const standAlone: Readonly<Record<string, string>> = {
  audit_event: 'keeps the place of the day on which it was written',
  audit_head: 'one row a county, 000000 for what belongs to none',
  record_change: 'keeps the places before and after',
  idempotency: 'keeps an answer as it was given',
};
/** Place columns that keep the value they were written with. */
const keptPlaces: Readonly<Record<string, string>> = {
  'audit_event.division_code': 'history',
  'import_batch.division_code': 'where the list was let in on its day',
};

async function hangingIn(): Promise<Map<string, Hanging>> {
  const rows = await test.owner.db.execute<{ name: string; hanging: Hanging }>(sql`
    with county as (select attrelid as oid from pg_attribute join pg_class on pg_class.oid = attrelid
      where attname = 'county_code' and relkind = 'r' and relnamespace = 'public'::regnamespace),
    keys as (select conrelid, confrelid, array(select attname::text from unnest(conkey) with ordinality as k (num, at)
        join pg_attribute on attrelid = conrelid and attnum = num order by at) as columns
      from pg_constraint where contype = 'f')
    select relname as name, case
      when exists (select from keys where conrelid = c.oid and confrelid = 'household'::regclass
        and columns = '{county_code,household_id,village_code}') then 'HOUSEHOLD'
      when exists (select from keys where conrelid = c.oid and confrelid = 'division'::regclass
        and columns <> '{county_code}') then 'DIVISION'
      when exists (select from keys join county on county.oid = confrelid where conrelid = c.oid
        and cardinality(columns) > 1 and confrelid <> conrelid) then 'ROW'
      when exists (select from keys where conrelid = c.oid and columns = '{county_code}') then 'COUNTY' end as hanging
    from county join pg_class as c using (oid)`);
  return new Map(rows.filter(({ hanging }) => hanging).map(({ name, hanging }) => [name, hanging]));
}

/** Tables of the test set-up, see tests/setup/watch-changes.ts. */
const ofTests = new Set(['written', 'copied_changes']);

async function undeclared(): Promise<string[]> {
  const hanging = await hangingIn();
  const rows = await test.owner.db.execute<{ name: string; columns: string[] }>(sql`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name in (
      select table_name from information_schema.columns where table_schema = 'public' and column_name = 'county_code')
    group by table_name order by 1`);
  return rows.flatMap(({ name, columns }) => {
    if (ofTests.has(name)) return [];
    const how = hanging.get(name);
    if (!how) return name in standAlone ? [] : [`${name} hangs on nothing`];
    const places = columns.filter((column) =>
      /^(household_id|.*(village|township|division)_code)$/.test(column),
    );
    const isHeld = how === 'HOUSEHOLD' || how === 'DIVISION';
    return isHeld
      ? []
      : places.filter((column) => !(`${name}.${column}` in keptPlaces)).map((column) => `${name}.${column}`);
  });
}

/** Rows whose village differs from their household's, by table. */
async function elsewhere(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, hanging] of await hangingIn()) {
    if (hanging !== 'HOUSEHOLD') continue;
    const table = sql.identifier(name);
    const [row] = await test.owner.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${table} as part join household
        on household.county_code = part.county_code and household.id = part.household_id
      where part.village_code <> household.village_code`);
    if (row?.count) found[name] = row.count;
  }
  return found;
}

/** A household with a record in every table that depends on one. */
async function wholeHousehold(villageCode: string = places.village): Promise<MadeHousehold> {
  const household = await makeHousehold(test, { villageCode });
  const cadre = await makeCadre(test);
  const pairing = await makePairing(test, { household, cadre, villageCode });
  await makeVisit(test, { household, cadre, pairing, visitedOn: '2026-10-10', villageCode });
  const { db } = test.owner;
  const part = () => ({ countyCode: places.county, id: newId(), householdId: household.id, villageCode });
  await db.insert(householdRisk).values({ ...part(), kind: 'ILLNESS', identifiedOn: '2026-01-01' });
  await db.insert(householdIncome).values({ ...part(), year: 2025, item: 'A1', amount: 1n });
  await db
    .insert(problem)
    .values({ ...part(), kind: 'MEDICAL', description: '屋顶漏雨', raisedOn: '2026-10-10' });
  const excusedAt = test.clock.now().toISOString();
  await db.insert(dutyExcuse).values({ ...part(), period: '2026-Q3', reason: 'LEAVE', excusedAt });
  return household;
}

const placesOf = async (household: MadeHousehold): Promise<string[]> => {
  const hanging = [...(await hangingIn())].filter(([, how]) => how === 'HOUSEHOLD');
  const found = await Promise.all(
    hanging.map(async ([name]) => {
      const rows = await test.owner.db.execute<{ at: string }>(
        sql`select distinct village_code as at from ${sql.identifier(name)} where household_id = ${household.id}`,
      );
      return `${name} ${rows.map((row) => row.at).join()}`;
    }),
  );
  return found.sort();
};
const tables = [
  'duty_excuse',
  'household_category',
  'household_income',
  'household_risk',
  'member',
  'pairing',
  'problem',
  'visit',
];
const allAt = (village: string) => tables.map((name) => `${name} ${village}`);

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
});

it('knows what every county table depends on', async () => {
  expect(await undeclared()).toEqual([]);
  const parts = [...catalog.followed.values()].filter(({ household }) => household === 'PART');
  expect(parts).toHaveLength(tables.length);
});

it('would notice a new table without a declaration, and one whose village nothing maintains', async () => {
  await test.owner.db.execute(
    sql`create table slip (county_code text primary key references county, household_id uuid)`,
  );
  await test.owner.db.execute(sql`create table slipped (county_code text primary key)`);
  expect(await undeclared()).toEqual(['slip.household_id', 'slipped hangs on nothing']);
  await test.owner.db.execute(sql`drop table slip, slipped`);
});

it('moves all records along with a household', async () => {
  const household = await wholeHousehold();
  await act(desk, 'moveHousehold', {
    ...{ householdId: household.globalId, expectedVersion: 1 },
    ...{ villageCode: places.otherVillage, effectiveOn: '2026-11-01', reason: '易地搬迁' },
  });
  expect(await placesOf(household)).toEqual(allAt(places.otherVillage));
});

it('moves all records along when a village gets a new code', async () => {
  const household = await wholeHousehold(places.sisterVillage);
  const changes = [{ oldCode: places.sisterVillage, newCode: places.village, effectiveOn: '2026-11-01' }];
  await act(administrator, 'moveDivisions', { changes });
  expect(await placesOf(household)).toEqual(allAt(places.village));
});

it("leaves the history of a merged household in place, and moves its people to the other's village", async () => {
  const former = await wholeHousehold();
  const into = await makeHousehold(test, { villageCode: places.otherVillage });
  const relations = [{ memberId: `Member:${places.county}:${former.headId}`, relation: 'FATHER' }];
  const input = { householdId: former.globalId, intoId: into.globalId, expectedVersion: 1, relations };
  await act(desk, 'mergeHousehold', { ...input, mergedOn: '2026-11-05', reason: '分户后又并户' });
  expect(await elsewhere()).toEqual({});
  const [moved] = await test.owner.db.execute(
    sql`select household_id, village_code from member where id = ${former.headId}`,
  );
  expect(moved).toEqual({ household_id: into.id, village_code: places.otherVillage });
});

it('refuses to move a household without its dependent records', async () => {
  const household = await wholeHousehold();
  const alone = test.owner.db.execute(
    sql`update household set village_code = ${places.otherVillage} where id = ${household.id}`,
  );
  await expect(alone).rejects.toMatchObject({ cause: { code: '23503' } });
});

it('moves many households to several villages at once', async () => {
  const [some, other] = [await wholeHousehold(), await wholeHousehold(places.otherVillage)];
  await moveHomes(test, [
    { householdId: some.id, from: places.village, to: places.otherVillage },
    { householdId: other.id, from: places.otherVillage, to: places.village },
  ]);
  expect(await placesOf(some)).toEqual(allAt(places.otherVillage));
  expect(await placesOf(other)).toEqual(allAt(places.village));
  expect(await elsewhere()).toEqual({});
});
