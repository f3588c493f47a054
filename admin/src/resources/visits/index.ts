import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { visitDocuments } from './visits.graphql.ts';
import { visitMessages } from './visits.messages.ts';

export const visitsResource = defineResource({
  name: 'visits',
  messages: visitMessages,
  menu: { group: 'support', icon: EventAvailableOutlined },
  rights: { read: 'visit.read', write: 'visit.write' },
  documents: visitDocuments,
  pages: {
    list: async () => (await import('./VisitList.tsx')).VisitList,
    show: async () => (await import('./show/VisitShow.tsx')).VisitShow,
    create: async () => (await import('./form/VisitCreate.tsx')).VisitCreate,
    edit: async () => (await import('./form/VisitEdit.tsx')).VisitEdit,
  },
  recordRepresentation: (visit) => `${visit.household?.headName ?? ''} ${visit.visitedOn}`,
  exports: [{ type: 'Visit', list: 'visits' }],
  recordType: 'Visit',
});
