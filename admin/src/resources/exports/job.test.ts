import { expect, it } from 'vitest';
import { canRetry, isUnderWay, sizeText } from './job.ts';

it('writes sizes in the units people use', () => {
  expect([null, 0, 999, 1_000, 8_422_964, 2_500_000_000].map(sizeText)).toEqual([
    '—',
    '0 B',
    '999 B',
    '1.0 KB',
    '8.4 MB',
    '2.5 GB',
  ]);
});

it('knows which jobs are still running', () => {
  const states = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED', 'CANCELLED'] as const;
  expect(states.filter((status) => isUnderWay({ status }))).toEqual(['QUEUED', 'RUNNING']);
});

it.each([
  ['one that broke off, while there is time', 'FAILED', '2026-11-28T04:00:01Z', true],
  ['one whose time is over', 'FAILED', '2026-11-28T04:00:00Z', false],
  ['one without an end', 'FAILED', null, false],
  ['one that is done', 'DONE', '2026-11-28T04:00:01Z', false],
  ['one that somebody stopped', 'CANCELLED', '2026-11-28T04:00:01Z', false],
  ['one under way', 'RUNNING', '2026-11-28T04:00:01Z', false],
] as const)('offers a retry or not: %s', (_what, status, expiresAt, expected) => {
  expect(canRetry({ status, expiresAt }, Date.parse('2026-11-28T04:00:00Z'))).toBe(expected);
});
