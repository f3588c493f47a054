import FormatListNumberedOutlined from '@mui/icons-material/FormatListNumberedOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { fundLineDocuments } from './fund-lines.graphql.ts';
import { fundLineMessages } from './fund-lines.messages.ts';

export const fundLinesResource = defineResource({
  name: 'fund-lines',
  messages: fundLineMessages,
  menu: { group: 'funds', icon: FormatListNumberedOutlined },
  rights: { read: 'fund.read' },
  documents: fundLineDocuments,
  pages: { list: async () => (await import('./FundLineList.tsx')).FundLineList },
  recordRepresentation: (record) => record.document?.number ?? '',
  exports: [{ type: 'FundLine', list: 'fundLines' }],
  referencedBy: ['lineId'],
  audit: {
    actions: {
      decideReissue: ['核实转下达', 'Re-issue decided'],
      assignReduction: ['指明调减对象', 'Reduction assigned'],
    },
  },
});
