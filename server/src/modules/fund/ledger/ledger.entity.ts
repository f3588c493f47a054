import { sql } from 'drizzle-orm';
import { by, defineEntity, extend, list, many, one } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { FundAccountKind, FundTransferKind } from '#schema/codes/money/fund.codes.ts';
import { fundAccount, fundEntry, fundTransfer } from '#schema/fund/ledger.table.ts';
import { FundAccount, FundEntry, FundTransfer } from '#schema/fund/ledger.type.ts';
import { Day, Money } from '#schema/scalars.ts';
import { fundEntity } from '../fund/fund.entity.ts';

const right = 'fund.read';
const scope = byWholeCounty();
const ofFund = { countyCode: 'countyCode', fundId: 'id' };

/** Rows with an effective day on or after, and on or before, a day. */
const effectiveFilters = {
  effectiveFrom: {
    type: () => Day,
    description: 'Counting for this day or a later one.',
    sql: (t: Record<string, unknown>, day: string) => sql`${t.effectiveOn} >= ${day}`,
  },
  effectiveTo: {
    type: () => Day,
    description: 'Counting for this day or an earlier one.',
    sql: (t: Record<string, unknown>, day: string) => sql`${t.effectiveOn} <= ${day}`,
  },
};

export const accountEntity = defineEntity({
  type: FundAccount,
  table: fundAccount,
  plural: 'accounts of funds',
  right,
  scope,
  query: { one: 'fundAccount', list: 'fundAccounts' },
  defaultSort: [{ field: 'BALANCE', direction: 'DESC' }],
  sorts: { BALANCE: { description: 'By balance.', sql: by('balance') } },
  filters: {
    kind: { type: () => [FundAccountKind.enum], description: 'Any of these kinds.', sql: oneOf('kind') },
  },
  computed: {
    available: {
      type: () => Money,
      description: 'The balance without what is frozen.',
      sql: (t) => sql`(${t.balance} - ${t.frozen})`,
    },
  },
  relations: {
    fund: one(() => fundEntity, ofFund, 'The fund.', { nullable: false }),
  },
});

export const transferEntity = defineEntity({
  type: FundTransfer,
  table: fundTransfer,
  feed: {},
  plural: 'transfers',
  right,
  scope,
  query: { one: 'fundTransfer', list: 'fundTransfers' },
  defaultSort: [{ field: 'EFFECTIVE_ON', direction: 'DESC' }],
  sorts: { EFFECTIVE_ON: { description: 'By the day for which it counts.', sql: by('effectiveOn') } },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of counties in this division.',
      sql: inDivision('countyCode'),
    },
    kind: { type: () => [FundTransferKind.enum], description: 'Any of these kinds.', sql: oneOf('kind') },
    ...effectiveFilters,
  },
  computed: {
    isReversed: {
      type: () => Boolean,
      description: 'Whether a reversal took it back.',
      sql: (t, county) =>
        sql`exists (select from ${fundTransfer} as back where back.county_code = ${county} and back.reverses_id = ${t.id})`,
    },
  },
});

export const entryEntity = defineEntity({
  type: FundEntry,
  table: fundEntry,
  key: ['countyCode', 'accountId', 'seq'],
  plural: 'entries',
  right,
  scope,
  query: { list: 'fundEntries' },
  defaultSort: [{ field: 'EFFECTIVE_ON', direction: 'DESC' }],
  sorts: {
    EFFECTIVE_ON: { description: 'By the day for which it counts.', sql: by('effectiveOn') },
    SEQ: { description: 'In the order in which they were recorded, of one account.', sql: by('seq') },
  },
  filters: effectiveFilters,
  relations: {
    account: one(() => accountEntity, { countyCode: 'countyCode', accountId: 'id' }, 'The account.', {
      nullable: false,
    }),
    transfer: one(() => transferEntity, { countyCode: 'countyCode', transferId: 'id' }, 'The transfer.', {
      nullable: false,
    }),
  },
});

export const ledgerExtensions = [
  extend(fundEntity, {
    relations: {
      accounts: list(() => accountEntity, { countyCode: 'countyCode', id: 'fundId' }, 'Its accounts.'),
      entries: list(() => entryEntity, { countyCode: 'countyCode', id: 'fundId' }, 'Its statement.'),
    },
  }),
  extend(accountEntity, {
    relations: {
      entries: list(() => entryEntity, { countyCode: 'countyCode', id: 'accountId' }, 'Its statement.'),
    },
  }),
  extend(transferEntity, {
    relations: {
      entries: many(
        () => entryEntity,
        { countyCode: 'countyCode', id: 'transferId' },
        'What it does to each account.',
        { order: (t) => [sql`${t.amount}`, sql`${t.accountId}`, sql`${t.seq}`] },
      ),
      reverses: one(
        () => transferEntity,
        { countyCode: 'countyCode', reversesId: 'id' },
        'The transfer that it takes back, of a reversal.',
      ),
    },
  }),
];
