import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { countyCode, day } from '../columns.ts';

/** Visit duties, declared as a table so that they are read like one; they are stored nowhere, a query works them out. */
export const visitDuty = pgTable('visit_duty', {
  countyCode: countyCode(),
  householdId: uuid().notNull(),
  villageCode: text().notNull(),
  period: text().notNull(),
  startOn: day().notNull(),
  endOn: day().notNull(),
  dueOn: day().notNull(),
  /** Whether today lies in the period. */
  isRunning: boolean().notNull(),
  status: text().notNull(),
  isOverdue: boolean().notNull(),
  daysLeft: integer(),
  cadreId: uuid().notNull(),
  pairingId: uuid().notNull(),
  visitId: uuid(),
  excuseId: uuid(),
});
