import { foreignKey, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { countyCode, day, instant, rowId } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';
import { paymentBatch } from './payment.table.ts';

/** A file of results of a bank, as it was taken in: the same one a second time changes nothing. */
export const paymentResultFile = insertOnlyTable(
  'payment_result_file',
  {
    countyCode: countyCode(),
    id: rowId(),
    batchId: uuid().notNull(),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    storageKey: text(),
    total: integer().notNull(),
    receivedOn: day().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'payment_result_file_batch',
      columns: [t.countyCode, t.batchId],
      foreignColumns: [paymentBatch.countyCode, paymentBatch.id],
    }),
    uniqueIndex('payment_result_file_once').on(t.countyCode, t.batchId, t.fileHash),
  ],
);
