import { expect, it } from 'vitest';
import { exportFilter } from './export-filter.ts';

it('puts the filter under the name of its list, and sends none where nothing is filtered', () => {
  expect(exportFilter('households', { category: ['UNSTABLE'] })).toEqual({
    households: { category: ['UNSTABLE'] },
  });
  expect(exportFilter('households', {})).toBeUndefined();
});
