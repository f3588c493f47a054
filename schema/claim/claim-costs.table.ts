import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ClaimLayerKind } from '#schema/codes/money/claim.codes.ts';
import { codeChecks, coded } from '../coded.ts';
import { countyCode, day } from '../columns.ts';
import { claim } from './claim.table.ts';

/** One receipt of a claim. */
export const claimExpense = pgTable(
  'claim_expense',
  {
    countyCode: countyCode(),
    claimId: uuid().notNull(),
    receiptNumber: text().notNull(),
    spentOn: day().notNull(),
    provider: text().notNull(),
    amount: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.claimId, t.receiptNumber] }),
    foreignKey({ columns: [t.countyCode, t.claimId], foreignColumns: [claim.countyCode, claim.id] }),
    index('claim_expense_number').on(t.countyCode, t.receiptNumber),
    check('claim_expense_amount', sql`${t.amount} > 0`),
  ],
);

/** What each of those who share the cost bears. */
export const claimLayer = pgTable(
  'claim_layer',
  {
    countyCode: countyCode(),
    claimId: uuid().notNull(),
    layer: coded(ClaimLayerKind).notNull(),
    amount: bigint({ mode: 'bigint' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.claimId, t.layer] }),
    foreignKey({ columns: [t.countyCode, t.claimId], foreignColumns: [claim.countyCode, claim.id] }),
    check('claim_layer_amount', sql`${t.amount} >= 0`),
    ...codeChecks('claim_layer', t),
  ],
);
