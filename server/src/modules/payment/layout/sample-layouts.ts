import type { Layout } from './layout.ts';

const failed = ['失败', '付款失败', '入账失败'];
const returned = ['退汇', '已退汇'];

/** Layouts to begin with, made up after what is usual. Each bank has its own: they are to be compared with what it asks for. */
export const sampleLayouts: readonly (Layout & { readonly name: string })[] = [
  {
    name: '示例甲：竖线分隔，GBK，元',
    fileKind: 'DELIMITED',
    delimiter: 'PIPE',
    encoding: 'GBK',
    amountUnit: 'YUAN',
    sentHeader: true,
    sentColumns: ['BATCH_NUMBER', 'SERIAL', 'PAYEE_NAME', 'ACCOUNT', 'AMOUNT', 'PURPOSE'],
    sentTrailer: ['MARK', 'COUNT', 'SUM'],
    resultHeader: true,
    resultColumns: [
      ...['BATCH_NUMBER', 'SERIAL', 'PAYEE_NAME', 'ACCOUNT', 'AMOUNT', 'RESULT', 'REASON'],
      ...['PAID_ON', 'BANK_SERIAL', 'PURPOSE'],
    ],
    resultTrailer: ['MARK', 'COUNT', 'SUM', 'SUCCESS_COUNT', 'SUCCESS_SUM', 'FAILURE_COUNT', 'FAILURE_SUM'],
    successWords: ['成功', '0000'],
    failureWords: failed,
    returnWords: returned,
  },
  {
    name: '示例乙：逗号分隔，GBK，分，无序号',
    fileKind: 'DELIMITED',
    delimiter: 'COMMA',
    encoding: 'GBK',
    amountUnit: 'FEN',
    sentHeader: false,
    sentColumns: ['ACCOUNT', 'PAYEE_NAME', 'AMOUNT', 'PURPOSE', 'BATCH_NUMBER'],
    sentTrailer: [],
    resultHeader: false,
    resultColumns: ['BATCH_NUMBER', 'ACCOUNT', 'PAYEE_NAME', 'AMOUNT', 'RESULT', 'REASON', 'PAID_ON'],
    resultTrailer: ['COUNT', 'SUM'],
    successWords: ['S', '成功'],
    failureWords: ['F', ...failed],
    returnWords: ['R', ...returned],
  },
  {
    name: '示例丙：Excel，元，无批次号',
    fileKind: 'XLSX',
    delimiter: 'COMMA',
    encoding: 'UTF_8',
    amountUnit: 'YUAN',
    sentHeader: true,
    sentColumns: ['SERIAL', 'PAYEE_NAME', 'ACCOUNT', 'BANK_NAME', 'AMOUNT', 'PURPOSE'],
    sentTrailer: [],
    resultHeader: true,
    resultColumns: ['SERIAL', 'PAYEE_NAME', 'ACCOUNT', 'AMOUNT', 'RESULT', 'REASON', 'BANK_SERIAL'],
    resultTrailer: [],
    successWords: ['成功', '交易成功'],
    failureWords: ['交易失败', ...failed],
    returnWords: returned,
  },
];
