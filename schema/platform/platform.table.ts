import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { countyCode, instant, jsonText } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';

/** Facts about this installation, such as the check value of its key. */
export const appMeta = pgTable('app_meta', { key: text().primaryKey(), value: text().notNull() });

/** First answer to each clientMutationId of a person or token: the same input gets it again, another input is refused. */
export const idempotency = insertOnlyTable(
  'idempotency',
  {
    countyCode: countyCode(),
    /** Whose key it is: the token by which a program asks, else the person. Nobody else's key gives this answer. */
    callerId: uuid('user_id').notNull(),
    clientMutationId: text().notNull(),
    mutation: text().notNull(),
    inputHash: text().notNull(),
    result: jsonText().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.callerId, t.clientMutationId] })],
);
