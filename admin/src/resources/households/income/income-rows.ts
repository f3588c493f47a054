import { IncomeGroup, IncomeItem, incomeGroupOf } from '#schema/codes/people/income.codes.ts';
import type { HouseholdYear } from '../households.graphql.ts';

/** The sum of each group; the server adds up, the page only lays out. */
const SUMS = {
  A: 'wage',
  B: 'business',
  C: 'property',
  D: 'transfer',
  E: 'expense',
} as const satisfies Record<IncomeGroup, keyof HouseholdYear>;

export interface IncomeGroupRows {
  group: IncomeGroup;
  /** One sum per year. */
  sums: string[];
  /** Items with an amount in any of the years, one cell per year. */
  lines: { item: IncomeItem; amounts: (string | null)[] }[];
}

export function incomeRows(years: readonly HouseholdYear[]): IncomeGroupRows[] {
  return IncomeGroup.keys.map((group) => ({
    group,
    sums: years.map((year) => year[SUMS[group]]),
    lines: IncomeItem.keys
      .filter((item) => incomeGroupOf(item) === group)
      .map((item) => ({
        item,
        amounts: years.map(({ items }) => items.find((line) => line.item === item)?.amount ?? null),
      }))
      .filter(({ amounts }) => amounts.some((amount) => amount !== null)),
  }));
}
