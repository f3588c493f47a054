import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { ID } from 'type-graphql';
import { whoDid } from '#modules/identity/user/who.entity.ts';
import { batchScope, paymentBatchEntity } from '#modules/payment/batch/batch.entity.ts';
import { paymentEntity } from '#modules/payment/batch/payment.entity.ts';
import { pick } from '#platform/core/pick.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import {
  by,
  type Columns,
  defineEntity,
  extend,
  list,
  many,
  one,
  type ScopeRule,
} from '#platform/read/entity.ts';
import { byCounty, oneOf } from '#platform/read/scope.ts';
import { ResultOutcome } from '#schema/codes/money/payment.codes.ts';
import { paymentBatch } from '#schema/payment/payment.table.ts';
import { PaymentResultFile, PaymentResultRow } from '#schema/payment/result.type.ts';
import { paymentResultFile } from '#schema/payment/result-file.table.ts';
import { paymentResultRow } from '#schema/payment/result-row.table.ts';

const answered = alias(paymentBatch, 'answered');

/** What a bank says is visible with the batch it speaks of. */
const ofBatchScope: ScopeRule = (columns, reach): SQL =>
  sql`${byCounty()(columns, reach)} and exists (select from ${paymentBatch} as answered
    where ${answered.countyCode} = ${columns.countyCode} and ${answered.id} = ${columns.batchId}
    and ${batchScope(getTableColumns(answered) as Columns, reach)})`;

const ofBatch = {
  paymentBatch: {
    type: () => ID,
    description: 'Of this batch, by global id.',
    sql: byGlobalId(() => paymentBatchEntity, 'batchId'),
  },
};

export const paymentResultRowEntity = defineEntity({
  type: PaymentResultRow,
  table: paymentResultRow,
  audited: (row) => pick(row, ['rowNumber', 'result', 'said', 'amount', 'accountMasked', 'paymentId']),
  plural: 'rows of results',
  right: 'payment.read',
  scope: ofBatchScope,
  query: { list: 'paymentResultRows' },
  defaultSort: [{ field: 'ROW_NUMBER', direction: 'ASC' }],
  sorts: { ROW_NUMBER: { description: 'By the line of the file.', sql: by('rowNumber') } },
  filters: {
    ...ofBatch,
    result: { type: () => [ResultOutcome.enum], description: 'Any of these.', sql: oneOf('result') },
  },
  computed: { chosenBy: whoDid('chosenBy', 'Who chose the payment, by name.') },
  relations: {
    payment: one(() => paymentEntity, { countyCode: 'countyCode', paymentId: 'id' }, 'The payment it means.'),
    ofAccount: many(
      () => paymentEntity,
      { countyCode: 'countyCode', batchId: 'batchId', accountMasked: 'accountMasked' },
      'Payments of the batch to an account with this end; where the row is to be chosen for, those with its amount are what it may mean.',
      { order: (t) => [sql`${t.serial}`, sql`${t.id}`] },
    ),
  },
});

export const paymentResultFileEntity = defineEntity({
  type: PaymentResultFile,
  table: paymentResultFile,
  audited: (file) => pick(file, ['fileName', 'fileHash', 'total', 'batchId']),
  plural: 'files of results',
  right: 'payment.read',
  scope: ofBatchScope,
  query: { list: 'paymentResultFiles' },
  defaultSort: [{ field: 'RECORDED_AT', direction: 'DESC' }],
  sorts: { RECORDED_AT: { description: 'By the time it was taken in.', sql: by('recordedAt') } },
  filters: ofBatch,
  computed: { recordedBy: whoDid('recordedBy', 'Who took it in, by name.') },
  relations: {
    batch: one(() => paymentBatchEntity, { countyCode: 'countyCode', batchId: 'id' }, 'The batch.', {
      nullable: false,
    }),
    rows: list(() => paymentResultRowEntity, { countyCode: 'countyCode', id: 'fileId' }, 'Its rows.'),
  },
});

/** Fields and relations added to types of other modules. */
export const resultExtensions = [
  extend(paymentBatchEntity, {
    relations: {
      resultFiles: list(
        () => paymentResultFileEntity,
        { countyCode: 'countyCode', id: 'batchId' },
        'The files of results that were taken in.',
      ),
      resultRows: list(
        () => paymentResultRowEntity,
        { countyCode: 'countyCode', id: 'batchId' },
        'All rows of them.',
      ),
    },
  }),
];
