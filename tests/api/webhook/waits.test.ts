import { expect, it } from 'vitest';
import { waitAfter } from '#modules/webhook/delivery.service.ts';

it('doubles its waits up to six hours', () => {
  expect([1, 2, 3, 12, 40].map((attempts) => Math.round(waitAfter(attempts, 0.5) / 1_000))).toEqual([
    10, 20, 40, 20_480, 21_600,
  ]);
});
