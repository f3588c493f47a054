import MapOutlined from '@mui/icons-material/MapOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { divisionDocuments } from './divisions.graphql.ts';
import { divisionMessages } from './divisions.messages.ts';

export const divisionsResource = defineResource({
  name: 'divisions',
  messages: divisionMessages,
  menu: { group: 'system', icon: MapOutlined },
  rights: { read: 'division.read', write: 'division.write' },
  documents: divisionDocuments,
  pages: {
    list: async () => (await import('./DivisionList.tsx')).DivisionList,
  },
  recordRepresentation: 'name',
  exports: [{ type: 'Division' }],
  referencedBy: ['divisionCode', 'villageCode'],
});
