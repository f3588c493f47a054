import { defineStage } from '#modules/imports/staging/stage.ts';
import { fundDocumentColumns } from './fund-documents.columns.ts';
import { fundMemo, readFundRow } from './fund-documents.rules.ts';
import { decideFundRow, writeFundRows } from './fund-documents.service.ts';
import { createFundIndex, noFundChanges, readUpFunds } from './fund-index.ts';

export const fundDocumentStage = defineStage({
  kind: 'FUND_DOCUMENTS',
  columns: fundDocumentColumns,
  headings: {
    decisive: new Set(['number', 'level', 'amount']),
    keysOfDays: ['issuedOn', 'receivedOn'],
  },
  endures: true,
  sumsUp: true,
  memo: fundMemo,
  read: readFundRow,
  createIndex: createFundIndex,
  readUp: readUpFunds,
  noChanges: noFundChanges,
  decide: decideFundRow,
  write: writeFundRows,
});
