import { sql } from 'drizzle-orm';
import { follow } from '#platform/feed/followed.ts';
import { defineEntity, extendEntity, many } from '#platform/read/entity.ts';
import { CategoryPeriod } from '#schema/household/history.type.ts';
import { householdCategory } from '#schema/household/household.table.ts';
import { householdEntity } from '../household.entity.ts';
import { ofHouseholdScope } from '../household.policy.ts';

follow('CATEGORY_PERIOD', householdCategory, { household: 'PART' });

export const categoryEntity = defineEntity({
  type: CategoryPeriod,
  table: householdCategory,
  plural: 'periods of a category',
  right: 'household.read',
  scope: ofHouseholdScope,
});

extendEntity(householdEntity, {
  relations: {
    categories: many(
      () => categoryEntity,
      { countyCode: 'countyCode', id: 'householdId' },
      'Its categories by date, the one in force first.',
      { order: (t) => [sql`${t.fromOn} desc`, sql`${t.id}`] },
    ),
  },
});
