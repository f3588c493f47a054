import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { fundBook } from '#schema/fund/book.table.ts';
import { fundDocument, fundLine } from '#schema/fund/document.table.ts';
import { fund } from '#schema/fund/fund.table.ts';
import { fundAccount } from '#schema/fund/ledger.table.ts';

export type DocumentRow = typeof fundDocument.$inferSelect;
export type LineRow = typeof fundLine.$inferSelect;
export type LineOfDocument = LineRow & { readonly documentNumber: string };

/** Documents by their numbers; locked where what hangs on them is decided. */
export async function selectDocuments(
  ctx: Context,
  countyCode: string,
  numbers: readonly string[],
  lock = false,
): Promise<DocumentRow[]> {
  if (numbers.length === 0) return [];
  const query = ctx.db
    .select()
    .from(fundDocument)
    .where(and(eq(fundDocument.countyCode, countyCode), anyValue(fundDocument.number, numbers)))
    .orderBy(fundDocument.id);
  return lock ? query.for('update') : query;
}

export async function selectDocument(ctx: Context, countyCode: string, id: string): Promise<DocumentRow> {
  const [found] = await ctx.db
    .select()
    .from(fundDocument)
    .where(and(eq(fundDocument.countyCode, countyCode), eq(fundDocument.id, id)));
  if (!found) throw new Error('a line without its document');
  return found;
}

export async function selectLinesOf(
  ctx: Context,
  countyCode: string,
  documentIds: readonly string[],
): Promise<LineOfDocument[]> {
  if (documentIds.length === 0) return [];
  return ctx.db
    .select({ ...getTableColumns(fundLine), documentNumber: fundDocument.number })
    .from(fundLine)
    .innerJoin(
      fundDocument,
      and(eq(fundDocument.countyCode, fundLine.countyCode), eq(fundDocument.id, fundLine.documentId)),
    )
    .where(and(eq(fundLine.countyCode, countyCode), anyValue(fundLine.documentId, documentIds)))
    .orderBy(fundLine.id);
}

/** Lines of documents by the numbers of these. */
export async function selectLinesByNumber(ctx: Context, countyCode: string, numbers: readonly string[]) {
  const documents = await selectDocuments(ctx, countyCode, numbers);
  return selectLinesOf(
    ctx,
    countyCode,
    documents.map(({ id }) => id),
  );
}

export const selectFundsOfYears = (ctx: Context, countyCode: string, years: readonly number[]) =>
  ctx.db
    .select()
    .from(fund)
    .where(and(eq(fund.countyCode, countyCode), eq(fund.kind, 'LINKAGE'), anyValue(fund.fiscalYear, years)))
    .orderBy(fund.id);

export const selectFunds = (ctx: Context, countyCode: string, ids: readonly string[]) =>
  ctx.db
    .select()
    .from(fund)
    .where(and(eq(fund.countyCode, countyCode), anyValue(fund.id, ids)));

/** What of each line is allocated to nothing yet. */
export async function selectUnallocated(ctx: Context, countyCode: string, lineIds: readonly string[]) {
  const found = await ctx.db
    .select({
      lineId: fundAccount.lineId,
      available: sql<string>`${fundAccount.balance} - ${fundAccount.frozen}`,
    })
    .from(fundAccount)
    .where(
      and(
        eq(fundAccount.countyCode, countyCode),
        eq(fundAccount.kind, 'LINE'),
        anyValue(fundAccount.lineId, lineIds),
      ),
    );
  return new Map(found.map(({ lineId, available }) => [lineId ?? '', BigInt(available)]));
}

/** The day through which the books of a county are closed. */
export async function selectClosedThrough(ctx: Context, countyCode: string): Promise<string | null> {
  const [book] = await ctx.db
    .select({ closedThrough: fundBook.closedThrough })
    .from(fundBook)
    .where(eq(fundBook.countyCode, countyCode));
  return book?.closedThrough ?? null;
}
