import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { BankAccountKind } from '#schema/codes/money/payment.codes.ts';
import { householdKey, ofHousehold } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, createdAt, day, isShortMask, version } from '../columns.ts';

/** The account of a member; a new one ends the former, which stays as history. */
export const bankAccount = pgTable(
  'bank_account',
  {
    ...ofHousehold(),
    memberId: uuid().notNull(),
    kind: coded(BankAccountKind).notNull(),
    bankName: text().notNull(),
    holderName: text().notNull(),
    accountCipher: bytes().notNull(),
    accountHash: bytes().notNull(),
    accountMasked: text().notNull(),
    /** The check digit of the card does not fit: no reason to refuse it, but one to look again. */
    isDoubtful: boolean().notNull().default(false),
    fromOn: day().notNull(),
    /** The day it was replaced or closed. */
    toOn: day(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    householdKey('bank_account', t),
    foreignKey({
      name: 'bank_account_member',
      columns: [t.countyCode, t.memberId],
      foreignColumns: [member.countyCode, member.id],
    }),
    uniqueIndex('bank_account_current').on(t.countyCode, t.memberId).where(sql`${t.toOn} is null`),
    index('bank_account_household').on(t.countyCode, t.householdId),
    index('bank_account_number').on(t.countyCode, t.accountHash),
    check('bank_account_masks', isShortMask(t.accountMasked)),
    check('bank_account_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    ...codeChecks('bank_account', t),
  ],
);
