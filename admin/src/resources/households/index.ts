import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { householdDocuments } from './households.graphql.ts';
import { householdMessages } from './households.messages.ts';

export const householdsResource = defineResource({
  name: 'households',
  messages: householdMessages,
  menu: { group: 'registers', icon: HomeOutlined },
  rights: { read: 'household.read', write: 'household.write' },
  documents: householdDocuments,
  pages: {
    list: async () => (await import('./HouseholdList.tsx')).HouseholdList,
    show: async () => (await import('./show/HouseholdShow.tsx')).HouseholdShow,
    create: async () => (await import('./HouseholdCreate.tsx')).HouseholdCreate,
    edit: async () => (await import('./HouseholdEdit.tsx')).HouseholdEdit,
  },
  recordRepresentation: 'headName',
  exports: [{ type: 'Household', list: 'households' }, { type: 'Member' }, { type: 'HouseholdRisk' }],
  recordType: 'Household',
  referencedBy: ['household'],
});
