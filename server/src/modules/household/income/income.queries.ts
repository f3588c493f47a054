import { and, eq } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { removeWhere } from '#platform/write/where.ts';
import { householdIncome } from '#schema/household/household.table.ts';
import { incomeEntity } from './income.entity.ts';

/** Deletes the income lines of a year and returns them. */
export const removeYear = (work: WorkContext, { countyCode, id }: CountyKey, year: number) =>
  removeWhere(
    work,
    incomeEntity,
    and(
      eq(householdIncome.countyCode, countyCode),
      eq(householdIncome.householdId, id),
      eq(householdIncome.year, year),
    ),
    { auditedAs: 'Household' },
  );
