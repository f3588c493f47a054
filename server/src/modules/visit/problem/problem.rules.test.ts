import { expect, it } from 'vitest';
import { closingFault, stepRefusal } from './problem.rules.ts';

it('goes from open to in hand to closed and back to open', () => {
  expect(stepRefusal('OPEN', 'IN_HAND')).toBeNull();
  expect(stepRefusal('IN_HAND', 'IN_HAND')).toBeNull();
  expect(stepRefusal('OPEN', 'SOLVED')).toBeNull();
  expect(stepRefusal('IN_HAND', 'UNSOLVABLE')).toBeNull();
  expect(stepRefusal('SOLVED', 'OPEN')).toBeNull();
});

it('refuses to close a closed problem, take it in hand, or reopen an open one', () => {
  expect(stepRefusal('SOLVED', 'UNSOLVABLE')).toBe('PROBLEM_CLOSED');
  expect(stepRefusal('UNSOLVABLE', 'IN_HAND')).toBe('PROBLEM_CLOSED');
  expect(stepRefusal('IN_HAND', 'OPEN')).toBe('PROBLEM_STEP_INVALID');
});

it('can be closed from the day it was found until today', () => {
  expect(closingFault('2026-11-01', '2026-11-01', '2026-11-10')).toBeNull();
  expect(closingFault('2026-11-01', '2026-10-31', '2026-11-10')).toBe('END_BEFORE_START');
  expect(closingFault('2026-11-01', '2026-11-11', '2026-11-10')).toBe('DATE_IN_FUTURE');
});
