import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { FundAccountKind, FundTransferKind } from '#schema/codes/money/fund.codes.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, day, instant, rowId } from '../columns.ts';
import { insertOnlyTable } from '../insert-only.ts';
import { fund } from './fund.table.ts';

const fen = () => bigint({ mode: 'bigint' });

/**
 * Where money of a fund stands. The balance follows from the entries and is kept beside them, moved by one conditional
 * update in their transaction; `frozen` is what open commitments hold. Available is the balance without what is frozen.
 */
export const fundAccount = pgTable(
  'fund_account',
  {
    countyCode: countyCode(),
    id: rowId(),
    fundId: uuid().notNull(),
    kind: coded(FundAccountKind).notNull(),
    /** The line of a document that brought the money, of accounts SOURCE and LINE. */
    lineId: uuid(),
    /** What the money was allocated to, of all others. */
    allocationId: uuid(),
    balance: fen().notNull().default(sql`0`),
    frozen: fen().notNull().default(sql`0`),
    /** Number of its entries, which is the number of the last one. */
    entryCount: fen().notNull().default(sql`0`),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'fund_account_fund',
      columns: [t.countyCode, t.fundId],
      foreignColumns: [fund.countyCode, fund.id],
    }),
    uniqueIndex('fund_account_of_line')
      .on(t.countyCode, t.lineId, t.kind)
      .where(sql`${t.lineId} is not null`),
    uniqueIndex('fund_account_of_allocation')
      .on(t.countyCode, t.allocationId, t.kind)
      .where(sql`${t.allocationId} is not null`),
    index('fund_account_of_fund').on(t.countyCode, t.fundId, t.kind),
    check('fund_account_of_one', sql`(${t.lineId} is null) <> (${t.allocationId} is null)`),
    check('fund_account_available', mayPay(t)),
    check('fund_account_frozen', sql`${t.frozen} >= 0`),
    ...codeChecks('fund_account', t),
  ],
);

/** Only a source may be below zero: it has given what others hold. */
function mayPay(t: Record<'kind' | 'balance' | 'frozen', AnyPgColumn>): SQL {
  return sql`${t.kind} = 'SOURCE' or ${t.balance} - ${t.frozen} >= 0`;
}

/** One movement of money, told by two or more entries that sum to zero. */
export const fundTransfer = insertOnlyTable(
  'fund_transfer',
  {
    countyCode: countyCode(),
    id: rowId(),
    kind: coded(FundTransferKind).notNull(),
    effectiveOn: day().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
    /** Moved in all, the sum of the entries above zero. */
    amount: fen().notNull(),
    receiver: text(),
    note: text(),
    commitmentId: uuid(),
    reversesId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      name: 'fund_transfer_reverses',
      columns: [t.countyCode, t.reversesId],
      foreignColumns: [t.countyCode, t.id],
    }),
    uniqueIndex('fund_transfer_reversed')
      .on(t.countyCode, t.reversesId)
      .where(sql`${t.reversesId} is not null`),
    index('fund_transfer_of_commitment')
      .on(t.countyCode, t.commitmentId)
      .where(sql`${t.commitmentId} is not null`),
    index('fund_transfer_order').on(t.countyCode, t.effectiveOn, t.id),
    check('fund_transfer_amount', sql`${t.amount} > 0`),
    check('fund_transfer_reversal', sql`(${t.kind} = 'REVERSAL') = (${t.reversesId} is not null)`),
    ...codeChecks('fund_transfer', t),
  ],
);

/** What one transfer does to one account: numbered without a gap, with the balance it left. */
export const fundEntry = insertOnlyTable(
  'fund_entry',
  {
    countyCode: countyCode(),
    accountId: uuid().notNull(),
    seq: fen().notNull(),
    transferId: uuid().notNull(),
    fundId: uuid().notNull(),
    effectiveOn: day().notNull(),
    recordedAt: instant().notNull(),
    amount: fen().notNull(),
    balance: fen().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.accountId, t.seq] }),
    foreignKey({
      name: 'fund_entry_account',
      columns: [t.countyCode, t.accountId],
      foreignColumns: [fundAccount.countyCode, fundAccount.id],
    }),
    foreignKey({
      name: 'fund_entry_transfer',
      columns: [t.countyCode, t.transferId],
      foreignColumns: [fundTransfer.countyCode, fundTransfer.id],
    }),
    index('fund_entry_of_transfer').on(t.countyCode, t.transferId),
    index('fund_entry_of_fund').on(t.countyCode, t.fundId, t.effectiveOn, t.accountId, t.seq),
    index('fund_entry_recorded').on(t.countyCode, t.accountId, t.recordedAt, t.seq),
    check('fund_entry_amount', sql`${t.amount} <> 0`),
  ],
);

/** What the entries of one account sum to on one day, so that the balance of any day is a short sum. */
export const fundDay = pgTable(
  'fund_day',
  {
    countyCode: countyCode(),
    accountId: uuid().notNull(),
    effectiveOn: day().notNull(),
    amount: fen().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.accountId, t.effectiveOn] }),
    foreignKey({
      name: 'fund_day_account',
      columns: [t.countyCode, t.accountId],
      foreignColumns: [fundAccount.countyCode, fundAccount.id],
    }),
  ],
);
