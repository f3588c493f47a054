import { and, eq, ne } from 'drizzle-orm';
import type { Context } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { payment } from '#schema/payment/payment.table.ts';
import { paymentResultFile } from '#schema/payment/result-file.table.ts';
import { paymentResultRow } from '#schema/payment/result-row.table.ts';

/** The same file, if this batch has taken it in before. */
export async function findFile(ctx: Context, { countyCode, id }: CountyKey, fileHash: string) {
  const [found] = await ctx.db
    .select({ id: paymentResultFile.id })
    .from(paymentResultFile)
    .where(
      and(
        eq(paymentResultFile.countyCode, countyCode),
        eq(paymentResultFile.batchId, id),
        eq(paymentResultFile.fileHash, fileHash),
      ),
    );
  return found;
}

export async function findResultRow(ctx: Context, { countyCode, id }: CountyKey) {
  const [found] = await ctx.db
    .select({ batchId: paymentResultRow.batchId })
    .from(paymentResultRow)
    .where(and(eq(paymentResultRow.countyCode, countyCode), eq(paymentResultRow.id, id)));
  return found;
}

/** Whether another row of the same file means this payment already. */
export async function isMeantByOther(
  ctx: Context,
  { countyCode, id, fileId }: CountyKey & { fileId: string },
  paymentId: string,
): Promise<boolean> {
  const others = await ctx.db.$count(
    paymentResultRow,
    and(
      eq(paymentResultRow.countyCode, countyCode),
      eq(paymentResultRow.fileId, fileId),
      eq(paymentResultRow.paymentId, paymentId),
      ne(paymentResultRow.id, id),
    ),
  );
  return others > 0;
}

export async function findPayment(ctx: Context, { countyCode, id }: CountyKey) {
  const [found] = await ctx.db
    .select()
    .from(payment)
    .where(and(eq(payment.countyCode, countyCode), eq(payment.id, id)));
  return found;
}
