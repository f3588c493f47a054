import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { HouseholdCategory, HouseholdStatus } from '#schema/codes/household.codes.ts';
import { IncomeItem } from '#schema/codes/people/income.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { division } from '#schema/division/division.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, countyCode, createdAt, day, isShortMask, rowId, version } from '../columns.ts';
import { gramsIn } from '../search.ts';

export const household = pgTable(
  'household',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    villageCode: text()
      .notNull()
      .references(() => division.code, { onUpdate: 'cascade' }),
    /** Number in the national system, where the county has one. */
    number: text(),
    /** Village group (村民小组) or natural village, below the twelve digits. */
    groupName: text(),
    address: text(),
    /** Copied from the head, the one member whose relation is HEAD, by one function. */
    headName: text().notNull(),
    headPinyin: text().notNull(),
    headIdMasked: text(),
    /** Family size as registered; the members on file may be fewer. */
    size: integer(),
    phoneCipher: bytes(),
    phoneHash: bytes(),
    phoneMasked: text(),
    /** Category in force today; the dated history is in household_category. */
    category: coded(HouseholdCategory).notNull(),
    status: coded(HouseholdStatus).notNull().default('ACTIVE'),
    closedOn: day(),
    closedReason: text(),
    mergedIntoId: uuid(),
    note: text(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    // The target of the children's foreign keys: their village is that of the household, see platform/write/moving.
    unique('household_place').on(t.countyCode, t.id, t.villageCode),
    uniqueIndex('household_number').on(t.countyCode, t.number),
    index('household_number_anywhere').on(t.number).where(sql`${t.number} is not null`),
    foreignKey({ columns: [t.countyCode, t.mergedIntoId], foreignColumns: [t.countyCode, t.id] }),
    // The usual order of the register, so that its first page is read and not sorted.
    index('household_order').on(t.countyCode, t.villageCode, t.headPinyin, t.id),
    index('household_search').using('gin', gramsIn([t.headName, t.headPinyin])),
    index('household_last_four').on(sql`right(${t.headIdMasked}, 4)`, t.countyCode),
    index('household_phone_anywhere').on(t.phoneHash).where(sql`${t.phoneHash} is not null`),
    // Which households left the register and when, of one or of a county: few did.
    index('household_closed').on(t.countyCode, t.id, t.closedOn).where(sql`${t.closedOn} is not null`),
    check(
      'household_in_county',
      sql`length(${t.villageCode}) = 12 and starts_with(${t.villageCode}, ${t.countyCode})`,
    ),
    check('household_closed', sql`(${t.status} = 'ACTIVE') = (${t.closedOn} is null)`),
    check('household_masks', sql`${isShortMask(t.headIdMasked)} and ${isShortMask(t.phoneMasked)}`),
    check('household_size', sql`${t.size} between 0 and 99`),
    ...codeChecks('household', t),
  ],
);

/**
 * Columns and foreign key of everything that belongs to one household and is scoped by its village. The key refuses a
 * household that moves without them: `moveHouseholds` takes all of it along.
 */
export const ofHousehold = () => ({
  countyCode: countyCode(),
  id: rowId(),
  householdId: uuid().notNull(),
  villageCode: text().notNull(),
});
export const householdKey = (name: string, t: HouseholdChild) =>
  foreignKey({
    name: `${name}_household`,
    columns: [t.countyCode, t.householdId, t.villageCode],
    foreignColumns: [household.countyCode, household.id, household.villageCode],
  });
type ForeignKeyColumns = Parameters<typeof foreignKey>[0]['columns'];
type HouseholdChild = Record<'countyCode' | 'householdId' | 'villageCode', ForeignKeyColumns[number]>;

export const householdCategory = pgTable(
  'household_category',
  {
    ...ofHousehold(),
    category: coded(HouseholdCategory).notNull(),
    fromOn: day().notNull(),
    toOn: day(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('household_category', t),
    uniqueIndex('household_category_from').on(t.countyCode, t.householdId, t.fromOn),
    uniqueIndex('household_category_current').on(t.countyCode, t.householdId).where(sql`${t.toOn} is null`),
    check('household_category_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    ...codeChecks('household_category', t),
  ],
);

export const householdRisk = pgTable(
  'household_risk',
  {
    ...ofHousehold(),
    kind: coded(RiskKind).notNull(),
    status: coded(RiskStatus).notNull().default('OPEN'),
    identifiedOn: day().notNull(),
    eliminatedOn: day(),
    note: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('household_risk', t),
    index('household_risk_household').on(t.countyCode, t.householdId),
    index('household_risk_newest').on(t.identifiedOn, t.countyCode),
    uniqueIndex('household_risk_open')
      .on(t.countyCode, t.householdId, t.kind)
      .where(sql`${t.status} = 'OPEN'`),
    check('household_risk_end', sql`(${t.status} = 'OPEN') = (${t.eliminatedOn} is null)`),
    ...codeChecks('household_risk', t),
  ],
);

/** Income and expense of one year by item of the annual form; whole fen, never a float. */
export const householdIncome = pgTable(
  'household_income',
  {
    ...ofHousehold(),
    year: integer().notNull(),
    item: coded(IncomeItem).notNull(),
    amount: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('household_income', t),
    uniqueIndex('household_income_item').on(t.countyCode, t.householdId, t.year, t.item),
    check('household_income_amount', sql`${t.amount} >= 0`),
    check('household_income_year', sql`${t.year} between 1990 and 2100`),
    ...codeChecks('household_income', t),
  ],
);
