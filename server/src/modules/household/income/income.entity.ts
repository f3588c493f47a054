import { sql } from 'drizzle-orm';
import { Int } from 'type-graphql';
import { notMoved, partOfHousehold } from '#platform/feed/place.ts';
import { by, defineEntity, extend, list, many } from '#platform/read/entity.ts';
import { household, householdIncome } from '#schema/household/household.table.ts';
import { householdYear } from '#schema/household/household-year.view.ts';
import { HouseholdIncome, HouseholdYear } from '#schema/household/income.type.ts';
import { member } from '#schema/household/member.table.ts';
import { Money } from '#schema/scalars.ts';
import { householdEntity } from '../household.entity.ts';
import { ofHouseholdScope } from '../household.policy.ts';

export const incomeEntity = defineEntity({
  type: HouseholdIncome,
  table: householdIncome,
  feed: {},
  place: partOfHousehold(),
  removable: true,
  plural: 'lines of income',
  right: 'household.read',
  scope: ofHouseholdScope,
  defaultSort: [
    { field: 'YEAR', direction: 'DESC' },
    { field: 'ITEM', direction: 'ASC' },
  ],
  sorts: {
    YEAR: { description: 'By year.', sql: by('year') },
    ITEM: { description: 'By line of the annual form.', sql: by('item') },
  },
  filters: {
    year: {
      type: () => Int,
      description: 'Of this year.',
      sql: (t, year: number) => sql`${t.year} = ${year}`,
    },
  },
});

export const yearEntity = defineEntity({
  type: HouseholdYear,
  table: householdYear,
  place: notMoved('a view of the lines of income'),
  key: ['countyCode', 'householdId', 'year'],
  plural: 'yearly accounts',
  right: 'household.read',
  scope: ofHouseholdScope,
  computed: {
    perCapita: {
      type: () => Money,
      nullable: true,
      description:
        'Net income divided by the family size on record (else by the members on file), rounded to the fen, halves away from zero; null where neither is known.',
      // Nested, so that the columns of the outer row keep the name of their table.
      sql: (t, county) =>
        sql`(${sql`select round(${t.netIncome}::numeric / coalesce(nullif(home.size, 0),
          (select nullif(count(*), 0) from ${member} as present where present.county_code = ${county}
            and present.household_id = ${t.householdId} and present.left_on is null)))::bigint
        from ${household} as home where home.county_code = ${county} and home.id = ${t.householdId}`})`,
    },
  },
  relations: {
    items: many(
      () => incomeEntity,
      { countyCode: 'countyCode', householdId: 'householdId', year: 'year' },
      'Its lines in the order of the annual form.',
      { order: (t) => [sql`${t.item}`, sql`${t.id}`] },
    ),
  },
});

/** Fields and relations added to types of other modules. */
export const incomeExtensions = [
  extend(householdEntity, {
    relations: {
      incomes: list(
        () => incomeEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Lines of its yearly accounts.',
      ),
      incomeYears: many(
        () => yearEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Its yearly accounts, the newest first.',
        { order: (t) => [sql`${t.year} desc`] },
      ),
    },
  }),
];
