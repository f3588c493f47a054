import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/**
 * The view household_year, declared as a table so that it is read like one; a migration written by hand makes it. Its column
 * `per_capita` counts members by a column of the row, which a cluster cannot send to one node; `perCapita` is worked out by
 * the entity.
 */
export const householdYear = pgTable('household_year', {
  countyCode: text().notNull(),
  householdId: uuid().notNull(),
  villageCode: text().notNull(),
  year: integer().notNull(),
  wage: bigint({ mode: 'bigint' }).notNull(),
  business: bigint({ mode: 'bigint' }).notNull(),
  property: bigint({ mode: 'bigint' }).notNull(),
  transfer: bigint({ mode: 'bigint' }).notNull(),
  expense: bigint({ mode: 'bigint' }).notNull(),
  netIncome: bigint({ mode: 'bigint' }).notNull(),
});
