import CodeOutlined from '@mui/icons-material/CodeOutlined';
import { defineResource } from '../shared/resource/console-resource.ts';
import { developerMessages } from './developers.messages.ts';

export const developersResource = defineResource({
  name: 'developers',
  messages: developerMessages,
  menu: { group: 'system', icon: CodeOutlined },
  // Every signed-in user may see it: every role reads divisions.
  rights: { read: 'division.read' },
  pages: {
    list: async () => (await import('./start/StartPage.tsx')).StartPage,
  },
  routes: [
    { path: 'graphiql', page: async () => (await import('./graphiql/QueryPage.tsx')).QueryPage },
    { path: 'reference', page: async () => (await import('./reference/ReferencePage.tsx')).ReferencePage },
    { path: 'versions', page: async () => (await import('./VersionsPage.tsx')).VersionsPage },
  ],
});
