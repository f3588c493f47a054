import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { member } from '#schema/household/member.table.ts';
import { payment, paymentBatch } from '#schema/payment/payment.table.ts';
import { paymentResultRow } from '#schema/payment/result-row.table.ts';

export type BatchRow = typeof paymentBatch.$inferSelect;
export type PaymentRow = typeof payment.$inferSelect;

type BatchKey = Pick<BatchRow, 'countyCode' | 'id'>;

const ofBatch = ({ countyCode, id }: BatchKey) =>
  and(eq(payment.countyCode, countyCode), eq(payment.batchId, id));

/** The next number of the county for a day; of two who ask at once the second waits for the first to be done. */
export async function nextNumber(work: WorkContext, countyCode: string, day: string): Promise<string> {
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`payment batches of ${countyCode}`}, 0))`,
  );
  const prefix = day.replaceAll('-', '');
  const [last] = await work.db
    .select({ number: sql<string | null>`max(${paymentBatch.number})` })
    .from(paymentBatch)
    .where(and(eq(paymentBatch.countyCode, countyCode), sql`starts_with(${paymentBatch.number}, ${prefix})`));
  const count = Number(last?.number?.slice(prefix.length) ?? 0) + 1;
  return `${prefix}${String(count).padStart(4, '0')}`;
}

/** The batch must be locked, so that nothing becomes of its payments meanwhile. */
export const paymentsOf = (ctx: Context, batch: BatchKey): Promise<PaymentRow[]> =>
  ctx.db.select().from(payment).where(ofBatch(batch)).orderBy(asc(payment.serial));

export async function highestSerial(ctx: Context, batch: BatchKey): Promise<number> {
  const [found] = await ctx.db
    .select({ serial: sql<number>`coalesce(max(${payment.serial}), 0)::int` })
    .from(payment)
    .where(ofBatch(batch));
  return found?.serial ?? 0;
}

/** Which of some people have a row in the batch already. */
export async function peopleIn(
  ctx: Context,
  batch: BatchKey,
  memberIds: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ memberId: payment.memberId })
    .from(payment)
    .where(and(ofBatch(batch), ne(payment.status, 'STOPPED'), inArray(payment.memberId, [...memberIds])));
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Those of some payments that are being paid again. */
export async function corrected(
  ctx: Context,
  countyCode: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: payment.correctsPaymentId })
    .from(payment)
    .where(
      and(
        eq(payment.countyCode, countyCode),
        ne(payment.status, 'STOPPED'),
        inArray(payment.correctsPaymentId, [...ids]),
      ),
    );
  return new Set(rows.flatMap(({ id }) => (id ? [id] : [])));
}

/** Members as they stand today, by id. */
export async function membersNow(ctx: Context, countyCode: string, ids: readonly string[]) {
  const rows = await ctx.db
    .select({
      id: member.id,
      householdId: member.householdId,
      relation: member.relation,
      leftOn: member.leftOn,
      name: member.name,
    })
    .from(member)
    .where(and(eq(member.countyCode, countyCode), inArray(member.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findBatchNumbered(ctx: Context, countyCode: string, number: string) {
  const [found] = await ctx.db
    .select({ id: paymentBatch.id })
    .from(paymentBatch)
    .where(and(eq(paymentBatch.countyCode, countyCode), eq(paymentBatch.number, number)));
  return found;
}

/** The batch of a payment, locked before the payment itself, as everywhere. */
export async function lockBatchOf(ctx: Context, { countyCode, id }: BatchKey): Promise<BatchRow | undefined> {
  const [found] = await ctx.db
    .select({ batchId: payment.batchId })
    .from(payment)
    .where(and(eq(payment.countyCode, countyCode), eq(payment.id, id)));
  return found && lockBatch(ctx, { countyCode, id: found.batchId });
}

export async function lockBatch(ctx: Context, { countyCode, id }: BatchKey): Promise<BatchRow | undefined> {
  const [batch] = await ctx.db
    .select()
    .from(paymentBatch)
    .where(and(eq(paymentBatch.countyCode, countyCode), eq(paymentBatch.id, id)))
    .for('update');
  return batch;
}

/** How many rows of results are to be chosen for. */
export const undecidedIn = (ctx: Context, { countyCode, id }: BatchKey): Promise<number> =>
  ctx.db.$count(
    paymentResultRow,
    and(
      eq(paymentResultRow.countyCode, countyCode),
      eq(paymentResultRow.batchId, id),
      eq(paymentResultRow.result, 'UNDECIDED'),
    ),
  );
