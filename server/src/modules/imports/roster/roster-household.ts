import { householdRow, type KnownHousehold, memberRow } from '#modules/household/household.bulk.service.ts';
import { differs, former, type Written } from '#modules/imports/batch/outcome.ts';
import type { Fault } from '#modules/imports/cells/fault.ts';
import { type ValueChange, valueChanges } from '#modules/imports/cells/value-changes.rules.ts';
import { firstToStay, noHistory, type SpeaksOf } from '#modules/imports/staging/since.rules.ts';
import { addDays } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { newId } from '#platform/core/ids.ts';
import { pick } from '#platform/core/pick.ts';
import { ownerOf, phoneColumns, phoneHash } from '#platform/people/personal.ts';
import type { HouseholdCategory } from '#schema/codes/household.codes.ts';
import type { RosterRow } from './roster.rules.ts';
import { columnOfFact, factNames, saidFacts } from './roster-facts.rules.ts';
import type {
  CreatedEntry,
  HouseholdEntry,
  NewRosterHousehold,
  RosterChanges,
  RosterIndex,
} from './roster-index.ts';

const changeable = [
  'number',
  'villageCode',
  'phoneCipher',
  'phoneHash',
  'phoneMasked',
  'category',
  ...factNames,
] as const;

export function createEntry(
  changes: RosterChanges,
  row: RosterRow,
  category: HouseholdCategory,
  fromOn: string,
): { entry: CreatedEntry; written: Written[] } {
  const made = { id: newId(), headId: newId(), categoryId: newId(), category, fromOn, row };
  changes.made.push(made);
  return {
    entry: { household: { id: made.id, villageCode: row.villageCode }, pairings: [] },
    written: [
      { table: 'household', id: made.id, version: 1, before: null },
      { table: 'member', id: made.headId, version: 1, before: null },
      { table: 'category', id: made.categoryId, version: 1, before: null },
    ],
  };
}

/**
 * A new household with its head. Its category begins on the first day of help in the roster; without help, on the day
 * of the list.
 */
export function recordsOf(ctx: Context, countyCode: string, { row, ...made }: NewRosterHousehold) {
  const { villageCode } = row;
  const head = memberRow(ctx, countyCode, {
    householdId: made.id,
    villageCode,
    id: made.headId,
    name: row.headName,
    relation: 'HEAD',
    sex: row.headSex ?? 'UNKNOWN',
    birthOn: row.headBirthOn,
    documentKind: 'RESIDENT_ID',
    residentId: row.headId,
    phone: null,
  });
  const { id, category, fromOn } = made;
  const { facts, phone, householdNumber: number } = row;
  return {
    head,
    household: householdRow(ctx, countyCode, { id, villageCode, head, number, phone, category, facts }),
    firstCategory: {
      countyCode,
      householdId: id,
      villageCode,
      id: made.categoryId,
      category,
      fromOn,
      toOn: null,
      reason: null,
    },
  };
}

/** Columns of the sheet by field of a household, as audited. */
const columnOf = {
  number: 'householdNumber',
  villageCode: 'village',
  phoneMasked: 'householdPhone',
  category: 'category',
  ...columnOfFact,
} as const;
const comparedFields = Object.keys(columnOf) as (keyof typeof columnOf)[];

/** The household after a row, or null where the row changes nothing; blank cells change nothing. */
export function householdAfter(
  ctx: Context,
  { household }: HouseholdEntry,
  row: RosterRow,
): KnownHousehold | null {
  const after = { ...household, ...changedHouseholdValues(ctx, household, row) };
  return differs(household, after, changeable) ? after : null;
}

/** Why a household must not become what the row says, or null. */
export function faultOfHousehold(
  index: RosterIndex,
  { household }: HouseholdEntry,
  after: KnownHousehold,
  speaksOf: SpeaksOf,
): Fault | null {
  const history = index.histories.get(household.id) ?? noHistory;
  const field = firstToStay(history, household, after, comparedFields, speaksOf);
  return field && { column: columnOf[field], code: 'CHANGED_SINCE' };
}

export const householdChanges = (
  { household }: HouseholdEntry,
  after: KnownHousehold,
  nameOf: (villageCode: string) => string,
): ValueChange[] => {
  const named = (one: KnownHousehold) => ({ ...one, villageCode: nameOf(one.villageCode) });
  return valueChanges(named(household), named(after), columnOf);
};

/** What a row changes of a household on record. */
export function changeHousehold(
  changes: RosterChanges,
  entry: HouseholdEntry,
  after: KnownHousehold,
  from: string,
): Written[] {
  const before = entry.household;
  const written: Written[] = [
    { table: 'household', id: before.id, version: before.version + 1, before: former(before, changeable) },
  ];
  const columns = pick(after, changeable);
  changes.householdChanges.push({ id: before.id, before, after: { id: before.id, ...columns } });
  entry.household = { ...after, version: before.version + 1 };
  if (after.category !== before.category) written.push(...changeCategory(changes, entry, from));
  return written;
}

function changedHouseholdValues(
  ctx: Context,
  before: KnownHousehold,
  row: RosterRow,
): Partial<KnownHousehold> {
  const hasNewPhone = row.phone !== null && !before.phoneHash?.equals(phoneHash(ctx, row.phone));
  const owner = ownerOf('household', before.countyCode, before.id);
  return {
    number: row.householdNumber ?? before.number,
    villageCode: row.villageCode,
    ...(hasNewPhone ? phoneColumns(ctx, owner, row.phone) : {}),
    category: row.category ?? before.category,
    ...saidFacts(row.facts),
  };
}

/** From today on: the history stays as recorded. */
function changeCategory(changes: RosterChanges, entry: HouseholdEntry, today: string): Written[] {
  const { countyCode, id: householdId, villageCode, category } = entry.household;
  const running = entry.category;
  const columns = ['category', 'toOn'] as const;
  if (running && running.fromOn >= today) {
    changes.categoryChanges.push({
      id: running.id,
      before: running,
      after: { id: running.id, category, toOn: null },
    });
    entry.category = { ...running, category };
    return [{ table: 'category', id: running.id, version: 1, before: former(running, columns) }];
  }
  const written: Written[] = [];
  if (running) {
    const ended = { id: running.id, category: running.category, toOn: addDays(today, -1) };
    changes.categoryChanges.push({ id: running.id, before: running, after: ended });
    written.push({ table: 'category', id: running.id, version: 1, before: former(running, columns) });
  }
  const next = {
    countyCode,
    id: newId(),
    householdId,
    villageCode,
    category,
    fromOn: today,
    toOn: null,
    reason: null,
  };
  changes.categories.push(next);
  entry.category = next;
  written.push({ table: 'category', id: next.id, version: 1, before: null });
  return written;
}
