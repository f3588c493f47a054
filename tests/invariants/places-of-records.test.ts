import { and, eq, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlaceRule } from '#platform/feed/place.ts';
import { entitiesIn } from '#platform/read/entity.ts';
import { household } from '#schema/household/household.table.ts';
import { catalog } from '#server/modules.ts';
import { makeSpendingRecords } from '#tests/factories/money/allocated.ts';
import { makeFund, makeFundLine } from '#tests/factories/money/funds.ts';
import { makeDraft, makePayment } from '#tests/factories/money/payment-records.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeToken } from '#tests/factories/people/tokens.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold, moveHomes } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { registerActs } from '#tests/factories/register/register-acts.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainRow } from './scope/plain-row.ts';

const test = testApp();
const { act } = registerActs(test, places.county);
let desk: Person;
let administrator: Person;

/** Tables without an entity that hold codes of divisions, and why nothing moves them. */
const withoutEntity: Readonly<Record<string, string>> = {
  'division.parent_code': 'the official list',
  'division_change.old_code': 'the codes themselves, from and to',
  'division_change.new_code': 'the codes themselves, from and to',
  'record_change.place_before': 'tells where a record was',
  'record_change.place_after': 'tells where a record was',
};
/** Tables of a county that have no key to say what they depend on, and why. */
const standAlone: Readonly<Record<string, string>> = {
  audit_event: 'keeps the place of the day on which it was written',
  audit_head: 'one row a county, 000000 for what belongs to none',
  record_change: 'keeps the places before and after',
  idempotency: 'keeps an answer as it was given',
};
/** Tables of the test set-up, see tests/setup/watch-changes.ts. */
const ofTests = new Set(['written', 'copied_changes']);

/** Tables whose place hangs on this, by name. */
const placed = (...kinds: PlaceRule['is'][]) =>
  new Map<string, PgTable>(
    entitiesIn(catalog)
      .filter(({ place }) => place && kinds.includes(place.is))
      .map(({ table }) => [getTableName(table), table]),
  );
const parts = placed('PART');
const inDivision = placed('IN_DIVISION');

/** Each column of the database that may hold a division below the county, by its name or a key to divisions. */
async function placeColumns(): Promise<{ table: string; column: string }[]> {
  return test.owner.db.execute<{ table: string; column: string }>(sql`
    select relname::text as table, attname::text as column from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
      and attname <> 'county_code' and (attname ~ '(^|_)(division|township|village|parent|old|new)_code$|^place_|_place$'
        or exists (select from pg_constraint where contype = 'f' and conrelid = attrelid
          and confrelid = 'division'::regclass and attnum = any(conkey)))
    order by 1, 2`);
}

/** Those that no entity declares, and the tables of a county that depend on nothing. */
async function undeclared(): Promise<string[]> {
  const declared = placed('HOUSEHOLD', 'PART', 'IN_DIVISION', 'NOT_MOVED');
  const columns = (await placeColumns()).filter(
    ({ table, column }) =>
      !declared.has(table) && !(`${table}.${column}` in withoutEntity) && !ofTests.has(table),
  );
  const loose = await test.owner.db.execute<{ name: string }>(sql`
    select relname::text as name from pg_attribute as county join pg_class on pg_class.oid = attrelid
    where attname = 'county_code' and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where contype = 'f' and conrelid = attrelid
        and county.attnum = any(conkey)) order by 1`);
  return [
    ...columns.map(({ table, column }) => `${table}.${column}`),
    ...loose
      .filter(({ name }) => !(name in standAlone) && !ofTests.has(name))
      .map(({ name }) => `${name} hangs on nothing`),
  ];
}

const columnOf = (table: PgTable, name: string): PgColumn => {
  const column = (getTableColumns(table) as Record<string, PgColumn | undefined>)[name];
  if (!column) throw new Error(`${getTableName(table)} has no ${name}`);
  return column;
};
const count = (table: PgTable, where: SQL | undefined) => test.owner.db.$count(table, where);

/** A household with a record in every table of its parts. */
async function wholeHousehold(villageCode: string = places.village): Promise<MadeHousehold> {
  const home = await makeHousehold(test, { villageCode });
  const cadre = await makeCadre(test);
  const pairing = await makePairing(test, { household: home, cadre, villageCode });
  await makeVisit(test, { household: home, cadre, pairing, visitedOn: '2026-10-10', villageCode });
  const ofHome = { countyCode: places.county, householdId: home.id, villageCode };
  const draftId = await makeDraft(test, { divisionCode: places.county });
  await makePayment(test, { ...ofHome, memberId: home.headId }, draftId);
  for (const table of parts.values()) {
    if ((await count(table, eq(columnOf(table, 'householdId'), home.id))) > 0) continue;
    const known = { year: 2025, eventOn: '2025-06-01', memberId: home.headId };
    const wanted = Object.entries(known).filter(([name]) => name in getTableColumns(table));
    await test.owner.db.insert(table).values(plainRow(table, { ...ofHome, ...Object.fromEntries(wanted) }));
  }
  return home;
}

/** Where the parts of a household are, by table. */
async function placesOf(home: MadeHousehold): Promise<string[]> {
  const found = await Promise.all(
    [...parts].map(async ([name, table]) => {
      const village = columnOf(table, 'villageCode');
      const rows = await test.owner.db
        .selectDistinct({ at: village })
        .from(table)
        .where(eq(columnOf(table, 'householdId'), home.id));
      return `${name} ${rows.map((row) => row.at).join()}`;
    }),
  );
  return found.sort();
}
const allAt = (village: string) => [...parts.keys()].map((name) => `${name} ${village}`).sort();

/** Rows whose village differs from their household's, by table. */
async function elsewhere(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, table] of parts) {
    const isOf = and(
      eq(household.countyCode, columnOf(table, 'countyCode')),
      eq(household.id, columnOf(table, 'householdId')),
    );
    const rows = await test.owner.db
      .select({ id: household.id })
      .from(table)
      .innerJoin(household, isOf)
      .where(sql`${columnOf(table, 'villageCode')} <> ${household.villageCode}`);
    if (rows.length > 0) found[name] = rows.length;
  }
  return found;
}

/** One row of each table that moves with its division. */
async function fill(divisionCode: string): Promise<void> {
  const { userId: ownerId } = await signedIn(test, 'OVERSEER', divisionCode);
  await makeCadre(test, { divisionCode });
  await makeToken(test, { ownerId, divisionCode });
  await makeDraft(test, { divisionCode });
  const fund = await makeFund(test);
  const { lineId } = await makeFundLine(test, fund, 100n);
  await makeSpendingRecords(test, { countyCode: places.county, fundId: fund.id, lineId, divisionCode });
  const known = { countyCode: places.county, divisionCode, ownerId, startedBy: ownerId };
  for (const table of inDivision.values()) {
    if ((await count(table, eq(columnOf(table, 'divisionCode'), divisionCode))) > 0) continue;
    const own = Object.entries(known).filter(([name]) => name in getTableColumns(table));
    const sealed = 'secretCipher' in getTableColumns(table) ? { secretCipher: Buffer.alloc(60) } : {};
    await test.owner.db.insert(table).values(plainRow(table, { ...Object.fromEntries(own), ...sealed }));
  }
}

/** How many rows of each table are in a division. */
const standingIn = async (divisionCode: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      [...inDivision].map(async ([name, table]) => [
        name,
        await count(table, eq(columnOf(table, 'divisionCode'), divisionCode)),
      ]),
    ),
  );
const each = (rows: number) => Object.fromEntries([...inDivision.keys()].map((name) => [name, rows]));
const moveDivision = (oldCode: string, newCode: string) =>
  act(administrator, 'moveDivisions', { changes: [{ oldCode, newCode, effectiveOn: '2026-11-01' }] });

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  administrator = await signedIn(test, 'SYSTEM_ADMINISTRATOR', null);
});

describe('declarations', () => {
  it('say of every place in the database what it hangs on', async () => {
    expect(await undeclared()).toEqual([]);
    const found = new Set((await placeColumns()).map(({ table, column }) => `${table}.${column}`));
    expect(Object.keys(withoutEntity).filter((name) => !found.has(name))).toEqual([]);
    expect([...inDivision.keys()]).toEqual(
      expect.arrayContaining(['api_token', 'app_user', 'cadre', 'export_job', 'user_grant', 'webhook']),
    );
  });

  it.each([
    [
      'a place of a county table',
      'county_code text primary key references county, village_code text',
      'village_code',
    ],
    ['a place of any other table', 'id int, reporting_township_code text', 'reporting_township_code'],
    ['a key to divisions', 'id int, seat text references division', 'seat'],
  ])('are missed for %s', async (_what, columns, column) => {
    await test.owner.db.execute(sql`create table slip (${sql.raw(columns)})`);
    expect(await undeclared()).toEqual([`slip.${column}`]);
    await test.owner.db.execute(sql`drop table slip`);
  });

  it('are missed for a table of a county that depends on nothing', async () => {
    await test.owner.db.execute(sql`create table slip (county_code text primary key)`);
    expect(await undeclared()).toEqual(['slip hangs on nothing']);
    await test.owner.db.execute(sql`drop table slip`);
  });
});

describe('a household', () => {
  it('moves with all its records', async () => {
    const home = await wholeHousehold();
    await act(desk, 'moveHousehold', {
      ...{ householdId: home.globalId, expectedVersion: 1 },
      ...{ villageCode: places.otherVillage, effectiveOn: '2026-11-01', reason: '易地搬迁' },
    });
    expect(await placesOf(home)).toEqual(allAt(places.otherVillage));
  });

  it('leaves its history in place when it is merged, and gives its people and open risks away', async () => {
    const former = await wholeHousehold();
    const into = await makeHousehold(test, { villageCode: places.otherVillage });
    const relations = [{ memberId: `Member:${places.county}:${former.headId}`, relation: 'FATHER' }];
    const input = { householdId: former.globalId, intoId: into.globalId, expectedVersion: 1, relations };
    await act(desk, 'mergeHousehold', { ...input, mergedOn: '2026-11-05', reason: '分户后又并户' });
    expect(await elsewhere()).toEqual({});
    const [moved] = await test.owner.db.execute(
      sql`select household_id, village_code, relation from member where id = ${former.headId}`,
    );
    expect(moved).toEqual({ household_id: into.id, village_code: places.otherVillage, relation: 'FATHER' });
    const gone = await Promise.all(
      [...parts].map(async ([name, table]) =>
        (await count(table, eq(columnOf(table, 'householdId'), former.id))) === 0 ? [name] : [],
      ),
    );
    expect(gone.flat().sort()).toEqual(['bank_account', 'household_risk', 'member']);
  });

  it('cannot be moved without its records', async () => {
    const home = await wholeHousehold();
    const alone = test.owner.db.execute(
      sql`update household set village_code = ${places.otherVillage} where id = ${home.id}`,
    );
    await expect(alone).rejects.toMatchObject({ cause: { code: '23503' } });
  });

  it('moves beside others that go elsewhere', async () => {
    const [some, other] = [await wholeHousehold(), await wholeHousehold(places.otherVillage)];
    await moveHomes(test, [
      { householdId: some.id, from: places.village, to: places.otherVillage },
      { householdId: other.id, from: places.otherVillage, to: places.village },
    ]);
    expect(await placesOf(some)).toEqual(allAt(places.otherVillage));
    expect(await placesOf(other)).toEqual(allAt(places.village));
    expect(await elsewhere()).toEqual({});
  });
});

describe('a division that gets another code takes along', () => {
  it('all that stands in a village, and leaves what stands in its township', async () => {
    const home = await wholeHousehold(places.sisterVillage);
    await fill(places.sisterVillage);
    await fill(places.township);
    const before = await standingIn(places.village);
    await moveDivision(places.sisterVillage, places.village);
    expect(await placesOf(home)).toEqual(allAt(places.village));
    expect(await standingIn(places.sisterVillage)).toEqual(each(0));
    const after = await standingIn(places.village);
    for (const name of inDivision.keys()) expect(after[name], name).toBe((before[name] ?? 0) + 1);
    expect(await standingIn(places.township)).toEqual(each(1));
  });

  it('all that stands in a township, once its own code is given up', async () => {
    await moveDivision(places.township, places.otherTownship);
    expect(await standingIn(places.township)).toEqual(each(0));
    expect(await standingIn(places.otherTownship)).toEqual(each(1));
  });
});
