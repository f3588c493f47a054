import { fieldsOf, labelWords } from '../../i18n/field-words.ts';
import type { MessageTree } from '../../i18n/messages.ts';

export const paymentBatchMessages = {
  name: ['发放批次', 'Payment batch |||| Payment batches'],
  fields: {
    ...fieldsOf(['PaymentBatch', 'Payment', 'PaymentResultRow', 'PaymentResultFile'], {
      'layout.name': 'layout',
    }),
    progress: ['发放进度', 'Progress'],
    row: labelWords('PaymentResultRow', 'rowNumber'),
  },
  emptyHint: [
    '按批次发放：编制名单，乡镇复核，县级审批，送银行，再接收银行结果。',
    'Payments go by batches: a roster is made, checked, approved, sent to the bank, and its results are taken in.',
  ],
  amounts: ['各状态金额', 'Amounts by state'],
  amountsHint: ['各状态金额之和等于计划金额。', 'The states together are what was planned.'],
  persons: ['经办人', 'Who did it'],
  payments: ['发放名单', 'Payments'],
  noPayments: ['名单还是空的。', 'No rows yet.'],
  firstRows: ['显示前 %{shown} 行，共 %{total} 行。', 'The first %{shown} of %{total} rows are shown.'],
  results: ['银行结果', 'Results of the bank'],
  noResults: ['还没有接收银行结果。', 'No results were taken in yet.'],
  toDecide: ['待处理的行', 'Rows to look at'],
  nothingToDecide: ['没有退回或待选择的行。', 'No rows were refused or are to be chosen for.'],
  addRow: ['添加一行', 'Add a row'],
  rowAdded: ['已添加', 'Row added'],
  payeeIsHead: ['打入户主账户', 'To the account of the head'],
  check: ['复核通过', 'Check'],
  checkLead: [
    '确认名单中的人员、收款人、账户和金额无误。编制人不能复核。',
    'The persons, payees, accounts and amounts are right. Whoever made the batch cannot check it.',
  ],
  approve: ['审批通过', 'Approve'],
  approveLead: [
    '批准按此名单发放。编制人、复核人不能审批。',
    'It is to be paid as it stands. Whoever made or checked it cannot approve it.',
  ],
  send: ['生成送盘文件', 'Make the file for the bank'],
  sendLead: [
    '生成给银行的文件，此后名单不能更改。',
    'Makes the file for the bank; after that the rows cannot change.',
  ],
  acknowledge: ['核对确认', 'Acknowledge'],
  acknowledgeLead: [
    '确认每一行的结果。此后仍可接收退汇。',
    'What became of each row is acknowledged. Returns can still be taken in.',
  ],
  sendBack: ['退回编制', 'Send back'],
  stop: ['停发', 'Stop'],
  correct: ['更正发放', 'Pay again'],
  correctLead: [
    '用失败和退汇的行建立一个新批次：人员不变，金额不变，打入收款人现在的账户。',
    'A new batch of what failed or came back: the same persons and amounts, to the accounts the payees have now.',
  ],
  corrected: ['已建立更正批次', 'Batch made'],
  download: ['下载送盘文件', 'Download the file for the bank'],
  downloadPurpose: ['下载用途', 'What it is needed for'],
  downloadLead: [
    '文件中有完整账号；每次下载都会记录。',
    'The file holds whole account numbers; each download is on record.',
  ],
  downloaded: ['已下载', 'Downloaded'],
  upload: ['接收银行结果', 'Take in results'],
  uploading: ['正在接收…', 'Taking in…'],
  received: ['已接收 %{total} 行', '%{total} rows were taken in'],
  choose: ['选择', 'Choose'],
  chooseTitle: ['此行是哪一笔？', 'Which payment does this row mean?'],
  candidate: ['第 %{serial} 行 %{name}', 'Row %{serial}, %{name}'],
  mayMean: ['可能是', 'It may mean'],
  purposeHint: ['最多 7 个字，打印在存折上', 'At most 7 characters, printed in the passbook'],
  noLayout: ['本县还没有银行文件格式。', 'The county has no layout of a bank yet.'],
  addSamples: ['添加示例格式', 'Add the samples'],
  samplesAdded: [
    '已添加示例格式，请与银行的要求核对',
    'Samples added; compare them with what the bank asks for',
  ],
} as const satisfies MessageTree;
