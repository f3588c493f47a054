import { asc, gte, lte, sql } from 'drizzle-orm';
import { ID } from 'type-graphql';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { householdEntity } from '#modules/household/household.entity.ts';
import { memberEntity } from '#modules/household/member/member.entity.ts';
import { ofHouseholdFilters } from '#modules/household/of-household.entity.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { problemEntity } from '#modules/visit/problem/problem.entity.ts';
import { visitEntity } from '#modules/visit/visit.entity.ts';
import { today } from '#platform/core/clock.ts';
import { partOfHousehold } from '#platform/feed/place.ts';
import { byGlobalId } from '#platform/read/by-id.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, defineEntity, extend, list, many, one } from '#platform/read/entity.ts';
import { searching } from '#platform/read/search.ts';
import { claim, claimStep } from '#schema/claim/claim.table.ts';
import { Claim } from '#schema/claim/claim.type.ts';
import { claimExpense, claimLayer } from '#schema/claim/claim-costs.table.ts';
import { Day } from '#schema/scalars.ts';
import { claimScope } from './claim.policy.ts';
import { claimExpenseEntity, claimLayerEntity, claimStepEntity } from './claim-parts.entity.ts';

const ofClaim = { countyCode: 'countyCode', id: 'claimId' };

export const claimEntity = defineEntity({
  type: Claim,
  table: claim,
  feed: {},
  place: partOfHousehold(),
  /** A diagnosis is for those who deal with the claim, and not for the trail. */
  audited: ({ personHash: _, diagnosis: __, ...row }) => row,
  plural: 'claims',
  right: 'claim.read',
  scope: claimScope,
  guarded: { diagnosis: 'claim.diagnosis' },
  query: { one: 'claim', list: 'claims' },
  defaultSort: [{ field: 'APPLIED_ON', direction: 'DESC' }],
  sorts: {
    APPLIED_ON: { description: 'By the day of the application.', sql: by('appliedOn') },
    DUE_ON: { description: 'By the day the assessment is due.', sql: by('dueOn') },
    VILLAGE: { description: 'By division code.', sql: by('countyCode', 'villageCode') },
    TOTAL: { description: 'By the total cost.', sql: by('total') },
  },
  filters: {
    ...codeFilters(claim),
    ...ofHouseholdFilters,
    insurer: {
      type: () => ID,
      description: 'Sent to this insurer, by global id.',
      sql: byGlobalId(() => organizationEntity, 'insurerId'),
    },
    appliedFrom: {
      type: () => Day,
      description: 'Applied for on this day or later.',
      sql: (_t, day: string) => gte(claim.appliedOn, day),
    },
    appliedTo: {
      type: () => Day,
      description: 'Applied for on this day or earlier.',
      sql: (_t, day: string) => lte(claim.appliedOn, day),
    },
    overdue: {
      type: () => Boolean,
      description: 'True: with an insurer beyond the day it was due; false: all others.',
      sql: (t, value: boolean, ctx) => {
        const late = sql`(${t.status} = 'WITH_INSURER' and ${t.dueOn} < ${today(ctx.clock)})`;
        return value ? late : sql`not ${late}`;
      },
    },
    search: {
      type: () => String,
      description: 'Part of the name of the person.',
      sql: searching('personName'),
    },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.'),
    member: one(() => memberEntity, { countyCode: 'countyCode', memberId: 'id' }, 'The person it is about.'),
    village: one(() => divisionEntity, { villageCode: 'code' }, 'Where the household lives.', {
      nullable: false,
    }),
    problem: one(
      () => problemEntity,
      { countyCode: 'countyCode', problemId: 'id' },
      'The problem it comes from; null where it comes from none.',
    ),
    visit: one(
      () => visitEntity,
      { countyCode: 'countyCode', visitId: 'id' },
      'The visit it comes from; null where it comes from none.',
    ),
    insurer: one(
      () => organizationEntity,
      { countyCode: 'countyCode', insurerId: 'id' },
      'The insurer it was sent to; null before.',
    ),
    expenses: many(() => claimExpenseEntity, ofClaim, 'Its receipts, the earliest first.', {
      order: () => [asc(claimExpense.spentOn), asc(claimExpense.receiptNumber)],
    }),
    layers: many(() => claimLayerEntity, ofClaim, 'Who bears what of the cost.', {
      order: () => [asc(claimLayer.layer)],
    }),
    steps: many(() => claimStepEntity, ofClaim, 'Its way so far, the first step first.', {
      order: () => [asc(claimStep.recordedAt), asc(claimStep.id)],
    }),
  },
});

/** Fields and relations added to types of other modules. */
export const claimExtensions = [
  extend(householdEntity, {
    relations: {
      claims: list(
        () => claimEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'All claims of the household.',
      ),
    },
  }),
];
