import { expect, test } from 'vitest';
import { today } from './today.ts';

test('the day begins at midnight in Shanghai', () => {
  expect(today(new Date('2026-09-30T15:59:59Z'))).toBe('2026-09-30');
  expect(today(new Date('2026-09-30T16:00:00Z'))).toBe('2026-10-01');
});
