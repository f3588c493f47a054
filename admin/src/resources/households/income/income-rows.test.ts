import { expect, test } from 'vitest';
import type { HouseholdYear } from '../households.graphql.ts';
import { incomeRows } from './income-rows.ts';

const year = (of: number, items: HouseholdYear['items']): HouseholdYear => ({
  year: of,
  wage: `${of}.00`,
  business: '0.00',
  property: '0.00',
  transfer: '0.00',
  expense: '5.00',
  netIncome: '0.00',
  perCapita: null,
  items,
});

const years = [year(2026, [{ item: 'A1', amount: '2026.00' }]), year(2025, [{ item: 'E1', amount: '5.00' }])];

test('an item that any of the years has is shown, with a gap where a year has none', () => {
  const [wages] = incomeRows(years);
  expect(wages?.lines).toEqual([{ item: 'A1', amounts: ['2026.00', null] }]);
});

test('each group shows the sums that came with the years', () => {
  const rows = incomeRows(years);
  expect(rows.map(({ group }) => group)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(rows[0]?.sums).toEqual(['2026.00', '2025.00']);
  expect(rows[4]?.sums).toEqual(['5.00', '5.00']);
});
