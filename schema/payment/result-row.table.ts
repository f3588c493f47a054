import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { PaymentStatus, ResultOutcome } from '#schema/codes/money/payment.codes.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, day, fen, instant, isShortMask, rowId, version } from '../columns.ts';
import { payment } from './payment.table.ts';
import { paymentResultFile } from './result-file.table.ts';

/** A row of it, and what became of it. Of the account it holds the end alone, as all that is shown. */
export const paymentResultRow = pgTable(
  'payment_result_row',
  {
    countyCode: countyCode(),
    id: rowId(),
    fileId: uuid().notNull(),
    batchId: uuid().notNull(),
    /** The line of the file. */
    rowNumber: integer().notNull(),
    payeeName: text(),
    accountMasked: text(),
    amount: fen(),
    /** What the bank says of it. */
    said: coded(PaymentStatus),
    reason: text(),
    paidOn: day(),
    bankSerial: text(),
    result: coded(ResultOutcome).notNull(),
    /** Why it was refused: a code of errors. */
    code: text(),
    paymentId: uuid(),
    /** Those it may mean, where that is for a person to say. */
    candidateIds: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    chosenBy: uuid(),
    chosenAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'payment_result_row_file',
      columns: [t.countyCode, t.fileId],
      foreignColumns: [paymentResultFile.countyCode, paymentResultFile.id],
    }),
    foreignKey({
      name: 'payment_result_row_payment',
      columns: [t.countyCode, t.paymentId],
      foreignColumns: [payment.countyCode, payment.id],
    }),
    uniqueIndex('payment_result_row_number').on(t.countyCode, t.fileId, t.rowNumber),
    index('payment_result_row_batch').on(t.countyCode, t.batchId),
    check('payment_result_row_masks', isShortMask(t.accountMasked)),
    ...codeChecks('payment_result_row', t),
  ],
);
