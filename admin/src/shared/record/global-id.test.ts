import { expect, test } from 'vitest';
import { countyOfId, idInCountyOf } from './global-id.ts';

const household = 'Household:130434:0192f0c1-0000-7000-8000-000000000001';

test('an id tells the county of its record', () => {
  expect(countyOfId(household)).toBe('130434');
  expect(countyOfId(undefined)).toBeUndefined();
});

test('the id of another record of the same county is made from one', () => {
  const visit = '0192f0c1-0000-7000-8000-000000000002';
  expect(idInCountyOf(household, 'Visit', visit)).toBe(`Visit:130434:${visit}`);
});
