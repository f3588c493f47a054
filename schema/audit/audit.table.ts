import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, countyCode, instant, jsonText } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';

/**
 * Who changed what, chained by hash per county; '000000' carries what belongs to no county.
 * The application's role may only insert here.
 */
export const auditEvent = insertOnlyTable(
  'audit_event',
  {
    countyCode: countyCode(),
    seq: bigint({ mode: 'number' }).notNull(),
    /** The place it concerns, for who may read it: the village of a household, else the county. */
    divisionCode: text().notNull(),
    at: instant().notNull(),
    actorId: uuid(),
    /** Name at the time, kept because a document must not change with its author's name. */
    actorName: text().notNull(),
    tokenId: uuid(),
    requestId: text().notNull(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    before: jsonText(),
    after: jsonText(),
    /** How it is hashed: 1 without a key, as all rows once were; 2 with it. See platform/audit/chain.ts. */
    format: smallint().notNull().default(1),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.seq] }),
    index('audit_event_entity').on(t.countyCode, t.entity, t.entityId),
    index('audit_event_at').on(t.countyCode, t.at),
    index('audit_event_newest').on(t.at),
    index('audit_event_division').on(t.divisionCode, t.at),
    check('audit_event_seq', sql`${t.seq} > 0`),
    check('audit_event_format', sql`${t.format} in (1, 2, 3)`),
  ],
);

/** Last link of each county's chain; its row lock orders the writers. */
export const auditHead = pgTable('audit_head', {
  countyCode: countyCode().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: bytes().notNull(),
  /** From which number on the links are keyed; 0 in a chain from before there was a key, until the next start. */
  keyedFrom: bigint({ mode: 'number' }).notNull(),
  /** Vouches for it. */
  seal: bytes(),
});
