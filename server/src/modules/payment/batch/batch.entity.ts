import { type SQL, sql } from 'drizzle-orm';
import { ID, Int } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { whoDid } from '#modules/identity/user/who.entity.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import {
  by,
  type ComputedField,
  defineEntity,
  type Entity,
  extend,
  list,
  one,
} from '#platform/read/entity.ts';
import { byDivisionOfCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { PaymentBatchStatus } from '#schema/codes/money/payment.codes.ts';
import { payment, paymentBatch } from '#schema/payment/payment.table.ts';
import { PaymentBatch } from '#schema/payment/payment.type.ts';
import { paymentResultRow } from '#schema/payment/result-row.table.ts';
import { Money } from '#schema/scalars.ts';
import { bankLayoutEntity } from '../layout/bank-layout.entity.ts';
import { paymentEntity } from './payment.entity.ts';

export const batchScope = byDivisionOfCounty('divisionCode');

/** The amounts of the states are kept apart: together they are what was planned. */
const sumOf = (description: string, which: SQL): ComputedField => ({
  type: () => Money,
  description,
  // Nested, so that the columns of the outer row keep the name of their table.
  sql: (t, county) =>
    sql`(${sql`select coalesce(sum(part.amount), 0)::bigint from ${payment} as part
    where part.county_code = ${county} and part.batch_id = ${t.id}${which}`})`,
});

export const paymentBatchEntity = defineEntity({
  type: PaymentBatch,
  table: paymentBatch,
  feed: {},
  place: movesWithDivision(),
  plural: 'payment batches',
  right: 'payment.read',
  scope: batchScope,
  query: { one: 'paymentBatch', list: 'paymentBatches' },
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: {
    CREATED_AT: { description: 'By the time it was made.', sql: by('createdAt') },
    NUMBER: { description: 'By number.', sql: by('number') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of this division or one below it.',
      sql: inDivision('divisionCode'),
    },
    status: { type: () => [PaymentBatchStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    number: {
      type: () => String,
      description: 'With this number.',
      sql: (t, value: string) => sql`${t.number} = ${value.trim()}`,
    },
  },
  computed: {
    madeBy: whoDid('madeBy', 'Who made it, by name.'),
    checkedBy: whoDid('checkedBy', 'Who checked it, by name.'),
    approvedBy: whoDid('approvedBy', 'Who approved it, by name.'),
    sentBy: whoDid('sentBy', 'Who sent it, by name.'),
    reconciledBy: whoDid('reconciledBy', 'Who acknowledged its results, by name.'),
    paymentCount: {
      type: () => Int,
      description: 'Payments, without those that were stopped.',
      sql: (t, county) =>
        sql`(${sql`select count(*)::int from ${payment} as part
        where part.county_code = ${county} and part.batch_id = ${t.id} and part.status <> 'STOPPED'`})`,
    },
    undecidedRows: {
      type: () => Int,
      description: 'Rows of results that fit several payments, and for which nobody has chosen yet.',
      sql: (t, county) =>
        sql`(${sql`select count(*)::int from ${paymentResultRow} as found
        where found.county_code = ${county} and found.batch_id = ${t.id} and found.result = 'UNDECIDED'`})`,
    },
    plannedAmount: sumOf('All that was planned: the other amounts together.', sql``),
    waitingAmount: sumOf('Not sent yet.', sql` and part.status = 'PLANNED'`),
    unknownAmount: sumOf('Sent, and the bank has not answered.', sql` and part.status = 'SENT'`),
    paidAmount: sumOf('Confirmed by the bank.', sql` and part.status = 'PAID'`),
    failedAmount: sumOf('Refused by the bank.', sql` and part.status = 'FAILED'`),
    returnedAmount: sumOf('Came back after it was paid.', sql` and part.status = 'RETURNED'`),
    stoppedAmount: sumOf('Taken out before it was sent.', sql` and part.status = 'STOPPED'`),
  },
  relations: {
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'Where its people live.', {
      nullable: false,
    }),
    layout: one(() => bankLayoutEntity, { countyCode: 'countyCode', layoutId: 'id' }, 'Layout of the bank.', {
      nullable: false,
    }),
    corrects: one(
      (): Entity => paymentBatchEntity,
      { countyCode: 'countyCode', correctsBatchId: 'id' },
      'The batch of which it pays again what failed or came back.',
    ),
    payments: list(() => paymentEntity, { countyCode: 'countyCode', id: 'batchId' }, 'Its payments.'),
  },
});

/** Fields and relations added to payments, and to types of other modules. */
export const batchExtensions = [
  extend(paymentEntity, {
    relations: {
      batch: one(() => paymentBatchEntity, { countyCode: 'countyCode', batchId: 'id' }, 'Its batch.'),
    },
    filters: {
      paymentBatch: {
        type: () => ID,
        description: 'Of this batch, by global id.',
        sql: byGlobalId(() => paymentBatchEntity, 'batchId'),
      },
    },
  }),
];
