import { expect, test } from 'vitest';
import { narrowing, removable, wider, withoutFilter, withoutFilters } from './active-filters.ts';

const defaults = { period: '2026-Q4' };

test('what is typed, empty or usual is no filter to take away', () => {
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

test('what is typed and what is usual narrow a list all the same', () => {
  expect(narrowing({ search: '方', period: '2026-Q4', status: [], cadre: '' })).toEqual([
    ['search', '方'],
    ['period', '2026-Q4'],
  ]);
});

test('one is taken away, the others stay and the usual comes back', () => {
  expect(withoutFilter({ period: '2026-Q3', cadre: 'x' }, defaults, 'period')).toEqual({
    period: '2026-Q4',
    cadre: 'x',
  });
  expect(withoutFilter({ period: '2026-Q3', cadre: 'x' }, defaults, 'cadre')).toEqual({ period: '2026-Q3' });
});

test('all are taken away but what is typed', () => {
  expect(withoutFilters({ period: '2026-Q3', cadre: 'x' }, defaults)).toEqual(defaults);
  expect(withoutFilters({ search: '方', cadre: 'x' }, {})).toEqual({ search: '方' });
});

test('where nothing is found the usual comes back, and only then goes as well', () => {
  expect(wider({ ...defaults, search: '方' }, defaults)).toEqual(defaults);
  expect(wider({ period: '2026-Q3' }, defaults)).toEqual(defaults);
  expect(wider(defaults, defaults)).toEqual({});
  expect(wider({ cadre: 'x' }, {})).toEqual({});
});
