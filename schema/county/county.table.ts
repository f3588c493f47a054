import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { DutyFrequency } from '#schema/codes/help/duty.codes.ts';
import { VisitMode } from '#schema/codes/help/visit.codes.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { LoadPolicy } from '#schema/codes/settings.codes.ts';
import { division } from '#schema/division/division.table.ts';
import { codeChecks, coded, codedList } from '../coded.ts';
import { countyCode, day, rowId, version } from '../columns.ts';

export const county = pgTable(
  'county',
  {
    countyCode: countyCode()
      .primaryKey()
      .references(() => division.code),
    /** Households that one cadre should be paired with at most. */
    maxLoad: integer().notNull().default(15),
    /** What happens above `maxLoad`: WARN lets it through and says so, REFUSE does not. */
    loadPolicy: coded(LoadPolicy).notNull().default('WARN'),
    version: version(),
  },
  (t) => codeChecks('county', t),
);

/** Which households owe a visit, how often, and what counts as one; dated, never overwritten. */
export const dutyRule = pgTable(
  'duty_rule',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    category: coded(HouseholdCategory).notNull(),
    frequency: coded(DutyFrequency).notNull(),
    /** Frequency while the household has a risk that is not eliminated; null: the same. */
    riskFrequency: coded(DutyFrequency),
    modes: codedList(VisitMode).notNull(),
    /** A household paired for fewer days of the period owes no visit in it. */
    minDays: integer().notNull().default(15),
    /** The visit is overdue this many days before the period ends; 0: at its end. */
    deadlineDays: integer().notNull().default(0),
    fromOn: day().notNull(),
    toOn: day(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('duty_rule_category').on(t.countyCode, t.category, t.fromOn),
    check('duty_rule_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    ...codeChecks('duty_rule', t),
  ],
);
