import { expect, it } from 'vitest';
import { addWorkingDays } from './working-days.ts';

it('leaves out weekends and holidays, and counts a Saturday that is worked', () => {
  expect(addWorkingDays('2026-11-10', 3)).toBe('2026-11-13');
  expect(addWorkingDays('2026-11-12', 3)).toBe('2026-11-17');
  // 1 to 7 October are free, Saturday the tenth is worked in exchange.
  expect(addWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
});
