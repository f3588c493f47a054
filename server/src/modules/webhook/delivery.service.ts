import { entityOf } from '#modules/change/change.policy.ts';
import { changesAfter, latestCursor } from '#modules/change/change.service.ts';
import { hasRight, type Viewer } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import { update } from '#platform/write/write.ts';
import { ChangeType } from '#schema/codes/change.codes.ts';
import { type DeliveryOutcome, post } from './post.ts';
import { viewerFor } from './reader.ts';
import { webhookEntity } from './webhook.entity.ts';
import {
  type DeliveryRow,
  insertDelivery,
  lease,
  release,
  renewLease,
  selectDelivery,
  selectHead,
  selectWebhook,
  updateDelivery,
  updateWebhook,
  type WebhookRow,
} from './webhook.queries.ts';
import { ownerOfSecret, permitOf } from './webhook.service.ts';

const changesOfMessage = 100;
/** Messages of one webhook per run, so that the others get their turn. */
const messagesInOneGo = 20;
/** Renewed before each message, whose address is looked up and answers within ten seconds each. */
const leaseMs = 60_000;
const firstWaitMs = 10_000;
const longestWaitMs = 6 * 3_600_000;
/** Nothing is sent while the owner must set up a second factor; this is how often that is checked. */
const ownerWaitMs = 60_000;
/** A receiver that has failed for this long is paused until its owner resumes it. */
const patienceMs = 3 * 86_400_000;

const later = (ctx: Context, ms: number) => new Date(ctx.clock.now().getTime() + ms).toISOString();

/** Exponential backoff from ten seconds to six hours, with jitter. */
export const waitAfter = (attempts: number, random = Math.random()): number =>
  Math.min(firstWaitMs * 2 ** Math.min(attempts - 1, 20), longestWaitMs) * (0.8 + 0.4 * random);

/** Sends the pending messages of a webhook, one by one and in order. */
export async function deliver(ctx: Context, id: string, stopping: AbortSignal): Promise<void> {
  const now = ctx.clock.now().toISOString();
  let until = later(ctx, leaseMs);
  const webhook = await lease(ctx, id, now, until);
  if (!webhook) return;
  try {
    if ((await viewerFor(ctx, webhook)) === 'WAITING') {
      await updateWebhook(ctx, id, { nextTryAt: later(ctx, ownerWaitMs) });
      return;
    }
    for (let sent = 0; sent < messagesInOneGo && !stopping.aborted; sent += 1) {
      const next = later(ctx, leaseMs);
      if (!(await renewLease(ctx, id, until, next))) return;
      until = next;
      const head = (await selectHead(ctx, id)) ?? (await nextMessage(ctx, id));
      if (!head || !(await sendHead(ctx, id, head, stopping))) return;
    }
  } finally {
    await release(ctx, id, until);
  }
}

async function sendHead(
  ctx: Context,
  id: string,
  head: DeliveryRow,
  stopping: AbortSignal,
): Promise<boolean> {
  const webhook = await selectWebhook(ctx, id);
  if (webhook?.status !== 'ACTIVE') return false;
  const outcome = await send(ctx, webhook, head, stopping);
  const attempts = head.attempts + 1;
  if (outcome.failure === null) {
    await note(ctx, head, outcome, { status: 'DELIVERED', nextTryAt: null });
    if (webhook.failingSince) await updateWebhook(ctx, id, { failingSince: null, nextTryAt: null });
    return true;
  }
  const nextTryAt = later(ctx, waitAfter(attempts));
  const failingSince = webhook.failingSince ?? ctx.clock.now().toISOString();
  await note(ctx, head, outcome, { nextTryAt });
  if (ctx.clock.now().getTime() - Date.parse(failingSince) < patienceMs)
    await updateWebhook(ctx, id, { failingSince, nextTryAt });
  else await pause(ctx, webhook, 'FAILING');
  return false;
}

function pause(ctx: Context, before: WebhookRow, pauseReason: string): Promise<void> {
  return withTransaction(ctx, async (work) => {
    const changes = { status: 'PAUSED', pauseReason, nextTryAt: null };
    await update(work, webhookEntity, before, changes, { action: 'pauseWebhook' });
  });
}

function send(ctx: Context, webhook: WebhookRow, delivery: DeliveryRow, stopping: AbortSignal) {
  const open = (sealed: Buffer) => ctx.cipher.open(sealed, ownerOfSecret(webhook.id));
  const secrets = [open(webhook.secretCipher)];
  const { formerSecretCipher, formerSecretUntil } = webhook;
  const isKept = formerSecretUntil && Date.parse(formerSecretUntil) > ctx.clock.now().getTime();
  if (formerSecretCipher && isKept) secrets.push(open(formerSecretCipher));
  const message = { id: `msg_${delivery.id}`, at: ctx.clock.now(), body: delivery.body, secrets };
  return post(webhook.url, message, permitOf(ctx), stopping);
}

const note = (ctx: Context, delivery: DeliveryRow, outcome: DeliveryOutcome, more: Partial<DeliveryRow>) =>
  updateDelivery(ctx, delivery.id, {
    attempts: delivery.attempts + 1,
    ...outcome,
    triedAt: ctx.clock.now().toISOString(),
    ...more,
  });

/** One manual attempt: a test message, or a message sent again. */
export async function sendOnce(ctx: Context, id: string, stopping: AbortSignal): Promise<void> {
  const delivery = await selectDelivery(ctx, id);
  const webhook = delivery && (await selectWebhook(ctx, delivery.webhookId));
  if (!webhook) return;
  const outcome = await send(ctx, webhook, delivery, stopping);
  const status = outcome.failure === null ? 'DELIVERED' : 'FAILED';
  await note(ctx, delivery, outcome, { status, askedAt: null });
}

/** Stores the next message together with the new position; null if there are no changes. */
async function nextMessage(ctx: Context, id: string): Promise<DeliveryRow | null> {
  for (;;) {
    const webhook = await selectWebhook(ctx, id);
    if (webhook?.status !== 'ACTIVE') return null;
    const viewer = await viewerFor(ctx, webhook);
    if (viewer === 'WAITING') return null;
    if (!viewer) {
      await pause(ctx, webhook, 'OWNER');
      return null;
    }
    const page = await readOn({ ...ctx, viewer, loaders: new Map() }, webhook, viewer);
    if (page.body === null) {
      if (page.position !== webhook.position) await updateWebhook(ctx, id, { position: page.position });
      if (page.hasMore) continue;
      return null;
    }
    const delivery = { id: newId(), webhookId: id, createdAt: ctx.clock.now().toISOString() };
    const { body, kind, changeCount } = page;
    await withTransaction(ctx, async (work) => {
      await updateWebhook(work, id, { position: page.position });
      await insertDelivery(work, { ...delivery, body, kind, changeCount });
    });
    return selectDelivery(ctx, delivery.id);
  }
}

interface Page {
  readonly kind: string;
  /** Null: no changes. */
  readonly body: string | null;
  readonly changeCount: number;
  readonly position: string;
  readonly hasMore: boolean;
}

async function readOn(ctx: Context, webhook: WebhookRow, viewer: Viewer): Promise<Page> {
  const timestamp = ctx.clock.now().toISOString();
  const wanted = webhook.types.length > 0 ? webhook.types : ChangeType.keys;
  const types = wanted.filter((type) => hasRight(viewer, entityOf(ctx, type).right));
  try {
    const page = await changesAfter(ctx, { after: webhook.position, types, first: changesOfMessage });
    const changes = page.edges.map(({ node: { kind, type, id, at } }) => ({ kind, type, id, at }));
    const body = changes.length ? JSON.stringify({ type: 'changes', timestamp, data: { changes } }) : null;
    const { endCursor: position, hasNextPage: hasMore } = page;
    return { kind: 'CHANGES', body, changeCount: changes.length, position, hasMore };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CURSOR_EXPIRED') throw error;
    // Changes may be missing: the receiver is asked to read everything again.
    const body = JSON.stringify({ type: 'reset', timestamp, data: error.details });
    return { kind: 'RESET', body, changeCount: 0, position: await latestCursor(ctx), hasMore: true };
  }
}
