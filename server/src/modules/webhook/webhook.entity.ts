import { getTableColumns, sql } from 'drizzle-orm';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { userEntity } from '#modules/identity/user/user.entity.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { type Columns, defineEntity, list, one } from '#platform/read/entity.ts';
import { byDivision, oneOf } from '#platform/read/scope.ts';
import { DeliveryStatus, WebhookStatus } from '#schema/codes/webhook.codes.ts';
import { webhook, webhookDelivery } from '#schema/webhook/webhook.table.ts';
import { Webhook, WebhookDelivery } from '#schema/webhook/webhook.type.ts';

const webhookScope = byDivision('divisionCode');

/** The URL may contain a secret, so the audit trail stores only its host. */
const audited = ({ name, url, types, divisionCode, status, pauseReason }: typeof webhook.$inferSelect) => ({
  name,
  host: new URL(url).host,
  types,
  divisionCode,
  status,
  pauseReason,
});

export const webhookEntity = defineEntity({
  type: Webhook,
  table: webhook,
  place: movesWithDivision({ isOnTrail: true }),
  removable: true,
  audited,
  key: ['id'],
  plural: 'webhooks',
  right: 'webhook.write',
  scope: webhookScope,
  query: { one: 'webhook', list: 'webhooks' },
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: { CREATED_AT: { description: 'By the making.', sql: () => [webhook.createdAt] } },
  filters: {
    status: { type: () => [WebhookStatus.enum], description: 'Any of these.', sql: oneOf('status') },
  },
  relations: {
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'The division whose changes it gets.', {
      nullable: false,
    }),
    owner: one(
      () => userEntity,
      { ownerId: 'id' },
      'Who made it; null where the viewer may not see that person.',
    ),
    deliveries: list(() => deliveryEntity, { id: 'webhookId' }, 'Its messages.'),
  },
});

export const deliveryEntity = defineEntity({
  type: WebhookDelivery,
  table: webhookDelivery,
  key: ['id'],
  plural: 'messages to webhooks',
  right: 'webhook.write',
  scope: (columns, reach) => sql`exists (select from ${webhook} where ${webhook.id} = ${columns.webhookId}
    and ${webhookScope(getTableColumns(webhook) as Columns, reach)})`,
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: { CREATED_AT: { description: 'By the making.', sql: () => [webhookDelivery.createdAt] } },
  filters: {
    status: { type: () => [DeliveryStatus.enum], description: 'Any of these.', sql: oneOf('status') },
  },
});
