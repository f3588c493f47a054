import { type CodeOf, defineCodes } from '../define-codes.ts';

export const BankAccountKind = defineCodes('BankAccountKind', '账户种类', 'Kind of bank account', {
  CARD: { zh: '银行卡', en: 'Bank card', synonyms: ['卡', '借记卡', '社保卡'] },
  PASSBOOK: { zh: '存折（一卡通）', en: 'Passbook', synonyms: ['存折', '一卡通', '一折通'] },
});
export type BankAccountKind = CodeOf<typeof BankAccountKind>;

export const PaymentBatchStatus = defineCodes('PaymentBatchStatus', '发放批次状态', 'Status of a batch', {
  DRAFT: { zh: '编制中', en: 'Draft', description: 'Rows are added; nothing is decided' },
  CHECKED: { zh: '乡镇已复核', en: 'Checked', description: 'Checked by the township' },
  APPROVED: { zh: '县级已审批', en: 'Approved', description: 'Approved by the county; its money is held' },
  SENT: { zh: '已送银行', en: 'Sent', description: 'The file for the bank was made' },
  RECONCILED: {
    zh: '已核对',
    en: 'Reconciled',
    description: 'A person has acknowledged what became of each row; returns may still come',
  },
});
export type PaymentBatchStatus = CodeOf<typeof PaymentBatchStatus>;

export const PaymentStatus = defineCodes('PaymentStatus', '发放状态', 'Status of a payment', {
  PLANNED: { zh: '待发放', en: 'Waiting to be sent', description: 'In a batch that was not sent yet' },
  SENT: { zh: '已送银行，结果未知', en: 'Sent, outcome unknown', description: 'The bank has not answered' },
  PAID: { zh: '已发放', en: 'Paid out', description: 'Confirmed by the bank' },
  FAILED: { zh: '发放失败', en: 'Payment failed', description: 'Refused by the bank' },
  RETURNED: { zh: '已退汇', en: 'Came back', description: 'The money came back after it was paid out' },
  STOPPED: { zh: '已停发', en: 'Not paid out', description: 'Taken out before it was sent' },
});
export type PaymentStatus = CodeOf<typeof PaymentStatus>;

export const BankFileKind = defineCodes('BankFileKind', '文件格式', 'Format of the file', {
  DELIMITED: { zh: '文本（分隔符）', en: 'Text with separators' },
  XLSX: { zh: 'Excel 工作簿（.xlsx）', en: 'Excel (.xlsx)' },
});
export type BankFileKind = CodeOf<typeof BankFileKind>;

export const BankDelimiter = defineCodes('BankDelimiter', '分隔符', 'Separator', {
  PIPE: { zh: '竖线 |', en: 'Vertical bar |' },
  COMMA: { zh: '逗号 ,', en: 'Comma ,' },
  TAB: { zh: '制表符', en: 'Tab' },
  SEMICOLON: { zh: '分号 ;', en: 'Semicolon ;' },
});
export type BankDelimiter = CodeOf<typeof BankDelimiter>;

export const BankEncoding = defineCodes('BankEncoding', '文字编码', 'Text encoding', {
  GBK: { zh: 'GBK 编码', en: 'GBK' },
  UTF_8: { zh: 'UTF-8 编码', en: 'UTF-8' },
});
export type BankEncoding = CodeOf<typeof BankEncoding>;

export const AmountUnit = defineCodes('AmountUnit', '金额单位', 'Unit of amounts', {
  YUAN: { zh: '元（两位小数）', en: 'Yuan with two decimals' },
  FEN: { zh: '分（整数）', en: 'Fen, whole' },
});
export type AmountUnit = CodeOf<typeof AmountUnit>;

/** What a column of a bank's file holds, in the file that goes out as in the one that comes back. */
export const BankColumn = defineCodes('BankColumn', '列的内容', 'Content of a column', {
  BATCH_NUMBER: { zh: '批次号', en: 'Batch number' },
  SERIAL: { zh: '批内序号', en: 'Serial in the batch' },
  PAYEE_NAME: { zh: '收款人姓名', en: 'Name of the payee' },
  ACCOUNT: { zh: '账号', en: 'Number of the account' },
  BANK_NAME: { zh: '开户银行', en: 'Bank' },
  AMOUNT: { zh: '金额', en: 'Amount' },
  PURPOSE: { zh: '存折摘要', en: 'Text in the passbook' },
  RESULT: { zh: '银行结果', en: 'The bank says' },
  REASON: { zh: '银行说明', en: 'Remark of the bank' },
  PAID_ON: { zh: '交易日期', en: 'Day of payment' },
  BANK_SERIAL: { zh: '银行流水号', en: 'Serial of the bank' },
  BLANK: { zh: '（不用）', en: '(not used)' },
});
export type BankColumn = CodeOf<typeof BankColumn>;

/** What a field of the last line of a bank's file holds. */
export const BankTrailer = defineCodes('BankTrailer', '尾行的内容', 'Content of the trailer', {
  MARK: { zh: '标记', en: 'Mark' },
  COUNT: { zh: '总笔数', en: 'Count of all rows' },
  SUM: { zh: '总金额', en: 'Sum' },
  SUCCESS_COUNT: { zh: '成功笔数', en: 'Rows paid' },
  SUCCESS_SUM: { zh: '成功金额', en: 'Sum paid' },
  FAILURE_COUNT: { zh: '失败笔数', en: 'Rows failed' },
  FAILURE_SUM: { zh: '失败金额', en: 'Sum failed' },
});
export type BankTrailer = CodeOf<typeof BankTrailer>;

export const ResultOutcome = defineCodes('ResultOutcome', '处理结果', 'What became of the row', {
  APPLIED: { zh: '已记入', en: 'Taken in', description: 'The payment has changed by it' },
  UNCHANGED: { zh: '已在案', en: 'On record already', description: 'Nothing has changed by it' },
  REFUSED: {
    zh: '不予记入',
    en: 'Not taken in',
    description: 'It fits no payment of the batch, or contradicts it',
  },
  UNDECIDED: {
    zh: '待人工选择',
    en: 'To be chosen by a person',
    description: 'It fits several payments; a person says which one, and until then nothing changes',
  },
});
export type ResultOutcome = CodeOf<typeof ResultOutcome>;
