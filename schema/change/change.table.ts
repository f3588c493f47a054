import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ChangeKind, ChangeType } from '#schema/codes/change.codes.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, instant, jsonText } from '../columns.ts';

/**
 * One line for each record a transaction has made, changed or deleted, in the order in which a reader may follow them:
 * by the number of the transaction, then by place within it. Only what lies below the oldest transaction still under way
 * is read, so that no late commit ever slips in behind a reader.
 */
export const recordChange = pgTable(
  'record_change',
  {
    countyCode: countyCode(),
    /** Number of the transaction. It counts per cluster: see the epoch in app_meta. */
    xid: bigint({ mode: 'number' }).notNull(),
    ordinal: integer().notNull(),
    /** Null for the first line of an epoch, which is nobody's. */
    entity: coded(ChangeType),
    /** Null for the county itself. */
    recordId: uuid(),
    kind: coded(ChangeKind).notNull(),
    /** Division of the record before and after; null before it was made, and after it was removed. */
    placeBefore: text(),
    placeAfter: text(),
    householdId: uuid(),
    /** Of a visit: its cadre, who goes on seeing it after the pairing. */
    cadreId: uuid(),
    /** Set where only one helper is concerned: a household came within their reach or left it. */
    forCadreId: uuid(),
    /** More records that were changed in the same way with it, as {type: [ids]}: those of a new, moved, gained or lost household. */
    parts: jsonText(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.xid, t.ordinal] }),
    index('record_change_order').on(t.xid, t.ordinal),
    index('record_change_helper')
      .on(t.countyCode, t.forCadreId, t.householdId)
      .where(sql`${t.forCadreId} is not null`),
    ...codeChecks('record_change', t),
  ],
);
