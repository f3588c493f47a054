import type { Bilingual } from '../lang.ts';

/** Fund documents, recorded by hand or by lists. */
export const fundDocuments = {
  UNIT_UNKNOWN: {
    zh: '看不出金额的单位：请在表头、标题或单元格中写明元或万元',
    en: 'The unit of the amount is not stated: write yuan or ten thousand yuan in the heading, the title or the cell',
  },
  UNIT_DOUBTFUL: {
    zh: '金额与其余相差约一万倍，可能把元当作万元（或相反）；确实如此的，请在单元格中连同单位写明',
    en: 'The amount is about 10,000 times off the others: yuan taken for ten thousand yuan, or the reverse? If it is right, write the unit in the cell',
  },
  RECEIVED_BEFORE_ISSUED: { zh: '收文日期早于发文日期', en: 'Received before it was issued' },
  NOT_RELEASED_EARLY: {
    zh: '上一年发文而未注明提前下达：年度、日期或提前下达标志有误',
    en: 'Issued in the year before and not marked as released early: the year, the day or the mark is wrong',
  },
  EARLY_RELEASE_DOUBTFUL: {
    zh: '注明提前下达，发文日期却在预算年度内，请核对',
    en: 'Marked as released early, but issued in its own year; please check',
  },
  POSSIBLE_REISSUE: {
    zh: '金额、任务与备注所指的文件相同，可能是同一笔资金的转下达：核实之前不入账',
    en: 'Amount and task are those of the document that the remarks name: perhaps the same money, passed on. It is not in the books until somebody decides',
  },
  DOCUMENT_FROM_ABOVE: {
    zh: '没有文号等文件信息：按上一行的文件登记，请核对',
    en: 'Nothing is said of the document: taken for that of the row above; please check',
  },
  DOCUMENT_DIFFERS: {
    zh: '与已登记的同一文号的文件不一致；文件有误的请先更正',
    en: 'Differs from the document on record under this number; correct that first if it is wrong',
  },
  LINE_DIFFERS: {
    zh: '与已入账的指标不一致：已入账的金额和级次不能由清单改动，增减请以新的文号登记',
    en: 'Differs from the line on record: a list does not change what is in the books; more or less money comes by another document',
  },
  STAGE_EXCEEDS: {
    zh: '大于上一环节的金额（指标、已分配、已拨付、已支付依次不能超过），请核对',
    en: 'More than the stage before: allocated, disbursed and paid never exceed what stands before them; please check',
  },
  STATED_NOT_SPLIT: {
    zh: '一行有几个级次，执行情况无法分开，没有登记',
    en: 'The row has several levels: how far each is used cannot be told, and is left out',
  },
  REDUCTION_UNTIED: {
    zh: '没有找到所调减的指标：已登记，指明调减哪一条之后才入账',
    en: 'The line that it takes back from was not found: recorded, and posted once somebody says which it is',
  },
  REDUCTION_OF_OTHER: {
    zh: '调减的应是同一资金、同一级次已入账的指标',
    en: 'It can only take back from a line in the books of the same fund and level',
  },
  REISSUE_NOT_ASKED: { zh: '该指标没有待核实的转下达', en: 'Nothing is to be decided about this line' },
  SUM_MISMATCH: { zh: '合计与各项之和不符', en: 'The total is not the sum of its parts' },
  SUBJECT_INVALID: {
    zh: '科目应以 3 至 9 位数字编码开头',
    en: 'A subject begins with a code of 3 to 9 digits',
  },
  FUND_UNCLEAR: {
    zh: '本年度有几个财政帮扶资金，看不出记入哪一个；请先合并或关闭多余的',
    en: 'The year has several fiscal help funds, and it is not clear into which this goes; close all but one first',
  },
  FUND_OF_OTHER_YEAR: { zh: '资金不是该文件预算年度的', en: 'The fund is of another year than the document' },
  IMPORT_STAYS: {
    zh: '资金已入账，不能回滚：请用冲销或调减更正',
    en: 'The money is in the books, so the import cannot be taken back; correct it by reversals or reductions',
  },
} satisfies Record<string, Bilingual>;
