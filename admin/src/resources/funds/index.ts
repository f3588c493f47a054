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
      proposeAllocation: ['提出资金分配', 'Allocation proposed'],
      decideAllocation: ['审批资金分配', 'Allocation decided'],
      allocateFunds: ['分配资金', 'Money allocated'],
      commitFunds: ['登记支出承诺', 'Money promised'],
      releaseCommitment: ['解冻支出承诺', 'Commitment released'],
      disburseFunds: ['拨付到单位', 'Money disbursed'],
      payCommitment: ['支付到最终收款人', 'Money paid'],
      payFromUnit: ['单位支付到最终收款人', 'Money paid by a unit'],
      retainAtUnit: ['扣留质保金', 'Money retained'],
      payRetained: ['支付质保金', 'Retained money paid'],
      returnFromUnit: ['单位退回资金', 'Money sent back by a unit'],
      returnPayment: ['支付退回', 'Payment sent back'],
      recoverAllocated: ['收回已分配资金', 'Allocated money recovered'],
      closeBooks: ['结账', 'Books closed'],
      requestReopening: ['申请重开账簿', 'Reopening of books requested'],
      decideReopening: ['审批重开账簿', 'Reopening of books decided'],
    },
  },
});
