import { expect, test } from 'vitest';
import { apiFilter, onlyWhenOn } from './filter.ts';

test('a cleared input is left out of the filter', () => {
  expect(apiFilter({ search: '', category: [], size: 0, divisionCode: '130434', status: null })).toEqual({
    size: 0,
    divisionCode: '130434',
  });
});

test('a range of days becomes two fields and an open end is left out', () => {
  expect(apiFilter({ visited: { from: '2026-07-01', to: '' } })).toEqual({ visitedFrom: '2026-07-01' });
  expect(apiFilter({ visited: { from: '2026-07-01', to: '2026-09-30' } })).toEqual({
    visitedFrom: '2026-07-01',
    visitedTo: '2026-09-30',
  });
});

test('a switch that is off asks for all records, one that is on for those it applies to', () => {
  const map = onlyWhenOn('mine');
  expect(map({ mine: true, status: ['DONE'] })).toEqual({ mine: true, status: ['DONE'] });
  expect(map({ mine: false, status: ['DONE'] })).toEqual({ status: ['DONE'] });
  expect(map({})).toEqual({});
});
