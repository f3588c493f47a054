import { sql } from 'drizzle-orm';
import { partOfHousehold } from '#platform/feed/place.ts';
import { defineEntity, extend, many } from '#platform/read/entity.ts';
import { CategoryPeriod } from '#schema/household/history.type.ts';
import { householdCategory } from '#schema/household/household.table.ts';
import { householdEntity } from '../household.entity.ts';
import { ofHouseholdScope } from '../household.policy.ts';

export const categoryEntity = defineEntity({
  type: CategoryPeriod,
  table: householdCategory,
  feed: {},
  place: partOfHousehold(),
  removable: true,
  endsIn: 'toOn',
  plural: 'periods of a category',
  right: 'household.read',
  scope: ofHouseholdScope,
});

/** Fields and relations added to types of other modules. */
export const historyExtensions = [
  extend(householdEntity, {
    relations: {
      categories: many(
        () => categoryEntity,
        { countyCode: 'countyCode', id: 'householdId' },
        'Its categories by date, the one in force first.',
        { order: (t) => [sql`${t.fromOn} desc`, sql`${t.id}`] },
      ),
    },
  }),
];
