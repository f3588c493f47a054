import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ChangeType } from '#schema/codes/change.codes.ts';
import {
  DeliveryFailure,
  DeliveryKind,
  DeliveryStatus,
  PauseReason,
  WebhookStatus,
} from '#schema/codes/webhook.codes.ts';
import { division } from '#schema/division/division.table.ts';
import { appUser } from '#schema/identity/identity.table.ts';
import { codeChecks, coded, codedList } from '../coded.ts';
import { bytes, createdAt, instant, version } from '../columns.ts';

/** An address of somebody's program to which changes are sent. Not county data: it may reach a whole province. */
export const webhook = pgTable(
  'webhook',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    url: text().notNull(),
    /** Types whose changes are sent; empty: all. */
    types: codedList(ChangeType).notNull().default(sql`'{}'::text[]`),
    divisionCode: text()
      .notNull()
      .references(() => division.code, { onUpdate: 'cascade' }),
    /** Who made it; it gets no more than this person may see today. */
    ownerId: uuid()
      .notNull()
      .references(() => appUser.id),
    status: coded(WebhookStatus).notNull().default('ACTIVE'),
    pauseReason: coded(PauseReason),
    secretCipher: bytes().notNull(),
    /** The secret before the last rotation, signing beside the new one until then. */
    formerSecretCipher: bytes(),
    formerSecretUntil: instant(),
    /** How far changes have been delivered: a cursor of them. */
    position: text().notNull(),
    /** Since when every attempt has failed. */
    failingSince: instant(),
    nextTryAt: instant(),
    /** One process delivers at a time; what it leaves undone another takes up after this. */
    leasedUntil: instant(),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    index('webhook_division').on(t.divisionCode),
    index('webhook_owner').on(t.ownerId),
    ...codeChecks('webhook', t),
  ],
);

/** One message and what became of it. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: uuid().primaryKey(),
    webhookId: uuid()
      .notNull()
      .references(() => webhook.id, { onDelete: 'cascade' }),
    kind: coded(DeliveryKind).notNull(),
    /** To the letter as it is sent each time: ids and kinds, never personal data. */
    body: text().notNull(),
    changeCount: integer().notNull().default(0),
    status: coded(DeliveryStatus).notNull().default('WAITING'),
    attempts: integer().notNull().default(0),
    responseCode: integer(),
    /** Why there was no response. */
    failure: coded(DeliveryFailure),
    durationMs: integer(),
    triedAt: instant(),
    nextTryAt: instant(),
    /** When somebody asked for it by hand; absent again once it was sent. */
    askedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('webhook_delivery_asked').on(t.webhookId).where(sql`${t.askedAt} is not null`),
    index('webhook_delivery_webhook').on(t.webhookId, t.createdAt),
    index('webhook_delivery_at').on(t.createdAt),
    ...codeChecks('webhook_delivery', t),
  ],
);
