import type { Bilingual } from '../lang.ts';

export const payments = {
  ACCOUNT_NUMBER_INVALID: {
    zh: '账号格式不正确：应为 8 至 32 位数字，银行卡为 16 至 19 位',
    en: 'Not a number of an account: 8 to 32 digits, of a card 16 to 19',
  },
  ACCOUNT_ENDED: { zh: '该账户已停用', en: 'This account is no longer in use' },
  ACCOUNT_MISSING: { zh: '收款人没有登记在用的银行账户', en: 'The payee has no bank account in use' },
  ACCOUNT_CHANGED: {
    zh: '收款人的银行账户在编制之后已更换，请停发此行后重新添加',
    en: 'The account of the payee was replaced since; stop this row and add it again',
  },
  AMOUNT_NOT_POSITIVE: { zh: '金额必须大于零', en: 'The amount must be more than nothing' },
  AMOUNT_ABOVE_FAILED: {
    zh: '更正金额不能大于原失败或退汇的金额',
    en: 'No more can be paid again than failed or came back',
  },
  PAYEE_NOT_ALLOWED: {
    zh: '收款人必须是享受人本人或户主',
    en: 'The payee must be the person entitled or the head of the household',
  },
  PERSON_TWICE_IN_BATCH: {
    zh: '该享受人在本批次中已有一行',
    en: 'This person has a row in the batch already',
  },
  BATCH_STATUS: { zh: '该批次当前状态不能执行此操作', en: 'The batch is not in a state for this' },
  BATCH_OF_OTHER: {
    zh: '只有编制人可以修改本批次的名单',
    en: 'Only who made the batch may change its rows',
  },
  BATCH_FAULTS: {
    zh: '名单中有不能发放的行，请停发或更正后再提交',
    en: 'The batch has rows that cannot be paid; stop them or put them right first',
  },
  PERSON_ELSEWHERE: {
    zh: '该成员不在本批次的区划内',
    en: 'This member lives outside the division of the batch',
  },
  BATCH_EMPTY: { zh: '该批次没有可发放的行', en: 'The batch has no rows to pay' },
  BATCH_OPEN: {
    zh: '仍有结果未知或待人工选择的行，不能核对',
    en: 'Rows without an outcome, or to be chosen, are left; it cannot be acknowledged',
  },
  BATCH_UNKNOWN: { zh: '没有此发放批次，或尚未送银行', en: 'No such batch, or it was not sent' },
  PAYMENT_NOT_PLANNED: { zh: '该笔已送银行或已停发', en: 'This payment was sent or stopped already' },
  NOTHING_TO_CORRECT: {
    zh: '没有失败或退汇、且尚未再次发放的行',
    en: 'Nothing failed or came back that is not being paid again already',
  },
  PAYMENT_CORRECTED: { zh: '该笔已在再次发放', en: 'This payment is being paid again already' },
  LAYOUT_COLUMNS_MISSING: {
    zh: '缺少必需的列：送盘要有账号和金额，回盘要有金额和结果',
    en: 'Columns are missing: account and amount in the file for the bank, amount and result in its answer',
  },
  LAYOUT_ENDED: { zh: '该银行文件格式已停用', en: 'This layout is no longer in use' },
  TRAILER_MISSING: { zh: '文件没有尾行，可能不完整', en: 'The file has no trailer; it may be cut off' },
  TRAILER_DIFFERS: {
    zh: '尾行的笔数或金额与明细不符，整个文件未处理',
    en: 'Counts or sums of the trailer differ from the rows; nothing of the file was taken in',
  },
  OTHER_BATCH: { zh: '该行属于另一批次', en: 'This row belongs to another batch' },
  PAYMENT_UNKNOWN: { zh: '本批次没有这样的账号和金额', en: 'The batch has no such account and amount' },
  AMOUNT_DIFFERS: { zh: '金额与计划不一致', en: 'The amount differs from what was planned' },
  ACCOUNT_DIFFERS: { zh: '账号与该序号不一致', en: 'The account is not that of this serial' },
  RESULT_WORD_UNKNOWN: {
    zh: '不认识的结果字样，请在银行文件格式中补充',
    en: 'Unknown word for a result; add it to the layout of the bank',
  },
  RESULT_CONTRADICTS: {
    zh: '与已记入的结果矛盾',
    en: 'Contradicts the outcome that is on record',
  },
  RESULT_ROW_DECIDED: { zh: '该行已处理', en: 'This row is decided already' },
  NOT_A_CANDIDATE: { zh: '该笔不在此行的候选之中', en: 'The row does not fit this payment' },
} satisfies Record<string, Bilingual>;
