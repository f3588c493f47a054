import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  AmountUnit,
  BankColumn,
  BankDelimiter,
  BankEncoding,
  BankFileKind,
  BankTrailer,
} from '#schema/codes/money/payment.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded, codedList } from '../coded.ts';
import { countyCode, createdAt, day, emptyTextList, rowId, version } from '../columns.ts';

/** How a bank wants its files, and how it answers. Banks change this as they like: it is data of the county. */
export const bankLayout = pgTable(
  'bank_layout',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    name: text().notNull(),
    fileKind: coded(BankFileKind).notNull(),
    delimiter: coded(BankDelimiter).notNull().default('PIPE'),
    encoding: coded(BankEncoding).notNull().default('GBK'),
    amountUnit: coded(AmountUnit).notNull().default('YUAN'),
    sentHeader: boolean().notNull().default(true),
    sentColumns: codedList(BankColumn).notNull(),
    sentTrailer: codedList(BankTrailer).notNull().default(sql`'{}'::text[]`),
    resultHeader: boolean().notNull().default(true),
    resultColumns: codedList(BankColumn).notNull(),
    resultTrailer: codedList(BankTrailer).notNull().default(sql`'{}'::text[]`),
    successWords: emptyTextList(),
    failureWords: emptyTextList(),
    returnWords: emptyTextList(),
    fromOn: day().notNull(),
    toOn: day(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('bank_layout_name').on(t.countyCode, t.name).where(sql`${t.toOn} is null`),
    check('bank_layout_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    ...codeChecks('bank_layout', t),
  ],
);
