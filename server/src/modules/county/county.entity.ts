import { sql } from 'drizzle-orm';
import { divisionEntity } from '#modules/division/division.entity.ts';
import { by, defineEntity, many, one } from '#platform/read/entity.ts';
import { byCounty, byWholeCounty, inDivision, oneOf } from '#platform/read/scope.ts';
import { HouseholdCategory } from '#schema/codes/household.codes.ts';
import { county, dutyRule } from '#schema/county/county.table.ts';
import { County, DutyRule } from '#schema/county/county.type.ts';
import { Day } from '#schema/scalars.ts';

export const dutyRuleEntity = defineEntity({
  type: DutyRule,
  table: dutyRule,
  endsIn: 'toOn',
  feed: {},
  plural: 'duty rules',
  right: 'settings.read',
  scope: byCounty(),
  lockScope: byWholeCounty(),
  query: { one: 'dutyRule', list: 'dutyRules' },
  defaultSort: [
    { field: 'CATEGORY', direction: 'ASC' },
    { field: 'FROM_ON', direction: 'DESC' },
  ],
  sorts: {
    CATEGORY: { description: 'By category.', sql: by('category') },
    FROM_ON: { description: 'By first day.', sql: by('fromOn') },
  },
  filters: {
    countyCode: { type: () => String, description: 'Of this county.', sql: inDivision('countyCode') },
    category: {
      type: () => [HouseholdCategory.enum],
      description: 'For any of these categories.',
      sql: oneOf('category'),
    },
    inForceOn: {
      type: () => Day,
      description: 'In force on this day.',
      sql: (t, day: string) => sql`(${t.fromOn} <= ${day} and (${t.toOn} is null or ${t.toOn} >= ${day}))`,
    },
  },
});

export const countyEntity = defineEntity({
  type: County,
  table: county,
  feed: {},
  key: ['countyCode'],
  plural: 'counties',
  right: 'settings.read',
  scope: byCounty(),
  lockScope: byWholeCounty(),
  query: { one: 'county', list: 'counties' },
  defaultSort: [{ field: 'CODE', direction: 'ASC' }],
  sorts: { CODE: { description: 'Official order.', sql: by('countyCode') } },
  filters: {
    divisionCode: { type: () => String, description: 'In this division.', sql: inDivision('countyCode') },
  },
  relations: {
    division: one(() => divisionEntity, { countyCode: 'code' }, 'Its name and place.', { nullable: false }),
    dutyRules: many(
      () => dutyRuleEntity,
      { countyCode: 'countyCode' },
      'Its rules of visiting, the newest of each category first; former ones included.',
      { order: (t) => [sql`${t.category}`, sql`${t.fromOn} desc`, sql`${t.id}`] },
    ),
  },
});
