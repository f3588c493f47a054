import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { dutyDocuments } from './duties.graphql.ts';
import { dutyMessages } from './duties.messages.ts';

export const dutiesResource = defineResource({
  name: 'duties',
  messages: dutyMessages,
  menu: { group: 'support', icon: AssignmentTurnedInOutlined },
  rights: { read: 'visit.read' },
  documents: dutyDocuments,
  pages: {
    list: async () => (await import('./DutyList.tsx')).DutyList,
  },
  recordRepresentation: (duty) => `${duty.household?.headName ?? ''} ${duty.period}`,
  exports: [{ type: 'VisitDuty', list: 'visitDuties' }],
});
