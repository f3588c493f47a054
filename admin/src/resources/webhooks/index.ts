import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { webhookDocuments } from './webhooks.graphql.ts';
import { webhookMessages } from './webhooks.messages.ts';

export const webhooksResource = defineResource({
  name: 'webhooks',
  messages: webhookMessages,
  menu: { group: 'system', icon: WebhookOutlined },
  rights: { read: 'webhook.write', write: 'webhook.write' },
  documents: webhookDocuments,
  pages: {
    list: async () => (await import('./WebhookList.tsx')).WebhookList,
    show: async () => (await import('./WebhookShow.tsx')).WebhookShow,
    create: async () => (await import('./WebhookCreate.tsx')).WebhookCreate,
  },
  recordRepresentation: 'name',
});
