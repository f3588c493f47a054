import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { cadreDocuments } from './cadres.graphql.ts';
import { cadreMessages } from './cadres.messages.ts';

export const cadresResource = defineResource({
  name: 'cadres',
  messages: cadreMessages,
  menu: { group: 'registers', icon: BadgeOutlined },
  rights: { read: 'cadre.read', write: 'cadre.write' },
  documents: cadreDocuments,
  pages: {
    list: async () => (await import('./CadreList.tsx')).CadreList,
    show: async () => (await import('./CadreShow.tsx')).CadreShow,
    create: async () => (await import('./CadreCreate.tsx')).CadreCreate,
    edit: async () => (await import('./CadreEdit.tsx')).CadreEdit,
  },
  recordRepresentation: 'name',
  exports: [{ type: 'Cadre', list: 'cadres' }],
  recordType: 'Cadre',
  referencedBy: ['cadre', 'helper'],
});
