import { expect, test } from 'vitest';
import { polylineOf, shownPoints } from './curve-points.ts';

const points = [
  { amount: '0.00', paid: '0.00' },
  { amount: '2500.00', paid: '0.00' },
  { amount: '4999.99', paid: '0.00' },
  { amount: '5000.00', paid: '2500.00' },
  { amount: '7500.00', paid: '3750.00' },
  { amount: '10000.00', paid: '5000.00' },
];

test('draws from the lower left to the upper right', () => {
  const drawn = polylineOf(points, { width: 100, height: 50 }).split(' ');
  expect(drawn[0]).toBe('0.0,50.0');
  expect(drawn.at(-1)).toBe('100.0,0.0');
  expect(drawn[3]).toBe('50.0,25.0');
});

test('tells the ends and where the curve changes', () => {
  expect(shownPoints(points).map(({ amount }) => amount)).toEqual(['0.00', '4999.99', '5000.00', '10000.00']);
});
