import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { fundDocumentDocuments } from './fund-documents.graphql.ts';
import { fundDocumentMessages } from './fund-documents.messages.ts';

export const fundDocumentsResource = defineResource({
  name: 'fund-documents',
  messages: fundDocumentMessages,
  menu: { group: 'funds', icon: DescriptionOutlined },
  rights: { read: 'fund.read', write: 'fund.write' },
  documents: fundDocumentDocuments,
  pages: {
    list: async () => (await import('./FundDocumentList.tsx')).FundDocumentList,
    show: async () => (await import('./FundDocumentShow.tsx')).FundDocumentShow,
    create: async () => (await import('./FundDocumentCreate.tsx')).FundDocumentCreate,
    edit: async () => (await import('./FundDocumentEdit.tsx')).FundDocumentEdit,
  },
  recordRepresentation: 'number',
  exports: [{ type: 'FundDocument', list: 'fundDocuments' }],
  recordType: 'FundDocument',
  referencedBy: ['documentId'],
  audit: {
    actions: {
      recordFundDocument: ['登记资金文件', 'Fund document recorded'],
      updateFundDocument: ['修改资金文件', 'Fund document edited'],
      addFundLines: ['补登指标', 'Lines added to a fund document'],
      importFundDocuments: ['导入资金指标文', 'Fund documents imported'],
    },
  },
});
