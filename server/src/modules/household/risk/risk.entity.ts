import { type SQL, sql } from 'drizzle-orm';
import { partOfHousehold } from '#platform/feed/place.ts';
import { by, type Columns, defineEntity, extend, many, one } from '#platform/read/entity.ts';
import { inDivision, oneOf } from '#platform/read/scope.ts';
import { RiskKind, RiskStatus } from '#schema/codes/help/risk.codes.ts';
import { householdRisk } from '#schema/household/household.table.ts';
import { HouseholdRisk } from '#schema/household/risk.type.ts';
import { householdEntity } from '../household.entity.ts';
import { ofHouseholdScope } from '../household.policy.ts';

export const riskEntity = defineEntity({
  type: HouseholdRisk,
  table: householdRisk,
  feed: {},
  place: partOfHousehold({ until: 'eliminatedOn', onePer: 'kind' }),
  endsIn: 'eliminatedOn',
  plural: 'risks',
  right: 'household.read',
  scope: ofHouseholdScope,
  query: { list: 'householdRisks' },
  defaultSort: [{ field: 'IDENTIFIED_ON', direction: 'DESC' }],
  sorts: {
    IDENTIFIED_ON: { description: 'By the day it was identified.', sql: by('identifiedOn') },
  },
  filters: {
    divisionCode: {
      type: () => String,
      description: 'Of households in this division or below it.',
      sql: inDivision('villageCode'),
    },
    kind: { type: () => [RiskKind.enum], description: 'Any of these kinds.', sql: oneOf('kind') },
    status: { type: () => [RiskStatus.enum], description: 'Any of these.', sql: oneOf('status') },
  },
  relations: {
    household: one(() => householdEntity, { countyCode: 'countyCode', householdId: 'id' }, 'The household.', {
      nullable: false,
    }),
  },
});

const hasOpenRisk = (t: Columns, more: SQL = sql``): SQL =>
  sql`exists (select from ${householdRisk} as risk where risk.county_code = ${t.countyCode}
    and risk.household_id = ${t.id} and risk.status = 'OPEN'${more})`;

/** Fields and relations added to types of other modules. */
export const riskExtensions = [
  extend(householdEntity, {
    relations: {
      risks: many(
        () => riskEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Its risks, open ones first.',
        { order: (t) => [sql`(${t.status} = 'OPEN') desc`, sql`${t.identifiedOn} desc`, sql`${t.id}`] },
      ),
    },
    filters: {
      hasOpenRisk: {
        type: () => Boolean,
        description: 'True: with a risk that is open; false: without.',
        sql: (t, value: boolean) => (value ? hasOpenRisk(t) : sql`not ${hasOpenRisk(t)}`),
      },
      riskKind: {
        type: () => [RiskKind.enum],
        description: 'With an open risk of any of these kinds.',
        sql: (t, kinds: string[]) => hasOpenRisk(t, sql` and risk.kind = any(${sql.param(kinds)}::text[])`),
      },
    },
  }),
];
