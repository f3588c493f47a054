import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
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
import { FundDocumentKind, FundLevel, ReissueStatus } from '#schema/codes/money/document.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, day, instant, rowId, version } from '../columns.ts';
import { gramsIn } from '../search.ts';
import { fund } from './fund.table.ts';

const fen = () => bigint({ mode: 'bigint' });

/** A paper that brings money into funds, or takes some back. */
export const fundDocument = pgTable(
  'fund_document',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    kind: coded(FundDocumentKind).notNull().default('INDICATOR'),
    /** In its one form, see `documentNumberOf`. */
    number: text().notNull(),
    title: text().notNull().default(''),
    issuedOn: day(),
    receivedOn: day(),
    budgetYear: integer().notNull(),
    /** Released before its year: the money may be used once the year has begun. */
    isEarly: boolean().notNull().default(false),
    recordedAt: instant().notNull(),
    /** Empty for what came in by a list at the command line. */
    recordedBy: uuid(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('fund_document_number').on(t.countyCode, t.number),
    index('fund_document_year').on(t.countyCode, t.budgetYear, t.issuedOn),
    index('fund_document_search').using('gin', gramsIn([t.number, t.title])),
    check('fund_document_days', sql`${t.receivedOn} >= ${t.issuedOn}`),
    check('fund_document_years', sql`${t.budgetYear} between 2000 and 2100`),
    ...codeChecks('fund_document', t),
  ],
);

/** One amount of a document: of one level, for one task, into one fund. Below zero it takes back. */
export const fundLine = pgTable(
  'fund_line',
  {
    countyCode: countyCode(),
    id: rowId(),
    documentId: uuid().notNull(),
    fundId: uuid().notNull(),
    level: coded(FundLevel).notNull(),
    task: text(),
    isDirect: boolean().notNull().default(false),
    projectCode: text(),
    functionCode: text(),
    economicCode: text(),
    amount: fen().notNull(),
    /** What the newest list says of it, to be compared with the books. Never posted. */
    statedAllocated: fen(),
    statedDisbursed: fen(),
    statedPaid: fen(),
    note: text(),
    /** The line whose money this may be once more; empty where only its document is named. */
    reissueOfId: uuid(),
    reissue: coded(ReissueStatus),
    reissueDecidedBy: uuid(),
    reissueDecidedAt: instant(),
    /** Of an amount below zero: the line that it takes back from, once that is known. */
    reducesId: uuid(),
    /** The transfer by which it is in the books; empty while it is not. */
    transferId: uuid(),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      columns: [t.countyCode, t.documentId],
      foreignColumns: [fundDocument.countyCode, fundDocument.id],
    }),
    foreignKey({ columns: [t.countyCode, t.fundId], foreignColumns: [fund.countyCode, fund.id] }),
    foreignKey({ columns: [t.countyCode, t.reissueOfId], foreignColumns: [t.countyCode, t.id] }),
    foreignKey({ columns: [t.countyCode, t.reducesId], foreignColumns: [t.countyCode, t.id] }),
    index('fund_line_document').on(t.countyCode, t.documentId),
    index('fund_line_fund').on(t.countyCode, t.fundId),
    index('fund_line_reissue').on(t.countyCode, t.reissueOfId),
    index('fund_line_reduces').on(t.countyCode, t.reducesId),
    check('fund_line_amount', sql`${t.amount} <> 0`),
    check('fund_line_reissued', sql`${t.reissueOfId} is null or ${t.reissue} is not null`),
    check('fund_line_reduces_one', sql`${t.reducesId} is null or ${t.amount} < 0`),
    check('fund_line_posted', mayBePosted(t)),
    ...codeChecks('fund_line', t),
  ],
);

/** Nothing is in the books that may be there already, nor a reduction of nobody knows what. */
function mayBePosted(t: Record<'transferId' | 'reissue' | 'amount' | 'reducesId', AnyPgColumn>): SQL {
  return sql`${t.transferId} is null or (coalesce(${t.reissue}, 'OTHER_MONEY') = 'OTHER_MONEY'
    and (${t.amount} > 0 or ${t.reducesId} is not null))`;
}
