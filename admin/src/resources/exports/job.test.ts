import { expect, it } from 'vitest';
import { isUnderWay, sizeText } from './job.ts';

it('writes sizes as people say them', () => {
  expect([null, 0, 999, 1_000, 8_422_964, 2_500_000_000].map(sizeText)).toEqual([
    '—',
    '0 B',
    '999 B',
    '1.0 KB',
    '8.4 MB',
    '2.5 GB',
  ]);
});

it('knows what is still under way', () => {
  const states = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED', 'CANCELLED'] as const;
  expect(states.filter((status) => isUnderWay({ status }))).toEqual(['QUEUED', 'RUNNING']);
});
