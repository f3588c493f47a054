import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { organizationDocuments } from './organizations.graphql.ts';
import { organizationMessages } from './organizations.messages.ts';

export const organizationsResource = defineResource({
  name: 'organizations',
  messages: organizationMessages,
  menu: { group: 'registers', icon: ApartmentOutlined },
  rights: { read: 'organization.read', write: 'organization.write' },
  documents: organizationDocuments,
  pages: {
    list: async () => (await import('./OrganizationList.tsx')).OrganizationList,
    create: async () => (await import('./OrganizationCreate.tsx')).OrganizationCreate,
    edit: async () => (await import('./OrganizationEdit.tsx')).OrganizationEdit,
  },
  recordRepresentation: 'name',
  exports: [{ type: 'Organization', list: 'organizations' }],
  referencedBy: ['organizationId'],
  audit: {
    actions: {
      createOrganization: ['新建单位', 'Organization created'],
      updateOrganization: ['修改单位', 'Organization edited'],
    },
  },
});
