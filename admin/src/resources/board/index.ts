import DashboardOutlined from '@mui/icons-material/DashboardOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { boardMessages } from './board.messages.ts';

export const boardResource = defineResource({
  name: 'board',
  messages: boardMessages,
  menu: { group: 'overview', icon: DashboardOutlined },
  rights: { read: 'visit.read' },
  pages: {
    list: async () => (await import('./BoardPage.tsx')).BoardPage,
  },
});
