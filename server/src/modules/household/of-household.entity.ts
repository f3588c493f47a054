import { ID } from 'type-graphql';
import { byGlobalId } from '#platform/read/by-id.ts';
import type { FilterDef } from '#platform/read/entity.ts';
import { inDivision } from '#platform/read/scope.ts';
import { householdEntity } from './household.entity.ts';

/** Filters of everything that belongs to a household. */
export const ofHouseholdFilters: Record<'divisionCode' | 'household', FilterDef> = {
  divisionCode: {
    type: () => String,
    description: 'Households in this division or below it.',
    sql: inDivision('villageCode'),
  },
  household: {
    type: () => ID,
    description: 'Of this household, by global id.',
    sql: byGlobalId(() => householdEntity, 'householdId'),
  },
};
