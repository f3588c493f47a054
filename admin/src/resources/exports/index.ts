import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { exportDocuments } from './exports.graphql.ts';
import { exportMessages } from './exports.messages.ts';

export const exportsResource = defineResource({
  name: 'exports',
  messages: exportMessages,
  menu: { group: 'data', icon: DownloadOutlined },
  rights: { read: 'export.run', write: 'export.run' },
  documents: exportDocuments,
  pages: {
    list: async () => (await import('./ExportList.tsx')).ExportList,
  },
});
