import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { PairingEndReason, PairingRole } from '#schema/codes/help/pairing.codes.ts';
import { householdKey, ofHousehold } from '#schema/household/household.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { createdAt, day, version } from '../columns.ts';

export const pairing = pgTable(
  'pairing',
  {
    ...ofHousehold(),
    cadreId: uuid().notNull(),
    role: coded(PairingRole).notNull().default('MAIN'),
    startedOn: day().notNull(),
    /** Last day, inclusive; null while it runs. */
    endedOn: day(),
    endReason: coded(PairingEndReason),
    /** Why it was begun or ended, in the desk's words. */
    reason: text(),
    /** What the former helper leaves to the next. */
    handOverNote: text(),
    /** The pairing this one took over from. */
    formerId: uuid(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('pairing', t),
    foreignKey({ columns: [t.countyCode, t.cadreId], foreignColumns: [cadre.countyCode, cadre.id] }),
    foreignKey({ columns: [t.countyCode, t.formerId], foreignColumns: [t.countyCode, t.id] }),
    uniqueIndex('pairing_main')
      .on(t.countyCode, t.householdId)
      .where(sql`${t.role} = 'MAIN' and ${t.endedOn} is null`),
    uniqueIndex('pairing_once').on(t.countyCode, t.householdId, t.cadreId).where(sql`${t.endedOn} is null`),
    // All that the quarter clock asks of a pairing.
    index('pairing_spells').on(t.countyCode, t.householdId, t.startedOn, t.endedOn, t.role, t.cadreId, t.id),
    index('pairing_cadre').on(t.countyCode, t.cadreId, t.endedOn),
    index('pairing_village').on(t.countyCode, t.villageCode),
    index('pairing_newest').on(t.startedOn, t.countyCode),
    check('pairing_days', sql`${t.endedOn} is null or ${t.endedOn} >= ${t.startedOn}`),
    check('pairing_end', sql`(${t.endedOn} is null) = (${t.endReason} is null)`),
    ...codeChecks('pairing', t),
  ],
);
