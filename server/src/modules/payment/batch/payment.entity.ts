import { asc, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { householdEntity } from '#modules/household/household.entity.ts';
import { ofHouseholdScope } from '#modules/household/household.policy.ts';
import { memberEntity } from '#modules/household/member/member.entity.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { whoDid } from '#modules/identity/user/who.entity.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import {
  by,
  type Columns,
  defineEntity,
  type Entity,
  extend,
  list,
  many,
  one,
  type ScopeRule,
} from '#platform/read/entity.ts';
import { byCounty, oneOf } from '#platform/read/scope.ts';
import { PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { payment, paymentEvent } from '#schema/payment/payment.table.ts';
import { Payment, PaymentEvent } from '#schema/payment/payment.type.ts';

const happenedTo = alias(payment, 'happened_to');

/** The steps of a payment are visible with the household. */
const ofPaymentScope: ScopeRule = (columns, reach): SQL =>
  sql`${byCounty()(columns, reach)} and exists (select from ${payment} as happened_to
    where ${happenedTo.countyCode} = ${columns.countyCode} and ${happenedTo.id} = ${columns.paymentId}
    and ${ofHouseholdScope(getTableColumns(happenedTo) as Columns, reach)})`;

export const paymentEventEntity = defineEntity({
  type: PaymentEvent,
  table: paymentEvent,
  plural: 'steps of payments',
  right: 'payment.read',
  scope: ofPaymentScope,
  computed: { recordedBy: whoDid('recordedBy', 'Who recorded it, by name.') },
});

export const paymentEntity = defineEntity({
  type: Payment,
  table: payment,
  feed: {},
  place: partOfHousehold(),
  plural: 'payments',
  right: 'payment.read',
  scope: ofHouseholdScope,
  query: { one: 'payment', list: 'payments' },
  defaultSort: [
    { field: 'CREATED_AT', direction: 'DESC' },
    { field: 'SERIAL', direction: 'ASC' },
  ],
  sorts: {
    CREATED_AT: { description: 'By the time it was planned.', sql: by('createdAt') },
    SERIAL: { description: 'By the number in the batch.', sql: by('serial') },
    AMOUNT: { description: 'By amount.', sql: by('amount') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
  },
  filters: {
    ...ofHouseholdFilters,
    status: { type: () => [PaymentStatus.enum], description: 'Any of these.', sql: oneOf('status') },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.', {
      nullable: false,
    }),
    member: one(() => memberEntity, { countyCode: 'countyCode', memberId: 'id' }, 'Who is entitled.'),
    corrects: one(
      (): Entity => paymentEntity,
      { countyCode: 'countyCode', correctsPaymentId: 'id' },
      'The payment that failed or came back, and is paid again by this one.',
    ),
    steps: many(
      () => paymentEventEntity,
      { countyCode: 'countyCode', id: 'paymentId' },
      'Its way so far, the first step first.',
      { order: () => [asc(paymentEvent.recordedAt), asc(paymentEvent.id)] },
    ),
  },
});

/** Fields and relations added to types of other modules. */
export const paymentExtensions = [
  extend(householdEntity, {
    relations: {
      payments: list(
        () => paymentEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Payments to its members, whatever became of them.',
      ),
    },
  }),
];
