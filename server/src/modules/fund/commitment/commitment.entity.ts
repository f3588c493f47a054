import { sql } from 'drizzle-orm';
import { byGlobalId } from '#platform/read/by-id.ts';
import { by, defineEntity, extend, list, many, one } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { CommitmentStatus } from '#schema/codes/money/fund.codes.ts';
import { fundCommitment } from '#schema/fund/spending/allocation.table.ts';
import { FundCommitment } from '#schema/fund/spending/commitment.type.ts';
import { Money } from '#schema/scalars.ts';
import { allocationEntity } from '../allocation/allocation.entity.ts';
import { fundEntity } from '../fund/fund.entity.ts';
import { transferEntity } from '../ledger/ledger.entity.ts';

export const commitmentEntity = defineEntity({
  type: FundCommitment,
  table: fundCommitment,
  feed: {},
  plural: 'commitments',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { one: 'fundCommitment', list: 'fundCommitments' },
  defaultSort: [{ field: 'COMMITTED_ON', direction: 'DESC' }],
  sorts: {
    COMMITTED_ON: { description: 'By when it was promised.', sql: by('committedOn') },
    AMOUNT: { description: 'By amount.', sql: by('amount') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of counties in this division.',
      sql: inDivision('countyCode'),
    },
    status: { type: () => [CommitmentStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    fund: {
      type: () => String,
      description: 'Of this fund, by its id.',
      sql: byGlobalId(() => fundEntity, 'fundId'),
    },
    search: { type: () => String, description: 'Part of the name of the payee.', sql: searching('payee') },
  },
  computed: {
    left: {
      type: () => Money,
      description: 'What of it is still frozen, to be paid or released.',
      sql: (t) => sql`(${t.amount} - ${t.settled} - ${t.released})`,
    },
  },
  relations: {
    fund: one(() => fundEntity, { countyCode: 'countyCode', fundId: 'id' }, 'The fund.', { nullable: false }),
    allocation: one(
      () => allocationEntity,
      { countyCode: 'countyCode', allocationId: 'id' },
      'The allocation that the money is of.',
      { nullable: false },
    ),
    transfers: many(
      () => transferEntity,
      { countyCode: 'countyCode', id: 'commitmentId' },
      'What was disbursed and paid of it, the newest first.',
      { order: (t) => [sql`${t.effectiveOn} desc`, sql`${t.id} desc`] },
    ),
  },
});

export const commitmentExtensions = [
  extend(allocationEntity, {
    relations: {
      commitments: list(
        () => commitmentEntity,
        { countyCode: 'countyCode', id: 'allocationId' },
        'To whom money of it is promised.',
      ),
    },
  }),
  extend(transferEntity, {
    relations: {
      commitment: one(
        () => commitmentEntity,
        { countyCode: 'countyCode', commitmentId: 'id' },
        'The commitment that it settles, if it does.',
      ),
    },
  }),
];
