import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { updateWhere } from '#platform/write/where.ts';
import { insert, update } from '#platform/write/write.ts';
import { webhook, webhookDelivery } from '#schema/webhook/webhook.table.ts';
import { deliveryEntity, webhookEntity } from './webhook.entity.ts';

export type WebhookRow = typeof webhook.$inferSelect;
export type DeliveryRow = typeof webhookDelivery.$inferSelect;

const progress = { unaudited: 'how far deliveries are, which no user decides' };

/** Delivery state, such as position and next attempt. */
export const updateWebhook = (ctx: Context, id: string, changes: Partial<WebhookRow>): Promise<WebhookRow> =>
  withTransaction(ctx, (work) => update(work, webhookEntity, { id }, changes, progress));

export async function countWebhooksOf(ctx: Context, ownerId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(webhook)
    .where(eq(webhook.ownerId, ownerId));
  return row?.count ?? 0;
}

const isDue = (now: string) =>
  and(
    eq(webhook.status, 'ACTIVE'),
    or(isNull(webhook.nextTryAt), lte(webhook.nextTryAt, now)),
    or(isNull(webhook.leasedUntil), lte(webhook.leasedUntil, now)),
  );

export const selectDue = (ctx: Context, now: string): Promise<{ id: string; ownerId: string }[]> =>
  ctx.db.select({ id: webhook.id, ownerId: webhook.ownerId }).from(webhook).where(isDue(now));

/** Manual messages of one person since then that are not sent yet. */
export async function countRequested(ctx: Context, ownerId: string, since: string): Promise<number> {
  const [found] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(webhookDelivery)
    .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
    .where(and(eq(webhook.ownerId, ownerId), gt(webhookDelivery.askedAt, since)));
  return found?.count ?? 0;
}

/** Leases a webhook; null if another process holds the lease. */
export async function lease(
  ctx: Context,
  id: string,
  now: string,
  until: string,
): Promise<WebhookRow | null> {
  const [taken] = await ctx.db
    .update(webhook)
    .set({ leasedUntil: until })
    .where(and(eq(webhook.id, id), isDue(now)))
    .returning();
  return taken ?? null;
}

/** Renews the lease; false if it expired and another process took over. */
export async function renewLease(ctx: Context, id: string, former: string, until: string): Promise<boolean> {
  const kept = await ctx.db
    .update(webhook)
    .set({ leasedUntil: until })
    .where(and(eq(webhook.id, id), eq(webhook.leasedUntil, former)))
    .returning({ id: webhook.id });
  return kept.length > 0;
}

/** Ends the lease, unless another process took over. */
export async function release(ctx: Context, id: string, former: string): Promise<void> {
  await ctx.db
    .update(webhook)
    .set({ leasedUntil: null })
    .where(and(eq(webhook.id, id), eq(webhook.leasedUntil, former)));
}

export async function selectWebhook(ctx: Context, id: string): Promise<WebhookRow | null> {
  const [found] = await ctx.db.select().from(webhook).where(eq(webhook.id, id));
  return found ?? null;
}

export const insertDelivery = (
  work: WorkContext,
  row: typeof webhookDelivery.$inferInsert,
): Promise<DeliveryRow> => insert(work, deliveryEntity, row, progress);

export async function selectDelivery(ctx: Context, id: string): Promise<DeliveryRow | null> {
  const [found] = await ctx.db.select().from(webhookDelivery).where(eq(webhookDelivery.id, id));
  return found ?? null;
}

/** The oldest undelivered message, which is sent first. */
export async function selectHead(ctx: Context, webhookId: string): Promise<DeliveryRow | null> {
  const [found] = await ctx.db
    .select()
    .from(webhookDelivery)
    .where(
      and(
        eq(webhookDelivery.webhookId, webhookId),
        eq(webhookDelivery.status, 'WAITING'),
        inArray(webhookDelivery.kind, ['CHANGES', 'RESET']),
      ),
    )
    .orderBy(asc(webhookDelivery.createdAt), asc(webhookDelivery.id))
    .limit(1);
  return found ?? null;
}

export const updateDelivery = (
  ctx: Context,
  id: string,
  changes: Partial<DeliveryRow>,
): Promise<DeliveryRow[]> =>
  withTransaction(ctx, (work) =>
    updateWhere(work, deliveryEntity, eq(webhookDelivery.id, id), changes, progress),
  );

/** Deletes old messages, except those that are still pending. */
export async function clearDeliveries(ctx: Context, before: string): Promise<void> {
  await ctx.db.execute(sql`delete from ${webhookDelivery}
    where ${webhookDelivery.createdAt} < ${before} and ${webhookDelivery.status} <> 'WAITING'`);
}
