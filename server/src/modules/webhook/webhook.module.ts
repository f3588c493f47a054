import { defineModule } from '#platform/module/module.ts';
import { deliveryEntity, webhookEntity } from './webhook.entity.ts';
import { webhookJobs } from './webhook.jobs.ts';
import { WebhookResolver } from './webhook.resolver.ts';
import { webhookTidyQueue } from './webhook.service.ts';

export const webhookModule = defineModule({
  name: 'webhook',
  entities: [webhookEntity, deliveryEntity],
  resolvers: [WebhookResolver],
  jobs: ({ systemContext }) => webhookJobs(systemContext),
  schedules: { [webhookTidyQueue]: '30 3 * * *' },
});
