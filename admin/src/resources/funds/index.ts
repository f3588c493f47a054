import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { fundDocuments } from './funds.graphql.ts';
import { fundMessages } from './funds.messages.ts';

export const fundsResource = defineResource({
  name: 'funds',
  messages: fundMessages,
  menu: { group: 'funds', icon: AccountBalanceOutlined },
  rights: { read: 'fund.read', write: 'fund.write' },
  documents: fundDocuments,
  pages: {
    list: async () => (await import('./FundList.tsx')).FundList,
    show: async () => (await import('./FundShow.tsx')).FundShow,
    create: async () => (await import('./FundCreate.tsx')).FundCreate,
    edit: async () => (await import('./FundEdit.tsx')).FundEdit,
  },
  recordRepresentation: 'name',
  recordType: 'Fund',
  exports: [{ type: 'Fund', list: 'funds' }],
  audit: {
    actions: {
      createFund: ['建立资金', 'Fund opened'],
      updateFund: ['修改资金', 'Fund edited'],
      reverseTransfer: ['冲销资金业务', 'Transfer reversed'],
    },
  },
});
