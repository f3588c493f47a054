import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import { defineResource } from '../../shared/resource/console-resource.ts';
import { paymentBatchDocuments } from './payment-batches.graphql.ts';
import { paymentBatchMessages } from './payment-batches.messages.ts';

export const paymentBatchesResource = defineResource({
  name: 'payment-batches',
  messages: paymentBatchMessages,
  menu: { group: 'funds', icon: PaymentsOutlined },
  rights: { read: 'payment.read', write: 'payment.write' },
  documents: paymentBatchDocuments,
  pages: {
    list: async () => (await import('./PaymentBatchList.tsx')).PaymentBatchList,
    show: async () => (await import('./PaymentBatchShow.tsx')).PaymentBatchShow,
    create: async () => (await import('./PaymentBatchCreate.tsx')).PaymentBatchCreate,
  },
  recordRepresentation: 'number',
  exports: [{ type: 'PaymentBatch', list: 'paymentBatches' }, { type: 'Payment' }, { type: 'BankAccount' }],
  recordType: 'PaymentBatch',
  referencedBy: ['paymentBatch'],
  audit: {
    actions: {
      recordBankAccount: ['登记银行账户', 'Bank account recorded'],
      endBankAccount: ['停用银行账户', 'Bank account ended'],
      addSampleLayouts: ['加入样例文件格式', 'Sample layouts added'],
      addBankLayout: ['新增银行文件格式', 'Layout of a bank added'],
      endBankLayout: ['停用银行文件格式', 'Layout of a bank ended'],
      createPaymentBatch: ['新建发放批次', 'Payment batch made'],
      addPayments: ['添加发放名单', 'Payments added'],
      checkPaymentBatch: ['复核发放批次', 'Payment batch checked'],
      approvePaymentBatch: ['审批发放批次', 'Payment batch approved'],
      sendPaymentBatch: ['发放批次送银行', 'Payment batch sent to the bank'],
      acknowledgePaymentBatch: ['核对发放批次', 'Results of a batch acknowledged'],
      sendBackPaymentBatch: ['退回发放批次', 'Payment batch sent back'],
      payBatchAgain: ['更正发放', 'Payments made again'],
      stopPayment: ['停发', 'Payment stopped'],
      downloadBankFile: ['下载送盘文件', 'File for the bank downloaded'],
      receivePaymentResult: ['接收银行结果', 'Results of the bank taken in'],
      choosePayment: ['人工匹配银行结果', 'Payment chosen for a row of results'],
    },
  },
});
