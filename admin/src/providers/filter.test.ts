import { expect, test } from 'vitest';
import { apiFilter } from './filter.ts';

test('a cleared input is left out of the filter', () => {
  expect(apiFilter({ search: '', category: [], size: 0, divisionCode: '130434', status: null })).toEqual({
    size: 0,
    divisionCode: '130434',
  });
});

test('a range of days becomes two flat days and an open end is left out', () => {
  expect(apiFilter({ visited: { from: '2026-07-01', to: '' } })).toEqual({ visitedFrom: '2026-07-01' });
  expect(apiFilter({ visited: { from: '2026-07-01', to: '2026-09-30' } })).toEqual({
    visitedFrom: '2026-07-01',
    visitedTo: '2026-09-30',
  });
});
