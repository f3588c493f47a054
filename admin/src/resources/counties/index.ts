import TuneOutlined from '@mui/icons-material/TuneOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { countyDocuments } from './counties.graphql.ts';
import { countyMessages } from './counties.messages.ts';

export const countiesResource = defineResource({
  name: 'counties',
  messages: countyMessages,
  menu: { group: 'system', icon: TuneOutlined },
  rights: { read: 'settings.read', write: 'settings.write' },
  documents: countyDocuments,
  pages: {
    list: async () => (await import('./CountyList.tsx')).CountyList,
    show: async () => (await import('./CountyShow.tsx')).CountyShow,
    edit: async () => (await import('./CountyEdit.tsx')).CountyEdit,
  },
  recordRepresentation: 'division.name',
});
