import { expect, test } from 'vitest';
import { narrowing, removable, wider, withoutFilter, withoutFilters } from './active-filters.ts';

const defaults = { period: '2026-Q4' };

test('search text, empty values and the default filter cannot be removed', () => {
  const values = {
    search: '方',
    period: '2026-Q4',
    status: [],
    visited: { from: '', to: null },
    overdue: false,
  };
  expect(removable(values, defaults)).toEqual([['overdue', false]]);
  expect(removable({ period: '2026-Q3' }, defaults)).toEqual([['period', '2026-Q3']]);
});

test('search text and the default filter narrow a list all the same', () => {
  expect(narrowing({ search: '方', period: '2026-Q4', status: [], cadre: '' })).toEqual([
    ['search', '方'],
    ['period', '2026-Q4'],
  ]);
});

test('removing one filter keeps the others and restores the default', () => {
  expect(withoutFilter({ period: '2026-Q3', cadre: 'x' }, defaults, 'period')).toEqual({
    period: '2026-Q4',
    cadre: 'x',
  });
  expect(withoutFilter({ period: '2026-Q3', cadre: 'x' }, defaults, 'cadre')).toEqual({ period: '2026-Q3' });
});

test('removing all filters keeps the search text', () => {
  expect(withoutFilters({ period: '2026-Q3', cadre: 'x' }, defaults)).toEqual(defaults);
  expect(withoutFilters({ search: '方', cadre: 'x' }, {})).toEqual({ search: '方' });
});

test('where nothing is found the default filter is restored first, and then removed as well', () => {
  expect(wider({ ...defaults, search: '方' }, defaults)).toEqual(defaults);
  expect(wider({ period: '2026-Q3' }, defaults)).toEqual(defaults);
  expect(wider(defaults, defaults)).toEqual({});
  expect(wider({ cadre: 'x' }, {})).toEqual({});
});
