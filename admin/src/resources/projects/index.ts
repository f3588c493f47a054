import EngineeringOutlined from '@mui/icons-material/EngineeringOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { projectDocuments } from './projects.graphql.ts';
import { projectMessages } from './projects.messages.ts';

export const projectsResource = defineResource({
  name: 'projects',
  messages: projectMessages,
  menu: { group: 'funds', icon: EngineeringOutlined },
  rights: { read: 'project.read', write: 'project.write' },
  documents: projectDocuments,
  pages: {
    list: async () => (await import('./ProjectList.tsx')).ProjectList,
    show: async () => (await import('./ProjectShow.tsx')).ProjectShow,
    create: async () => (await import('./ProjectCreate.tsx')).ProjectCreate,
    edit: async () => (await import('./ProjectEdit.tsx')).ProjectEdit,
  },
  recordRepresentation: 'name',
  exports: [{ type: 'Project', list: 'projects' }],
  recordType: 'Project',
  referencedBy: ['projectId'],
  audit: {
    actions: {
      createProject: ['新建项目', 'Project put on file'],
      updateProject: ['修改项目', 'Project edited'],
    },
  },
});
