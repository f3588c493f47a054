import { sql } from 'drizzle-orm';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { projectEntity } from '#modules/project/project.entity.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { by, defineEntity, extend, list, many, one } from '#platform/read/entity.ts';
import { byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { AllocationStatus, AllocationTarget } from '#schema/codes/money/fund.codes.ts';
import { fundAllocation } from '#schema/fund/spending/allocation.table.ts';
import { FundAllocation } from '#schema/fund/spending/allocation.type.ts';
import { fundLineEntity } from '../document/line.entity.ts';
import { fundEntity } from '../fund/fund.entity.ts';
import { accountEntity } from '../ledger/ledger.entity.ts';

export const allocationEntity = defineEntity({
  type: FundAllocation,
  table: fundAllocation,
  feed: {},
  place: movesWithDivision(),
  plural: 'allocations',
  right: 'fund.read',
  scope: byWholeCounty(),
  query: { one: 'fundAllocation', list: 'fundAllocations' },
  defaultSort: [{ field: 'PROPOSED_AT', direction: 'DESC' }],
  sorts: {
    PROPOSED_AT: { description: 'By when it was proposed.', sql: by('proposedAt') },
    AMOUNT: { description: 'By amount.', sql: by('amount') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of counties in this division.',
      sql: inDivision('countyCode'),
    },
    status: { type: () => [AllocationStatus.enum], description: 'Any of these.', sql: oneOf('status') },
    target: {
      type: () => [AllocationTarget.enum],
      description: 'For things of any of these kinds.',
      sql: oneOf('target'),
    },
    fund: {
      type: () => String,
      description: 'Of this fund, by its id.',
      sql: byGlobalId(() => fundEntity, 'fundId'),
    },
    line: {
      type: () => String,
      description: 'Of this line, by its id.',
      sql: byGlobalId(() => fundLineEntity, 'lineId'),
    },
    search: { type: () => String, description: 'Part of what it is for.', sql: searching('title') },
  },
  relations: {
    fund: one(() => fundEntity, { countyCode: 'countyCode', fundId: 'id' }, 'The fund.', { nullable: false }),
    line: one(
      () => fundLineEntity,
      { countyCode: 'countyCode', lineId: 'id' },
      'The line that the money is of.',
      {
        nullable: false,
      },
    ),
    project: one(
      () => projectEntity,
      { countyCode: 'countyCode', projectId: 'id' },
      'The project, if it is for one.',
    ),
    organization: one(
      () => organizationEntity,
      { countyCode: 'countyCode', organizationId: 'id' },
      'The unit, if it is for one.',
    ),
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'The township, if it is for one.'),
    accounts: many(
      () => accountEntity,
      { countyCode: 'countyCode', id: 'allocationId' },
      'Where its money stands, by account; none until it is approved.',
      { order: (t) => [sql`${t.kind}`, sql`${t.id}`] },
    ),
  },
});

export const allocationExtensions = [
  extend(fundEntity, {
    relations: {
      allocations: list(
        () => allocationEntity,
        { countyCode: 'countyCode', id: 'fundId' },
        'Its allocations.',
      ),
    },
  }),
  extend(fundLineEntity, {
    relations: {
      allocations: list(
        () => allocationEntity,
        { countyCode: 'countyCode', id: 'lineId' },
        'What was made of it.',
      ),
    },
  }),
  extend(projectEntity, {
    relations: {
      allocations: list(
        () => allocationEntity,
        { countyCode: 'countyCode', id: 'projectId' },
        'Money that was allocated to it, by source.',
      ),
    },
  }),
];
