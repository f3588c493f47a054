import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { FundKind, FundStatus } from '#schema/codes/money/fund.codes.ts';
import { county } from '#schema/county/county.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, createdAt, rowId, version } from '../columns.ts';

/** A pot of money of one fiscal year with books of its own. */
export const fund = pgTable(
  'fund',
  {
    countyCode: countyCode().references(() => county.countyCode),
    id: rowId(),
    kind: coded(FundKind).notNull(),
    name: text().notNull(),
    fiscalYear: integer().notNull(),
    purpose: text(),
    status: coded(FundStatus).notNull().default('OPEN'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('fund_name').on(t.countyCode, t.fiscalYear, t.name),
    check('fund_year', sql`${t.fiscalYear} between 2000 and 2100`),
    ...codeChecks('fund', t),
  ],
);
