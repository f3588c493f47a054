import KeyOutlined from '@mui/icons-material/KeyOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { tokenDocuments } from './tokens.graphql.ts';
import { tokenMessages } from './tokens.messages.ts';

export const tokensResource = defineResource({
  name: 'tokens',
  messages: tokenMessages,
  menu: { group: 'system', icon: KeyOutlined },
  rights: { read: 'token.write', write: 'token.write' },
  documents: tokenDocuments,
  pages: {
    list: async () => (await import('./TokenList.tsx')).TokenList,
    show: async () => (await import('./TokenShow.tsx')).TokenShow,
    create: async () => (await import('./TokenCreate.tsx')).TokenCreate,
  },
  recordRepresentation: 'name',
});
