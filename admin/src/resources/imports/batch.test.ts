import { expect, it } from 'vitest';
import { canRollBack, isCheckBroken } from './batch.ts';

const startedAt = '2026-11-10T04:00:00Z';

it('offers to roll back what was written, also by a failed import', () => {
  expect(canRollBack({ status: 'DONE', startedAt, processed: 3 })).toBe(true);
  expect(canRollBack({ status: 'FAILED', startedAt, processed: 3 })).toBe(true);
  expect(canRollBack({ status: 'FAILED', startedAt, processed: 0 })).toBe(false);
});

it('offers no roll-back of a failed check, which wrote nothing', () => {
  const checked = { status: 'FAILED', startedAt: null, processed: 3 } as const;
  expect(canRollBack(checked)).toBe(false);
  expect(isCheckBroken(checked)).toBe(true);
  expect(isCheckBroken({ status: 'FAILED', startedAt })).toBe(false);
});
