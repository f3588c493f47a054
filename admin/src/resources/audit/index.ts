import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { auditDocuments } from './audit.graphql.ts';
import { auditMessages } from './audit.messages.ts';

export const auditResource = defineResource({
  name: 'audit',
  messages: auditMessages,
  menu: { group: 'system', icon: FactCheckOutlined },
  rights: { read: 'audit.read' },
  documents: auditDocuments,
  pages: {
    list: async () => (await import('./AuditList.tsx')).AuditList,
  },
  exports: [{ type: 'AuditEvent', list: 'auditEvents' }],
});
