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
import { PaymentBatchStatus, PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { householdKey, ofHousehold } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, countyCode, createdAt, day, fen, instant, isShortMask, rowId, version } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';
import { bankAccount } from './bank-account.table.ts';
import { bankLayout } from './bank-layout.table.ts';

/** A roster of people to be paid by one file: made, checked, approved, sent and reconciled by different persons. */
export const paymentBatch = pgTable(
  'payment_batch',
  {
    countyCode: countyCode(),
    id: rowId(),
    divisionCode: text().notNull(),
    number: text().notNull(),
    /** Printed in the passbook, where there is room for seven characters. */
    purpose: text().notNull(),
    layoutId: uuid().notNull(),
    /** The money it is paid from: an allocation of a fund. */
    allocationId: uuid(),
    correctsBatchId: uuid(),
    status: coded(PaymentBatchStatus).notNull().default('DRAFT'),
    madeBy: uuid().notNull(),
    createdAt: createdAt(),
    checkedBy: uuid(),
    checkedAt: instant(),
    approvedBy: uuid(),
    approvedAt: instant(),
    sentBy: uuid(),
    sentAt: instant(),
    sentFileKey: text(),
    sentFileHash: text(),
    reconciledBy: uuid(),
    reconciledAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'payment_batch_layout',
      columns: [t.countyCode, t.layoutId],
      foreignColumns: [bankLayout.countyCode, bankLayout.id],
    }),
    foreignKey({
      name: 'payment_batch_corrects',
      columns: [t.countyCode, t.correctsBatchId],
      foreignColumns: [t.countyCode, t.id],
    }),
    uniqueIndex('payment_batch_number').on(t.countyCode, t.number),
    index('payment_batch_newest').on(t.createdAt, t.countyCode),
    check('payment_batch_in_county', sql`starts_with(${t.divisionCode}, ${t.countyCode})`),
    check('payment_batch_purpose', sql`length(${t.purpose}) between 1 and 7`),
    // Whatever the program does: nobody stands at two of these places.
    check(
      'payment_batch_persons',
      sql`${t.madeBy} <> ${t.checkedBy} and ${t.madeBy} <> ${t.approvedBy} and ${t.madeBy} <> ${t.sentBy}
        and ${t.checkedBy} <> ${t.approvedBy} and ${t.checkedBy} <> ${t.sentBy} and ${t.approvedBy} <> ${t.sentBy}`,
    ),
    check(
      'payment_batch_signed',
      sql`(${t.status} = 'DRAFT' or ${t.checkedBy} is not null)
        and (${t.status} in ('DRAFT', 'CHECKED') or ${t.approvedBy} is not null)
        and (${t.status} in ('DRAFT', 'CHECKED', 'APPROVED') or (${t.sentBy} is not null and ${t.sentFileKey} is not null))
        and (${t.status} <> 'RECONCILED' or ${t.reconciledBy} is not null)`,
    ),
    ...codeChecks('payment_batch', t),
  ],
);

/** One payment to one person: in one state at any time. Account and name are those of the day it was planned. */
export const payment = pgTable(
  'payment',
  {
    ...ofHousehold(),
    batchId: uuid().notNull(),
    /** Its number in the batch, by which banks refer to it. */
    serial: integer().notNull(),
    /** Who is entitled. */
    memberId: uuid().notNull(),
    memberName: text().notNull(),
    /** Whose account it goes to: the same person or the head of the household. */
    payeeId: uuid().notNull(),
    payeeName: text().notNull(),
    bankAccountId: uuid().notNull(),
    bankName: text().notNull(),
    accountCipher: bytes().notNull(),
    accountMasked: text().notNull(),
    amount: fen().notNull(),
    status: coded(PaymentStatus).notNull().default('PLANNED'),
    /** Of the bank, where it failed or came back; of a person, where it was stopped. */
    reason: text(),
    paidOn: day(),
    bankSerial: text(),
    claimId: uuid(),
    correctsPaymentId: uuid(),
    note: text(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('payment', t),
    foreignKey({
      name: 'payment_batch_of',
      columns: [t.countyCode, t.batchId],
      foreignColumns: [paymentBatch.countyCode, paymentBatch.id],
    }),
    foreignKey({
      name: 'payment_member',
      columns: [t.countyCode, t.memberId],
      foreignColumns: [member.countyCode, member.id],
    }),
    foreignKey({
      name: 'payment_payee',
      columns: [t.countyCode, t.payeeId],
      foreignColumns: [member.countyCode, member.id],
    }),
    foreignKey({
      name: 'payment_account',
      columns: [t.countyCode, t.bankAccountId],
      foreignColumns: [bankAccount.countyCode, bankAccount.id],
    }),
    foreignKey({
      name: 'payment_corrects',
      columns: [t.countyCode, t.correctsPaymentId],
      foreignColumns: [t.countyCode, t.id],
    }),
    uniqueIndex('payment_serial').on(t.countyCode, t.batchId, t.serial),
    uniqueIndex('payment_person')
      .on(t.countyCode, t.batchId, t.memberId)
      .where(sql`${t.status} <> 'STOPPED'`),
    // A failed payment is made good once, and a claim is paid once: unless that was stopped before it was sent.
    uniqueIndex('payment_corrected')
      .on(t.countyCode, t.correctsPaymentId)
      .where(sql`${t.correctsPaymentId} is not null and ${t.status} <> 'STOPPED'`),
    uniqueIndex('payment_claim')
      .on(t.countyCode, t.claimId)
      .where(sql`${t.claimId} is not null and ${t.correctsPaymentId} is null and ${t.status} <> 'STOPPED'`),
    index('payment_household').on(t.countyCode, t.householdId),
    check('payment_masks', isShortMask(t.accountMasked)),
    check('payment_amount', sql`${t.amount} > 0`),
    ...codeChecks('payment', t),
  ],
);

/** What happened to a payment, one state after the other. */
export const paymentEvent = insertOnlyTable(
  'payment_event',
  {
    countyCode: countyCode(),
    id: rowId(),
    paymentId: uuid().notNull(),
    fromStatus: coded(PaymentStatus),
    toStatus: coded(PaymentStatus).notNull(),
    happenedOn: day().notNull(),
    amount: fen().notNull(),
    reason: text(),
    resultFileId: uuid(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'payment_event_payment',
      columns: [t.countyCode, t.paymentId],
      foreignColumns: [payment.countyCode, payment.id],
    }),
    index('payment_event_of').on(t.countyCode, t.paymentId),
    ...codeChecks('payment_event', t),
  ],
);
