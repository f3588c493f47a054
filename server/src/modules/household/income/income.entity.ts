import { sql } from 'drizzle-orm';
import { Int } from 'type-graphql';
import { by, defineEntity, extend, list, many } from '#platform/read/entity.ts';
import { householdIncome } from '#schema/household/household.table.ts';
import { householdYear } from '#schema/household/household-year.view.ts';
import { HouseholdIncome, HouseholdYear } from '#schema/household/income.type.ts';
import { householdEntity } from '../household.entity.ts';
import { ofHouseholdScope } from '../household.policy.ts';

export const incomeEntity = defineEntity({
  type: HouseholdIncome,
  table: householdIncome,
  feed: { household: 'PART' },
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
  key: ['countyCode', 'householdId', 'year'],
  plural: 'yearly accounts',
  right: 'household.read',
  scope: ofHouseholdScope,
  relations: {
    items: many(
      () => incomeEntity,
      { countyCode: 'countyCode', householdId: 'householdId', year: 'year' },
      'Its lines in the order of the annual form.',
      { order: (t) => [sql`${t.item}`, sql`${t.id}`] },
    ),
  },
});

/** What it adds to types of the modules before. */
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
