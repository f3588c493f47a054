import { sql } from 'drizzle-orm';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { whoDid } from '#modules/identity/user/who.entity.ts';
import { codeFilters } from '#platform/read/code-filters.ts';
import { by, defineEntity, type Entity, many, one } from '#platform/read/entity.ts';
import { byCounty, byWholeCounty, inDivision } from '#platform/read/scope.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { policyBand, policyThreshold, reliefPolicy } from '#schema/policy/policy.table.ts';
import { PolicyBand, PolicyThreshold, ReliefPolicy } from '#schema/policy/policy.type.ts';
import { Day } from '#schema/scalars.ts';
import { categoryOf } from './policy.policy.ts';

export const policyThresholdEntity = defineEntity({
  type: PolicyThreshold,
  table: policyThreshold,
  removable: true,
  key: ['countyCode', 'policyId', 'category'],
  plural: 'thresholds of policies',
  right: 'policy.read',
  scope: byCounty(),
});

export const policyBandEntity = defineEntity({
  type: PolicyBand,
  table: policyBand,
  removable: true,
  key: ['countyCode', 'policyId', 'fromAmount'],
  plural: 'bands of policies',
  right: 'policy.read',
  scope: byCounty(),
});

const ofPolicy = { countyCode: 'countyCode', id: 'policyId' };

export const policyEntity = defineEntity({
  type: ReliefPolicy,
  table: reliefPolicy,
  endsIn: 'toOn',
  feed: {},
  plural: 'relief policies',
  right: 'policy.read',
  scope: byCounty(),
  lockScope: byWholeCounty(),
  query: { one: 'reliefPolicy', list: 'reliefPolicies' },
  defaultSort: [
    { field: 'KIND', direction: 'ASC' },
    { field: 'FROM_ON', direction: 'DESC' },
  ],
  sorts: {
    KIND: { description: 'By kind.', sql: by('kind') },
    FROM_ON: { description: 'By first day.', sql: by('fromOn') },
    NAME: { description: 'By name.', sql: by('name') },
    STATUS: { description: 'By status.', sql: by('status') },
    CREATED_AT: { description: 'By the making of the draft.', sql: by('createdAt') },
  },
  filters: {
    ...codeFilters(reliefPolicy),
    divisionCode: { type: () => String, description: 'Of this division.', sql: inDivision('countyCode') },
    inForceOn: {
      type: () => Day,
      description: 'Approved and in force on this day.',
      sql: (t, day: string) =>
        sql`(${t.status} = 'APPROVED' and ${t.fromOn} <= ${day} and (${t.toOn} is null or ${t.toOn} >= ${day}))`,
    },
    category: {
      type: () => [HouseholdCategory.enum],
      description: 'For households of any of these categories.',
      sql: categoryOf,
    },
  },
  computed: {
    createdBy: whoDid('createdBy', 'Who drafted it, by name.'),
    proposedBy: whoDid('proposedBy', 'Who last proposed it, by name.'),
    decidedBy: whoDid('decidedBy', 'Who last decided on it, by name.'),
  },
  relations: {
    county: one(() => divisionEntity, { countyCode: 'code' }, 'The county whose policy it is.', {
      nullable: false,
    }),
    thresholds: many(() => policyThresholdEntity, ofPolicy, 'Categories that it is for.', {
      order: (t) => [sql`${t.threshold}`, sql`${t.category}`],
    }),
    bands: many(() => policyBandEntity, ofPolicy, 'Its bands, from the lowest.', {
      order: (t) => [sql`${t.fromAmount}`],
    }),
    replaces: one(
      (): Entity => policyEntity,
      { countyCode: 'countyCode', replacesId: 'id' },
      'The version whose place it takes.',
    ),
    replacedBy: many(
      (): Entity => policyEntity,
      { countyCode: 'countyCode', id: 'replacesId' },
      'Versions that take its place, or would: drafts among them.',
      { order: (t) => [sql`${t.createdAt} desc`, sql`${t.id}`] },
    ),
  },
});
