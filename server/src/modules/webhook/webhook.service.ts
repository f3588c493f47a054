import { latestCursor } from '#modules/change/change.service.ts';
import { divisionExists } from '#modules/division/division.service.ts';
import { holdsIn } from '#modules/identity/user/user.policy.ts';

import { noCounty } from '#platform/audit/audit.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { enqueue } from '#platform/jobs/send.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { lockRow } from '#platform/write/lock.ts';
import { insert, remove } from '#platform/write/write.ts';
import type { CreateWebhookInput, RedeliverInput, WebhookInput } from '#schema/webhook/webhook.type.ts';
import { addressOf, urlFault } from './address.ts';
import { newWebhookSecret } from './post.ts';
import { viewerFor } from './reader.ts';
import { deliveryEntity, webhookEntity } from './webhook.entity.ts';
import {
  countRequested,
  countWebhooksOf,
  selectWebhook,
  updateDelivery,
  type WebhookRow,
} from './webhook.queries.ts';

export const webhookQueue = 'webhook';
/** Manual messages have a queue of their own. */
export const sendQueue = 'webhook-send';
export const webhookTidyQueue = 'webhook-tidy';
/** Pending manual messages of one owner, so that a slow receiver does not delay those of others. */
const mostSends = 3;
/** A message that cannot be delivered does not count longer than the queue retries it. */
const mostMsOfSend = 15 * 60_000;
const mostOfOne = 20;
/** Long enough to change the secret at the other end in working hours. */
const bothSecretsMs = 48 * 3_600_000;

export const permitOf = (ctx: Context) => ({ anywhere: ctx.webhooksAnywhere ?? false });
export const ownerOfSecret = (id: string): string => `webhook:${id}`;

/** Makes a webhook; the secret is in the first answer only. */
export async function createWebhook(ctx: Context, input: CreateWebhookInput) {
  await checkUrl(ctx, input.url);
  let secret: string | null = null;
  const answer = await command(ctx, 'createWebhook', noCounty, input, async (work) => {
    const { divisionCode } = input;
    const ownerId = work.viewer?.userId ?? '';
    if (!holdsIn(work.viewer, 'webhook.write', divisionCode) || !(await divisionExists(work, divisionCode)))
      throw notFound('input.divisionCode');
    if ((await countWebhooksOf(work, ownerId)) >= mostOfOne) throw new AppError('WEBHOOK_LIMIT');
    const reader = await viewerFor(work, { ownerId, divisionCode });
    const viewer = reader === 'WAITING' ? null : reader;
    const id = newId();
    secret = newWebhookSecret();
    const row = {
      id,
      name: input.name.trim(),
      url: input.url.trim(),
      types: [...new Set(input.types ?? [])],
      divisionCode,
      ownerId,
      secretCipher: work.cipher.seal(secret, ownerOfSecret(id)),
      position: await latestCursor({ ...work, viewer }),
      createdAt: work.clock.now().toISOString(),
    };
    await insert(work, webhookEntity, row, { action: 'createWebhook' });
    await enqueue(work, webhookQueue, {});
    return { webhook: [id] };
  });
  return { ...answer, secret };
}

async function checkUrl(ctx: Context, text: string): Promise<void> {
  const path = 'input.url';
  const fault = urlFault(text.trim(), permitOf(ctx));
  if (fault) throw invalid({ [path]: fault });
  const found = await addressOf(new URL(text.trim()).hostname, permitOf(ctx));
  if (typeof found === 'string') throw invalid({ [path]: found });
}

type Act = (work: WorkContext, before: WebhookRow) => Promise<Partial<WebhookRow>>;

function change(ctx: Context, action: string, input: WebhookInput, act: Act) {
  return command(ctx, action, noCounty, input, async (work) => {
    const before = await lockRow(work, webhookEntity, input.webhookId, 'input.webhookId', 'webhook.write');
    await edit(work, webhookEntity, before, await act(work, before), { action });
    await enqueue(work, webhookQueue, {});
    return { webhook: [before.id] };
  });
}

export const pauseWebhook = (ctx: Context, input: WebhookInput) =>
  change(ctx, 'pauseWebhook', input, async () => ({ status: 'PAUSED', pauseReason: 'BY_HAND' }));

/** Resumes where it stopped; if the changes since then are too old, the receiver gets a reset message. */
export const resumeWebhook = (ctx: Context, input: WebhookInput) =>
  change(ctx, 'resumeWebhook', input, async () => ({
    status: 'ACTIVE',
    pauseReason: null,
    failingSince: null,
    nextTryAt: null,
  }));

/** The former secret signs beside the new one for two days. */
export async function rotateWebhookSecret(ctx: Context, input: WebhookInput) {
  let secret: string | null = null;
  const answer = await change(ctx, 'rotateWebhookSecret', input, async (work, before) => {
    secret = newWebhookSecret();
    return {
      secretCipher: work.cipher.seal(secret, ownerOfSecret(before.id)),
      formerSecretCipher: before.secretCipher,
      formerSecretUntil: new Date(work.clock.now().getTime() + bothSecretsMs).toISOString(),
    };
  });
  return { ...answer, secret };
}

export async function removeWebhook(ctx: Context, input: WebhookInput) {
  return command(ctx, 'removeWebhook', noCounty, input, async (work) => {
    const before = await lockRow(work, webhookEntity, input.webhookId, 'input.webhookId', 'webhook.write');
    await remove(work, webhookEntity, before, { action: 'removeWebhook' });
    return { id: input.webhookId };
  });
}

export async function testWebhook(ctx: Context, input: WebhookInput) {
  return command(ctx, 'testWebhook', noCounty, input, async (work) => {
    const { id: webhookId, ownerId } = await lockRow(
      work,
      webhookEntity,
      input.webhookId,
      'input.webhookId',
      'webhook.write',
    );
    const id = newId();
    const createdAt = work.clock.now().toISOString();
    const body = JSON.stringify({ type: 'test', timestamp: createdAt, data: {} });
    const row = { id, webhookId, kind: 'TEST', body, createdAt };
    await insert(work, deliveryEntity, row, { unaudited: 'a message that shows whether the address works' });
    await enqueueSend(work, ownerId, id, 'input.webhookId');
    return { delivery: [id] };
  });
}

/** Sends a message again, unchanged and with the same id. */
export async function redeliverWebhook(ctx: Context, input: RedeliverInput) {
  return command(ctx, 'redeliverWebhook', noCounty, input, async (work) => {
    const path = 'input.deliveryId';
    const delivery = await lockRow(work, deliveryEntity, input.deliveryId, path, 'webhook.write');
    // A pending message is sent anyway; sending it twice could change the order.
    if (delivery.status === 'WAITING') throw refuse('WEBHOOK_BUSY', { [path]: 'WEBHOOK_BUSY' });
    const webhook = await selectWebhook(work, delivery.webhookId);
    await enqueueSend(work, webhook?.ownerId ?? '', delivery.id, path);
    return { delivery: [delivery.id] };
  });
}

async function enqueueSend(work: WorkContext, owner: string, id: string, path: string): Promise<void> {
  const now = work.clock.now();
  const since = new Date(now.getTime() - mostMsOfSend).toISOString();
  if ((await countRequested(work, owner, since)) >= mostSends)
    throw refuse('WEBHOOK_BUSY', { [path]: 'WEBHOOK_BUSY' });
  await updateDelivery(work, id, { askedAt: now.toISOString() });
  await enqueue(work, sendQueue, { id });
}
