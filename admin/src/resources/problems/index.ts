import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { problemDocuments } from './problems.graphql.ts';
import { problemMessages } from './problems.messages.ts';

export const problemsResource = defineResource({
  name: 'problems',
  messages: problemMessages,
  menu: { group: 'support', icon: ReportProblemOutlined },
  rights: { read: 'visit.read', write: 'problem.write' },
  documents: problemDocuments,
  pages: {
    list: async () => (await import('./ProblemList.tsx')).ProblemList,
    show: async () => (await import('./ProblemShow.tsx')).ProblemShow,
    create: async () => (await import('./ProblemCreate.tsx')).ProblemCreate,
  },
  recordRepresentation: 'description',
  exports: [{ type: 'Problem', list: 'problems' }],
  recordType: 'Problem',
});
