import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { userDocuments } from './users.graphql.ts';
import { userMessages } from './users.messages.ts';

export const usersResource = defineResource({
  name: 'users',
  messages: userMessages,
  menu: { group: 'system', icon: ManageAccountsOutlined },
  rights: { read: 'user.read', write: 'user.write' },
  documents: userDocuments,
  pages: {
    list: async () => (await import('./UserList.tsx')).UserList,
    show: async () => (await import('./UserShow.tsx')).UserShow,
    create: async () => (await import('./UserCreate.tsx')).UserCreate,
    edit: async () => (await import('./UserEdit.tsx')).UserEdit,
  },
  recordRepresentation: 'displayName',
  exports: [{ type: 'User', list: 'users' }],
  recordType: 'User',
});
