import { expect, it } from 'vitest';
import { exportableOf, exportFilter } from './exportable.ts';

it('knows what the list of a resource exports, and which have no button', () => {
  expect(exportableOf('duties')).toEqual({ type: 'VisitDuty', list: 'visitDuties' });
  expect(exportableOf('tokens')).toBeUndefined();
  expect(exportableOf(undefined)).toBeUndefined();
});

it('puts the filter under the name of its list, and none where nothing narrows it', () => {
  const list = { type: 'Household', list: 'households' };
  expect(exportFilter(list, { category: ['UNSTABLE'] })).toEqual({ households: { category: ['UNSTABLE'] } });
  expect(exportFilter(list, {})).toBeUndefined();
});
